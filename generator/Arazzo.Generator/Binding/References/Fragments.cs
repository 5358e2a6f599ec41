using System.Collections.Immutable;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.References;

/// <summary>The files that are no documents themselves. Those that others refer to are read as the first of these would be; the rest are of no use.</summary>
internal sealed class Fragments(ImmutableArray<SpecificationFile> files)
{
    private static readonly ImmutableArray<string> Keywords = ["$ref", "$dynamicRef"];

    private readonly Dictionary<SpecificationFile, SortedSet<string>> _targets = [];
    private Dictionary<SpecificationFile, OpenApiVersion>? _versions;

    /// <summary>The version by which a file without one is read.</summary>
    public OpenApiVersion Version(SpecificationFile file) => Versions().TryGetValue(file, out var version) ? version : OpenApiVersion.V3_1;

    /// <summary>The schemas of a fragment that deserve a name: those under components, $defs and definitions, and those that are referred to.</summary>
    public IEnumerable<(string Name, string Pointer, MappingNode Node)> Schemas(SpecificationFile file)
    {
        Versions();
        var seen = new HashSet<Node>();
        var root = file.Root!;
        foreach (var (folder, prefix) in new[] { ((root["components"] as MappingNode)?["schemas"], "/components/schemas/"), (root["$defs"], "/$defs/"), (root["definitions"], "/definitions/") })
        {
            foreach (var entry in (folder as MappingNode)?.Entries ?? [])
            {
                if (entry.Value is MappingNode schema && seen.Add(schema))
                {
                    yield return (entry.Key.Text, prefix + JsonPointer.Escape(entry.Key.Text), schema);
                }
            }
        }
        foreach (var fragment in _targets.TryGetValue(file, out var targets) ? targets : [])
        {
            if (JsonPointer.TryParseFragment(fragment, out var pointer) && pointer.Resolve(root) is MappingNode schema && IsSchema(schema) && seen.Add(schema))
            {
                yield return (pointer.Tokens.Count == 0 ? FileName(file) : pointer.Tokens[pointer.Tokens.Count - 1], pointer.ToString(), schema);
            }
        }
    }

    public void ReportUnused(BindingContext context)
    {
        foreach (var file in files)
        {
            if (IsFragment(file) && !Versions().ContainsKey(file))
            {
                var root = file.Root!;
                context.Diagnostics(file).Report(DiagnosticDescriptors.UnknownDocumentKind, root.Entries.IsEmpty ? root.Range.FirstLine : root.Entries[0].Key.Range);
            }
        }
    }

    private static string FileName(SpecificationFile file)
    {
        var path = file.Source.RelativePath;
        var name = path.Substring(path.LastIndexOf('/') + 1);
        return name.IndexOf('.') is var dot and > 0 ? name.Substring(0, dot) : name;
    }

    private static bool IsFragment(SpecificationFile file) => file.IsFragment;

    private Dictionary<SpecificationFile, OpenApiVersion> Versions()
    {
        if (_versions is null)
        {
            _versions = [];
            // The documents first: a fragment is of the version of whoever needs it.
            foreach (var file in files.Any(IsFragment) ? files.Where(static file => file.OpenApi is not null) : [])
            {
                Follow(file, file.OpenApi!.Version);
            }
            foreach (var file in files.Where(IsFragment))
            {
                Follow(file, Version(file));
            }
        }
        return _versions;
    }

    private void Follow(SpecificationFile file, OpenApiVersion version)
    {
        var pending = new Queue<SpecificationFile>();
        pending.Enqueue(file);
        while (pending.Count > 0)
        {
            var from = pending.Dequeue();
            foreach (var reference in References(from.Root!))
            {
                if (FileResolver.Find(files, from, reference.Document) is not { IsFragment: true } target || (target == from && !_versions!.ContainsKey(from)))
                {
                    continue;
                }
                if (!_targets.TryGetValue(target, out var targets))
                {
                    _targets.Add(target, targets = new SortedSet<string>(StringComparer.Ordinal));
                }
                targets.Add(reference.Fragment);
                if (target != from && !_versions!.ContainsKey(target))
                {
                    _versions.Add(target, version);
                    pending.Enqueue(target);
                }
            }
        }
    }

    /// <summary>References to other documents, and in a fragment those to itself.</summary>
    private static IEnumerable<OpenApiReference> References(Node root)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mapping in NodeWalk.Mappings(root))
        {
            foreach (var keyword in Keywords)
            {
                if (mapping[keyword] is ScalarNode { Kind: ScalarKind.String } text && seen.Add(text.Text))
                {
                    yield return new OpenApiReference(text.Text, text.Range);
                }
            }
            // Security schemes by their URI (OpenAPI 3.2, Security Requirement Object).
            foreach (var requirement in (mapping["security"] as SequenceNode)?.Items.OfType<MappingNode>() ?? [])
            {
                foreach (var scheme in requirement.Entries.Where(static entry => entry.Key.Text.IndexOf('#') > 0))
                {
                    if (seen.Add(scheme.Key.Text))
                    {
                        yield return new OpenApiReference(scheme.Key.Text, scheme.Key.Range);
                    }
                }
            }
        }
    }

    // What only schemas have.
    private static bool IsSchema(MappingNode node) =>
        node["in"] is null && (node["type"] is not null || node["properties"] is not null || node["allOf"] is not null || node["oneOf"] is not null || node["anyOf"] is not null || node["enum"] is not null);
}
