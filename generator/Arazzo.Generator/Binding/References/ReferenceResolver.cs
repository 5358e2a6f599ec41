using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.References;

/// <summary>Follows <c>$ref</c>, inside a file and into others. A reference that leads nowhere is reported once, and spoils only what needs it.</summary>
internal sealed class ReferenceResolver(BindingContext context)
{
    private const int LongestChain = 64;
    private readonly Dictionary<SpecificationFile, OpenApiReader> _readers = [];
    private readonly Dictionary<SpecificationFile, Dictionary<string, Node>> _anchors = [];

    public Located<OpenApiSchema>? Schema(Located<OpenApiSchema> schema) => Follow(schema, static (reader, node) => reader.ReadSchema(node));

    public Located<OpenApiParameter>? Parameter(Located<OpenApiParameter> parameter) => Follow(parameter, static (reader, node) => reader.ReadParameter(node));

    public Located<OpenApiRequestBody>? RequestBody(Located<OpenApiRequestBody> body) => Follow(body, static (reader, node) => reader.ReadRequestBody(node));

    public Located<OpenApiResponse>? Response(Located<OpenApiResponse> response) => Follow(response, static (reader, node) => reader.ReadResponse(node));

    public Located<OpenApiSecurityScheme>? SecurityScheme(Located<OpenApiSecurityScheme> scheme) =>
        Follow(scheme, static (reader, node) => reader.ReadSecurityScheme(node));

    public Located<OpenApiPathItem>? PathItem(Located<OpenApiPathItem> item)
    {
        var path = item.Value.Path;
        return Follow(item, (reader, node) => reader.ReadPathItem(node, path));
    }

    /// <summary>The reader of a file, which gives the same object for the same node.</summary>
    public OpenApiReader Reader(SpecificationFile file)
    {
        if (!_readers.TryGetValue(file, out var reader))
        {
            var diagnostics = context.Diagnostics(file);
            reader = file.OpenApi is { } document ? new OpenApiReader(document, diagnostics) : new OpenApiReader(OpenApiVersion.V3_1, diagnostics);
            _readers.Add(file, reader);
        }
        return reader;
    }

    /// <summary>What stands behind an object's references; the object itself when it is none. Null, and a diagnostic, when they lead nowhere.</summary>
    private Located<T>? Follow<T>(Located<T> located, Func<OpenApiReader, Node, T> read) where T : OpenApiObject
    {
        for (var step = 0; step < LongestChain; step++)
        {
            if (located.Value.Reference is not { } reference)
            {
                return located;
            }
            if (Resolve(located.File, reference) is not { } target)
            {
                return null;
            }
            located = new Located<T>(target.File, read(Reader(target.File), target.Node));
        }
        if (located.Value.Reference is { } endless)
        {
            Report(located.File, endless, "it refers to itself");
        }
        return null;
    }

    private (SpecificationFile File, Node Node)? Resolve(SpecificationFile from, OpenApiReference reference)
    {
        var file = FileResolver.Find(context.Files, from, reference.Document);
        if (file?.Root is not { } root)
        {
            Report(from, reference, $"'{reference.Document}' is no ApiSpec item of this project; add the file to the project");
            return null;
        }
        var fragment = reference.Fragment;
        Node? node;
        if (fragment.Length > 0 && fragment[0] != '/')
        {
            node = Anchors(file).TryGetValue(Uri.UnescapeDataString(fragment), out var anchored) ? anchored : null;
        }
        else
        {
            node = JsonPointer.TryParseFragment(fragment, out var pointer) ? pointer.Resolve(root) : null;
        }
        if (node is null)
        {
            Report(from, reference, "nothing stands there; correct the reference or add what it names");
            return null;
        }
        return (file, node);
    }

    private Dictionary<string, Node> Anchors(SpecificationFile file)
    {
        if (!_anchors.TryGetValue(file, out var anchors))
        {
            anchors = new Dictionary<string, Node>(StringComparer.Ordinal);
            var visited = new HashSet<Node>();
            var pending = new Stack<Node>();
            pending.Push(file.Root!);
            while (pending.Count > 0)
            {
                var node = pending.Pop();
                if (!visited.Add(node))
                {
                    continue;
                }
                if (node is SequenceNode sequence)
                {
                    foreach (var item in sequence.Items)
                    {
                        pending.Push(item);
                    }
                }
                else if (node is MappingNode mapping)
                {
                    if (mapping["$anchor"] is ScalarNode anchor && !anchors.ContainsKey(anchor.Text))
                    {
                        anchors.Add(anchor.Text, mapping);
                    }
                    foreach (var entry in mapping.Entries)
                    {
                        pending.Push(entry.Value);
                    }
                }
            }
            _anchors.Add(file, anchors);
        }
        return anchors;
    }

    private void Report(SpecificationFile file, OpenApiReference reference, string why) =>
        context.Diagnostics(file).Report(DiagnosticDescriptors.UnresolvedReference, reference.Range, reference.Text, why);
}
