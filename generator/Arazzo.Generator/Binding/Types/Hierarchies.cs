using Arazzo.Generator.Binding.References;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Types;

/// <summary>
/// Schemas with a discriminator that others name in their <c>allOf</c>: base classes and what derives from them (OpenAPI, Discriminator Object).
/// </summary>
internal sealed class Hierarchies
{
    private readonly BindingContext _context;
    private readonly ComponentNames _components;
    private readonly Dictionary<OpenApiSchema, Located<OpenApiSchema>> _parents = [];
    private readonly Dictionary<OpenApiSchema, List<Located<OpenApiSchema>>> _children = [];

    public Hierarchies(BindingContext context, ComponentNames components)
    {
        _context = context;
        _components = components;
        foreach (var schema in components.All)
        {
            foreach (var reference in schema.Value.AllOf.Where(static parent => parent.Reference is not null))
            {
                if (context.References.Schema(schema.With(reference)) is { } parent && CanDerive(schema, parent) && IsOfHierarchy(parent, []) && !_parents.ContainsKey(schema.Value))
                {
                    _parents.Add(schema.Value, parent);
                    Children(parent.Value).Add(schema);
                }
            }
        }
    }

    /// <summary>Whether the schema becomes a class with a base class, or with derived ones.</summary>
    public bool Contains(OpenApiSchema schema) => _parents.ContainsKey(schema) || _children.ContainsKey(schema);

    /// <summary>The base class's schema, or null.</summary>
    public Located<OpenApiSchema>? Parent(OpenApiSchema schema) => _parents.TryGetValue(schema, out var parent) ? parent : null;

    /// <summary>All that derive from the schema, the most derived first.</summary>
    public IEnumerable<Located<OpenApiSchema>> Descendants(OpenApiSchema schema) => _children.TryGetValue(schema, out var children)
        ? children.SelectMany(child => Descendants(child.Value).Append(child))
        : [];

    /// <summary>The discriminator that tells the schema from its relatives; null when it has none.</summary>
    public Located<OpenApiSchema>? Root(Located<OpenApiSchema> schema)
    {
        var root = schema;
        while (Parent(root.Value) is { } parent)
        {
            root = parent;
        }
        return root.Value.Discriminator is null || !Contains(schema.Value) ? null : root;
    }

    /// <summary>The values that stand for a schema: as the mapping says, else the only one that it allows itself, else its name.</summary>
    public List<string> Tags(Located<OpenApiSchema> root, Located<OpenApiSchema> schema)
    {
        var mapped = Discriminators.Mapping(_context, root, root.Value.Discriminator!).Where(entry => entry.Target == schema.Value).Select(static entry => entry.Value).ToList();
        return mapped.Count > 0 || (Constant(schema, root.Value.Discriminator!.PropertyName) ?? Discriminators.Value(_components, schema.Value)) is not { } value ? mapped : [value];
    }

    /// <summary>The only value that a schema's own words allow for a property; null when they allow several.</summary>
    private string? Constant(Located<OpenApiSchema> schema, string property) => schema.Value.AllOf.Where(static branch => branch.Reference is null).Prepend(schema.Value)
        .Select(part => part.Properties[property] is { } declared ? _context.References.Schema(schema.With(declared))?.Value : null)
        .Select(static value => value?.Const ?? (value?.Enum is { Length: 1 } values ? values[0] : null))
        .OfType<ScalarNode>().FirstOrDefault(static value => !value.IsNull)?.Text;

    /// <summary>What derives from the schema and is meant by a value that stands for nothing (3.2, <c>defaultMapping</c>); null when there is none.</summary>
    public Located<OpenApiSchema>? Default(Located<OpenApiSchema> root, OpenApiSchema schema)
    {
        if (root.Value.Discriminator!.DefaultMapping is not { } reference || Discriminators.Target(_context, root.File, reference) is not { } target)
        {
            return null;
        }
        var found = Descendants(schema).Where(child => child.Value == target).ToList();
        return found.Count > 0 ? found[0] : null;
    }

    // What is not emitted together, or not visible wherever the derived class is, cannot be its base class.
    private static bool CanDerive(Located<OpenApiSchema> child, Located<OpenApiSchema> parent) =>
        child.Value != parent.Value && child.File.Source.Options.Emit == parent.File.Source.Options.Emit
        && (child.File.Source.Options.Visibility == parent.File.Source.Options.Visibility || parent.File.Source.Options.Visibility == Model.Visibility.Public);

    private bool IsOfHierarchy(Located<OpenApiSchema> schema, HashSet<OpenApiSchema> visited)
    {
        if (!visited.Add(schema.Value) || _components.Find(schema.Value) is null)
        {
            return false;
        }
        var parents = schema.Value.AllOf.Where(static parent => parent.Reference is not null).Select(parent => _context.References.Schema(schema.With(parent))).ToList();
        // A schema among its own ancestors has no class to derive from.
        return parents.TrueForAll(parent => parent is not { } ancestor || !visited.Contains(ancestor.Value))
            && ((schema.Value.Discriminator is not null && schema.Value.OneOf.Concat(schema.Value.AnyOf).All(branch => Names(schema, branch)))
                || parents.Exists(parent => parent is { } ancestor && IsOfHierarchy(ancestor, visited)));
    }

    /// <summary>Whether a branch of the base's union is one of its own children.</summary>
    private bool Names(Located<OpenApiSchema> parent, OpenApiSchema branch) =>
        _context.References.Schema(parent.With(branch)) is { } child
        && child.Value.AllOf.Any(reference => reference.Reference is not null && _context.References.Schema(child.With(reference))?.Value == parent.Value);

    private List<Located<OpenApiSchema>> Children(OpenApiSchema schema)
    {
        if (!_children.TryGetValue(schema, out var children))
        {
            _children.Add(schema, children = []);
        }
        return children;
    }
}
