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
    // The same few components are referred to thousands of times.
    private readonly Dictionary<(Node Root, string Text, string Kind), (SpecificationFile File, Node Node)> _found = [];

    // Of components: each holds objects of its own kind.
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "headers", "mediaTypes", "parameters", "pathItems", "requestBodies", "responses", "schemas", "securitySchemes",
    };

    public Located<OpenApiSchema>? Schema(Located<OpenApiSchema> schema) => Follow(schema, "schemas", static (reader, node) => reader.ReadSchema(node));

    public Located<OpenApiParameter>? Parameter(Located<OpenApiParameter> parameter) => Follow(parameter, "parameters", static (reader, node) => reader.ReadParameter(node));

    public Located<OpenApiRequestBody>? RequestBody(Located<OpenApiRequestBody> body) => Follow(body, "requestBodies", static (reader, node) => reader.ReadRequestBody(node));

    public Located<OpenApiResponse>? Response(Located<OpenApiResponse> response) => Follow(response, "responses", static (reader, node) => reader.ReadResponse(node));

    public Located<OpenApiHeader>? Header(Located<OpenApiHeader> header) => Follow(header, "headers", static (reader, node) => reader.ReadHeader(node));

    public Located<OpenApiSecurityScheme>? SecurityScheme(Located<OpenApiSecurityScheme> scheme) =>
        Follow(scheme, "securitySchemes", static (reader, node) => reader.ReadSecurityScheme(node));

    public Located<OpenApiPathItem>? PathItem(Located<OpenApiPathItem> item)
    {
        var path = item.Value.Path;
        return Follow(item, "pathItems", (reader, node) => reader.ReadPathItem(node, path));
    }

    /// <summary>The reader of a file, which gives the same object for the same node.</summary>
    public OpenApiReader Reader(SpecificationFile file)
    {
        if (!_readers.TryGetValue(file, out var reader))
        {
            var diagnostics = context.Diagnostics(file);
            reader = file.OpenApi is { } document ? new OpenApiReader(document, diagnostics) : new OpenApiReader(context.Fragments.Version(file), diagnostics);
            _readers.Add(file, reader);
        }
        return reader;
    }

    /// <summary>What stands behind an object's references; the object itself when it is none. Null, and a diagnostic, when they lead nowhere.</summary>
    private Located<T>? Follow<T>(Located<T> located, string kind, Func<OpenApiReader, Node, T> read) where T : OpenApiObject
    {
        for (var step = 0; step < LongestChain; step++)
        {
            if (located.Value.Reference is not { } reference)
            {
                return located;
            }
            if (Resolve(located.File, reference, kind) is not { } target)
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

    private (SpecificationFile File, Node Node)? Resolve(SpecificationFile from, OpenApiReference reference, string kind)
    {
        var (file, root) = context.Resources.Find(from, reference);
        if (root is null)
        {
            Report(from, reference, $"'{reference.Document}' is no ApiSpec item of this project; add the file to the project");
            return null;
        }
        if (_found.TryGetValue((root, reference.Text, kind), out var known))
        {
            return known;
        }
        var fragment = reference.Fragment;
        var isPointer = fragment.Length == 0 || fragment[0] == '/';
        var pointer = isPointer && JsonPointer.TryParseFragment(fragment, out var parsed) ? parsed : null;
        var target = isPointer ? pointer is null ? null : Walk(file!, root, pointer) : context.Resources.FindAnchor(file!, root, Uri.UnescapeDataString(fragment));
        if (target is null)
        {
            Report(from, reference, "nothing stands there; correct the reference or add what it names");
        }
        else if (pointer is { Tokens: { Count: 3 } tokens } && tokens[0] == "components" && Kinds.Contains(tokens[1]) && tokens[1] != kind)
        {
            Report(from, reference, $"it names one of the {tokens[1]}, and one of the {kind} belongs here");
            return null;
        }
        if (target is { } found)
        {
            _found.Add((root, reference.Text, kind), found);
        }
        return target;
    }

    /// <summary>What a pointer leads to. It may go through references, as authors expect, although a JSON Pointer by itself does not.</summary>
    private (SpecificationFile File, Node Node)? Walk(SpecificationFile file, Node root, JsonPointer pointer)
    {
        var (node, steps) = (root, 0);
        foreach (var token in pointer.Tokens)
        {
            var next = Step(node, token);
            while (next is null && node is MappingNode mapping && mapping["$ref"] is ScalarNode text && steps++ < LongestChain)
            {
                var reference = new OpenApiReference(text.Text, text.Range);
                var (target, targetRoot) = context.Resources.Find(file, reference);
                if (targetRoot is null || !JsonPointer.TryParseFragment(reference.Fragment, out var inner) || inner.Resolve(targetRoot) is not { } found)
                {
                    return null;
                }
                (file, node) = (target!, found);
                next = Step(node, token);
            }
            if (next is null)
            {
                return null;
            }
            node = next;
        }
        return (file, node);
    }

    private static Node? Step(Node node, string token) => new JsonPointer([token]).Resolve(node);

    private void Report(SpecificationFile file, OpenApiReference reference, string why) =>
        context.Diagnostics(file).Report(DiagnosticDescriptors.UnresolvedReference, reference.Range, reference.Text, why);
}
