using Arazzo.Generator.Binding.Operations;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding;

/// <summary>The schemas of what an API sends by itself: nothing calls webhooks and callbacks, and who gets them needs their types all the same.</summary>
internal sealed class Announcements(BindingContext context, ComponentNames components)
{
    private readonly HashSet<Node> _visited = [];
    private Dictionary<Node, Located<OpenApiSchema>>? _schemas;

    /// <summary>The components that a document's webhooks and callbacks refer to, by other references in between or not.</summary>
    public IEnumerable<Located<OpenApiSchema>> Schemas(BoundApi api)
    {
        var callbacks = api.Operations.Select(static operation => (operation.Operation.File, Node: operation.Operation.Value.Extension("callbacks")));
        var pending = new Stack<(SpecificationFile File, Node? Node)>(callbacks.Append((api.File, api.Document.Root["webhooks"])));
        while (pending.Count > 0)
        {
            var (file, root) = pending.Pop();
            foreach (var mapping in root is null || !_visited.Add(root) ? [] : NodeWalk.Mappings(root))
            {
                if (mapping["$ref"] is not ScalarNode text || Find(file, new OpenApiReference(text.Text, text.Range)) is not { } target)
                {
                    continue;
                }
                if (Named(target.Node) is { } schema)
                {
                    yield return schema;
                }
                else
                {
                    pending.Push((target.File, target.Node));
                }
            }
        }
    }

    // What leads nowhere is reported by those who need it.
    private (SpecificationFile File, Node Node)? Find(SpecificationFile from, OpenApiReference reference)
    {
        var (file, root) = context.Resources.Find(from, reference);
        return root is not null && JsonPointer.TryParseFragment(reference.Fragment, out var pointer) && pointer.Resolve(root) is { } node ? (file!, node) : null;
    }

    private Located<OpenApiSchema>? Named(Node node)
    {
        if (_schemas is null)
        {
            _schemas = [];
            foreach (var schema in components.All)
            {
                _schemas[schema.Value.Node] = schema;
            }
        }
        return _schemas.TryGetValue(node, out var found) ? found : null;
    }
}
