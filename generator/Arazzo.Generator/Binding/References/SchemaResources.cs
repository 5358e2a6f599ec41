using System.Collections.Immutable;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.References;

/// <summary>
/// What URIs lead to: files, documents by their <c>$self</c> (OpenAPI 3.2), schemas by their <c>$id</c> (JSON Schema 2020-12, section 8.2.1), and anchors in them.
/// </summary>
internal sealed class SchemaResources(ImmutableArray<SpecificationFile> files)
{
    private readonly Dictionary<SpecificationFile, ImmutableArray<Resource>> _resources = [];
    private readonly Dictionary<Node, Dictionary<string, Node>> _anchors = [];

    /// <summary>The file and the root that a reference's fragment is looked up in; null when no file of the project is meant.</summary>
    public (SpecificationFile? File, Node? Root) Find(SpecificationFile from, OpenApiReference reference)
    {
        var enclosing = Enclosing(from, reference);
        if (reference.Document.Length == 0)
        {
            return (from, enclosing?.Node ?? from.Root);
        }
        var uri = Combine(enclosing?.Uri ?? from.OpenApi?.Self, reference.Document);
        foreach (var file in files)
        {
            if (file.OpenApi?.Self is { } self && (self == uri || self == reference.Document))
            {
                return (file, file.Root);
            }
            foreach (var resource in Resources(file))
            {
                if (resource.Uri == uri)
                {
                    return (file, resource.Node);
                }
            }
        }
        var found = FileResolver.Find(files, from, reference.Document);
        return (found, found?.Root);
    }

    /// <summary>What <c>$anchor</c> or <c>$dynamicAnchor</c> names, under a root, or anywhere else in the file.</summary>
    public (SpecificationFile File, Node Node)? FindAnchor(SpecificationFile file, Node root, string name) =>
        Anchors(root).TryGetValue(name, out var node) || (file.Root is { } whole && Anchors(whole).TryGetValue(name, out node)) ? (file, node) : null;

    private static string Combine(string? @base, string reference) =>
        Uri.TryCreate(@base, UriKind.Absolute, out var absolute) && Uri.TryCreate(absolute, reference, out var combined) ? combined.AbsoluteUri : reference;

    /// <summary>The innermost schema with an <c>$id</c> around a reference, which its own document's part is relative to.</summary>
    private Resource? Enclosing(SpecificationFile file, OpenApiReference reference)
    {
        Resource? innermost = null;
        foreach (var resource in Resources(file))
        {
            // In the order of the text, so that the last that holds is the innermost.
            if (resource.Contains(file, reference.Range))
            {
                innermost = resource;
            }
        }
        return innermost;
    }

    private ImmutableArray<Resource> Resources(SpecificationFile file)
    {
        if (!_resources.TryGetValue(file, out var resources))
        {
            var found = ImmutableArray.CreateBuilder<Resource>();
            // Few documents have any: most need not be walked.
            if (file.Root is { } root && file.Source.Text?.Contains("$id") == true)
            {
                foreach (var mapping in NodeWalk.Mappings(root))
                {
                    if (mapping["$id"] is ScalarNode { Kind: ScalarKind.String } id && id.Text.Length > 0 && id.Text[0] != '#')
                    {
                        var parent = found.LastOrDefault(resource => resource.Contains(file, mapping.Range));
                        found.Add(new Resource(Combine(parent?.Uri ?? file.OpenApi?.Self, id.Text.TrimEnd('#')), mapping));
                    }
                }
            }
            resources = found.ToImmutable();
            _resources.Add(file, resources);
        }
        return resources;
    }

    private Dictionary<string, Node> Anchors(Node root)
    {
        if (!_anchors.TryGetValue(root, out var anchors))
        {
            anchors = new Dictionary<string, Node>(StringComparer.Ordinal);
            foreach (var mapping in NodeWalk.Mappings(root))
            {
                foreach (var keyword in Keywords)
                {
                    if (mapping[keyword] is ScalarNode anchor && !anchors.ContainsKey(anchor.Text))
                    {
                        anchors.Add(anchor.Text, mapping);
                    }
                }
            }
            _anchors.Add(root, anchors);
        }
        return anchors;
    }

    private static readonly ImmutableArray<string> Keywords = ["$anchor", "$dynamicAnchor"];

    private sealed record Resource(string Uri, MappingNode Node)
    {
        public bool Contains(SpecificationFile file, TextRange range) => file.Layout.Absolute(Node.Range).Contains(file.Layout.Absolute(range));
    }
}
