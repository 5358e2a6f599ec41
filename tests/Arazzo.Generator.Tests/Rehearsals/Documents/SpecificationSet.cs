using System.Text.Json.Nodes;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Tests.Rehearsals.Documents;

/// <summary>
/// The documents of a project as plain JSON. Nothing of what the generator makes of them is used from here on: what follows reads the documents for itself, so that the
/// two readings can be compared.
/// </summary>
internal sealed class SpecificationSet
{
    private readonly Dictionary<string, JsonNode?> _roots = new(StringComparer.Ordinal);

    public SpecificationSet(IEnumerable<(string Path, string Text)> files)
    {
        foreach (var (path, text) in files)
        {
            if (NodeReader.Read(path, text, null, new DiagnosticBag(path), TestContext.Current.CancellationToken) is { } node)
            {
                _roots[path] = JsonNode.Parse(NodeJson.Write(node));
            }
        }
    }

    public IEnumerable<Spec> Documents => _roots.Select(pair => new Spec(this, pair.Key, pair.Value));

    /// <summary>The document that <paramref name="url"/> means in <paramref name="file"/>: relative to it, or else by the end of its path.</summary>
    public Spec? Find(string file, string url)
    {
        var folder = Path.GetDirectoryName("/" + file)!;
        var path = Path.GetFullPath(Path.Combine(folder, url)).TrimStart('/');
        if (_roots.TryGetValue(path, out var root))
        {
            return new Spec(this, path, root);
        }
        var end = "/" + url.Split('/').Last(static part => part.Length > 0);
        var named = _roots.Keys.Where(key => ("/" + key).EndsWith(end, StringComparison.Ordinal)).ToList();
        return named is [var only] ? new Spec(this, only, _roots[only]) : null;
    }
}
