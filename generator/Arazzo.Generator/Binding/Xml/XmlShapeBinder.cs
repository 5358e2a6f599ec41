using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Binding.Types;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;

namespace Arazzo.Generator.Binding.Xml;

/// <summary>Decides how the types of a client stand in XML (OpenAPI 3.2, XML Object). A class has one shape, whoever asks.</summary>
internal sealed class XmlShapeBinder(BindingContext context, TypeTable types)
{
    private const int DeepestNesting = 20;
    private readonly Dictionary<(string?, string?), string> _names = [];
    private readonly Dictionary<string, XmlShapeModel> _shapes = new(StringComparer.Ordinal);
    private readonly Queue<(string Name, Located<OpenApiSchema> Schema, TypeReference Type)> _pending = [];

    /// <summary>How a whole body stands in XML.</summary>
    /// <param name="schema">Its schema, which may be a reference.</param>
    /// <param name="type">What the schema became.</param>
    /// <param name="fallback">What the root is called when neither the schema nor a component says it.</param>
    public XmlBodyModel Bind(Located<OpenApiSchema> schema, TypeReference type, string fallback = "root")
    {
        var target = Target(schema);
        var component = schema.Value.Reference?.Fragment is { } fragment ? Uri.UnescapeDataString(fragment.Substring(fragment.LastIndexOf('/') + 1)) : null;
        var body = new XmlBodyModel(Name(schema, target, component is { Length: > 0 } ? component : fallback), Type(schema, type, "item", 0));
        while (_pending.Count > 0)
        {
            var (name, pending, shape) = _pending.Dequeue();
            _shapes.Add(name, Shape(name, pending, shape));
        }
        return body;
    }

    /// <summary>The shapes that <paramref name="roots"/> need, by name.</summary>
    public EquatableArray<XmlShapeModel> Shapes(IEnumerable<XmlTypeModel> roots)
    {
        var used = new SortedDictionary<string, XmlShapeModel>(StringComparer.Ordinal);
        var open = new Stack<XmlTypeModel>(roots);
        while (open.Count > 0)
        {
            var type = open.Pop();
            if (type.Item is not null)
            {
                open.Push(type.Item);
            }
            if (type.Name is { } name && !used.ContainsKey(name))
            {
                used.Add(name, _shapes[name]);
                foreach (var member in _shapes[name].Members)
                {
                    open.Push(member.Type);
                }
                if (_shapes[name].Others is { } others)
                {
                    open.Push(others);
                }
                foreach (var derived in _shapes[name].Derived)
                {
                    open.Push(derived.Type);
                }
            }
        }
        return used.Values.ToEquatableArray();
    }

    private Located<OpenApiSchema> Target(Located<OpenApiSchema> schema) => context.References.Schema(schema) ?? schema;

    private static XmlNameModel Name(Located<OpenApiSchema> schema, Located<OpenApiSchema> target, string name)
    {
        var own = schema.Value.Xml;
        var xml = target.Value.Xml;
        return new XmlNameModel(own?.Name ?? xml?.Name ?? name, own?.Namespace ?? xml?.Namespace, own?.Prefix ?? xml?.Prefix);
    }

    private XmlTypeModel Type(Located<OpenApiSchema> schema, TypeReference type, string name, int depth)
    {
        if (depth > DeepestNesting)
        {
            return new XmlTypeModel(XmlKind.Any);
        }
        var target = Target(schema);
        switch (type.Kind)
        {
            case TypeKind.Object:
                return new XmlTypeModel(XmlKind.Object, ShapeName(target, type.NotNull()));
            case TypeKind.List when Items(target) is { } items:
                return new XmlTypeModel(XmlKind.Array, Item: Type(items, type.Argument!, name, depth + 1), ItemName: Name(items, Target(items), name));
            case TypeKind.Map:
                var values = target.Value.AdditionalProperties is { BooleanValue: null } others ? Type(target.With(others), type.Argument!, name, depth + 1) : new XmlTypeModel(XmlKind.Any);
                return new XmlTypeModel(XmlKind.Map, Item: values);
            default:
                return new XmlTypeModel(Kind(type));
        }
    }

    private static XmlKind Kind(TypeReference type) => type.Kind switch
    {
        TypeKind.Boolean => XmlKind.Boolean,
        TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal => XmlKind.Number,
        _ => type.IsScalar || type.Kind == TypeKind.Binary ? XmlKind.Text : XmlKind.Any,
    };

    private Located<OpenApiSchema>? Items(Located<OpenApiSchema> array)
    {
        if (array.Value.Items is { } items)
        {
            return array.With(items);
        }
        // An array behind an allOf of one.
        return array.Value.AllOf.Length == 1 ? Items(Target(array.With(array.Value.AllOf[0]))) : null;
    }

    private string ShapeName(Located<OpenApiSchema> schema, TypeReference type)
    {
        var key = (type.Namespace, type.Name);
        if (!_names.TryGetValue(key, out var name))
        {
            name = type.Name!;
            // Types of two namespaces may have one name.
            while (_names.ContainsValue(name) || name == "XmlShapes")
            {
                name += "_" + CSharpName.Fingerprint(type.Namespace + name);
            }
            _names.Add(key, name);
            _pending.Enqueue((name, schema, type));
        }
        return name;
    }

    private XmlShapeModel Shape(string name, Located<OpenApiSchema> schema, TypeReference type)
    {
        var members = new List<XmlMemberModel>();
        foreach (var (entry, property) in ObjectShape.Merge(context, schema).Properties)
        {
            if (types.FindProperty(type, entry.Name) is { } model)
            {
                members.Add(Member(property, model));
            }
        }
        var others = types.FindObject(type)?.AdditionalProperties is { } additional ? new XmlTypeModel(additional.IsScalar ? Kind(additional) : XmlKind.Any) : null;
        return new XmlShapeModel(name, members.ToEquatableArray(), others) { Discriminator = types.FindObject(type)?.Discriminator, Derived = Derived(type) };
    }

    private EquatableArray<XmlDerivedModel> Derived(TypeReference type) => (types.FindObject(type)?.Derived ?? [])
        .Where(static derived => !derived.Tags.IsEmpty)
        .Select(derived => types.FindSchema(derived.Type) is { } schema ? new XmlDerivedModel(Type(schema, derived.Type, "item", 0), derived.Tags) : null)
        .OfType<XmlDerivedModel>()
        .ToEquatableArray();

    private XmlMemberModel Member(Located<OpenApiSchema> property, PropertyModel model)
    {
        var target = Target(property);
        var name = Name(property, target, model.JsonName);
        var xml = property.Value.Xml ?? target.Value.Xml;
        if (model.Type.Kind == TypeKind.List && Items(target) is { } items)
        {
            // The array's own name is that of the wrapper alone; without one, elements have the property's.
            var isWrapped = xml is { Wrapped: true } or { NodeType: "element" };
            var itemName = Name(items, Target(items), isWrapped ? name.Name : model.JsonName);
            var type = Type(items, model.Type.Argument!, itemName.Name, 0);
            return new XmlMemberModel(model.JsonName, XmlNode.Element, itemName, type, IsArray: true, isWrapped ? name : null, model.IsRequired);
        }
        var node = xml switch
        {
            { Attribute: true } or { NodeType: "attribute" } => XmlNode.Attribute,
            { NodeType: "text" } => XmlNode.Text,
            { NodeType: "cdata" } => XmlNode.CData,
            _ => XmlNode.Element,
        };
        return new XmlMemberModel(model.JsonName, node, name, Type(property, model.Type, model.JsonName, 0), IsArray: false, Wrapper: null, model.IsRequired);
    }
}
