using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.Types;

/// <summary>Decides which C# type a schema becomes.</summary>
internal sealed partial class SchemaBinder(BindingContext context, TypeTable table, ComponentNames components, Hierarchies hierarchies)
{
    private const int DeepestNesting = 200;
    private const string Folder = "Models";
    private readonly Dictionary<OpenApiSchema, TypeReference> _types = [];
    private readonly HashSet<OpenApiSchema> _pending = [];
    private readonly ObjectBinder _objects = new(context, table, hierarchies);
    private readonly Queue<Action> _classes = [];
    private bool _isBindingClasses;
    // Where types go that have no name of their own: into the file of the schema that they stand in.
    private (SpecificationFile Specification, string HintName)? _file;

    /// <summary>The type; the classes that it shows are bound one after the other, for a chain of them may be longer than any stack.</summary>
    /// <param name="schema">The schema, which may be a reference.</param>
    /// <param name="name">What an emitted type is called if the schema has no name of its own.</param>
    /// <param name="file">Where types go that stand in no schema that has a name; null: each into a file of its own.</param>
    public TypeReference Bind(Located<OpenApiSchema> schema, string name, (SpecificationFile Specification, string HintName)? file)
    {
        if (_isBindingClasses || _pending.Count > 0)
        {
            return BindType(schema, name);
        }
        _file = file;
        var type = BindType(schema, name);
        _isBindingClasses = true;
        while (_classes.Count > 0)
        {
            _classes.Dequeue()();
        }
        _isBindingClasses = false;
        _file = null;
        return type;
    }

    private TypeReference BindType(Located<OpenApiSchema> schema, string name)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        var nullable = schema.Value.Nullable;
        var outer = _file;
        var inner = outer;
        if (schema.Value.Reference is not null)
        {
            if (context.References.Schema(schema) is not { } target)
            {
                return TypeReference.Any;
            }
            schema = target;
            inner = null;
        }
        if (!_types.TryGetValue(schema.Value, out var type))
        {
            // A schema that contains itself without an object in between has no finite type.
            if (_pending.Count > DeepestNesting || !_pending.Add(schema.Value))
            {
                return Untyped(schema);
            }
            var component = components.Find(schema.Value);
            _file = component is { } known ? (known.File, HintNames.Make(known.File.Source.Options.Namespace, Folder, known.Name)) : inner;
            type = Decide(schema, component?.Name ?? name);
            _file = outer;
            _pending.Remove(schema.Value);
            _types[schema.Value] = type;
        }
        return nullable && type.Kind != TypeKind.Any ? type.OrNull() : type;
    }

    private TypeReference Decide(Located<OpenApiSchema> located, string name)
    {
        var schema = located.Value;
        if (schema.BooleanValue is not null)
        {
            return TypeReference.Any;
        }
        var type = DecideNotNull(located, name);
        return IsNullable(located) && type.Kind != TypeKind.Any ? type.OrNull() : type;
    }

    /// <summary>Whether null is a value: by the type, as a branch of a union, or as a value of an enum without a type.</summary>
    private bool IsNullable(Located<OpenApiSchema> located) =>
        located.Value.Nullable
        || (!(located.Value.OneOf.IsEmpty && located.Value.AnyOf.IsEmpty) && HasNullBranch(located))
        || (located.Value.Enum is { } values && values.Any(static value => value is ScalarNode { IsNull: true }));

    private bool HasNullBranch(Located<OpenApiSchema> located) => (!located.Value.OneOf.IsEmpty ? located.Value.OneOf : located.Value.AnyOf)
        .Any(branch => _kinds.Of(located.With(branch)) is not JsonKinds.Any and var kinds && (kinds & JsonKinds.Null) != 0);

    private static bool IsNull(OpenApiSchema schema) => schema.Types == SchemaTypes.Null || schema.Const is ScalarNode { IsNull: true };

    private TypeReference DecideNotNull(Located<OpenApiSchema> located, string name)
    {
        var schema = located.Value;
        if (hierarchies.Contains(schema))
        {
            return Class(located, name);
        }
        if (Constants(located, name) is { } constants)
        {
            return constants;
        }
        if (Union(located, name) is { } union)
        {
            return union;
        }
        if (schema.Enum is { } values && Enumeration(located, values, name) is { } enumeration)
        {
            return enumeration;
        }
        if (!schema.AllOf.IsEmpty)
        {
            return Composition(located, name);
        }
        switch ((schema.Types & ~SchemaTypes.Null) is not SchemaTypes.None and var types ? types : Scalars.Implied(schema.Format))
        {
            case SchemaTypes.Boolean:
                return new TypeReference(TypeKind.Boolean);
            case SchemaTypes.Integer:
                return new TypeReference(Scalars.Integer(schema.Format));
            case SchemaTypes.Number or (SchemaTypes.Number | SchemaTypes.Integer):
                return new TypeReference(Scalars.Number(schema.Format));
            case SchemaTypes.String:
                return new TypeReference(Scalars.String(schema));
            case SchemaTypes.Array:
                return Array(located, name);
            case SchemaTypes.Object:
                return Object(located, name);
            case SchemaTypes.None when schema.Properties.Count > 0 || schema.PatternProperties.Count > 0 || schema.AdditionalProperties is { BooleanValue: null }:
                return Object(located, name);
            case SchemaTypes.None when schema.Items is not null:
                return Array(located, name);
            case SchemaTypes.None:
                return schema.Const is ScalarNode constant ? new TypeReference(Scalars.Of(constant)) : TypeReference.Any;
            default:
                return TypeReference.Any;
        }
    }

    private TypeReference Untyped(Located<OpenApiSchema> located)
    {
        context.Diagnostics(located.File).Report(DiagnosticDescriptors.UntypedSchema, located.Value.Range.FirstLine);
        return TypeReference.Any;
    }

    private TypeReference Array(Located<OpenApiSchema> located, string name) =>
        TypeReference.List(Element(located) is { } items ? BindType(located.With(items), name + "Item") : TypeReference.Any);

    /// <summary>What all elements are; null when the positions of a tuple differ, or nothing is said of what comes after them.</summary>
    private OpenApiSchema? Element(Located<OpenApiSchema> located)
    {
        var schema = located.Value;
        if (schema.PrefixItems.IsEmpty)
        {
            return schema.Items;
        }
        var isClosed = schema.Items is { BooleanValue: false } || schema.Validation?.MaxItems <= schema.PrefixItems.Length;
        if (schema.Items is null && !isClosed)
        {
            return null;
        }
        var all = isClosed ? schema.PrefixItems : schema.PrefixItems.Add(schema.Items!);
        var signature = Signature(located.With(all[0]), 0);
        return all.All(item => Signature(located.With(item), 0) == signature) ? all.OrderByDescending(item => Width(located.With(item))).First() : null;
    }

    private TypeReference Object(Located<OpenApiSchema> located, string name)
    {
        var schema = located.Value;
        if (schema.Properties.Count > 0)
        {
            return Class(located, name);
        }
        // An object that names nothing but patterns is meant as a map of what they describe.
        var values = schema.PatternProperties.Select(static pattern => pattern.Value).ToList();
        if (schema.AdditionalProperties is { BooleanValue: not false } others)
        {
            values.Add(others);
        }
        var types = values.ConvertAll(value => BindType(located.With(value), name + "Value"));
        return TypeReference.Map(types.Count > 0 && types.TrueForAll(type => type == types[0]) ? types[0] : TypeReference.Any);
    }

    private TypeReference Class(Located<OpenApiSchema> located, string name)
    {
        var (type, source, file) = Claim(TypeKind.Object, located, name);
        // Known before its properties are, which may refer to it.
        _types[located.Value] = IsNullable(located) ? type.OrNull() : type;
        _classes.Enqueue(BindClass);
        return type;

        void BindClass()
        {
            _file = (located.File, file);
            if (!_objects.Bind(located, type, file, source, Documentation(located.Value)))
            {
                _classes.Enqueue(BindClass);
            }
            _file = null;
        }
    }

    private (TypeReference Type, string Source, string File) Claim(TypeKind kind, Located<OpenApiSchema> located, string name)
    {
        var @namespace = located.File.Source.Options.Namespace;
        var source = located.File.Source.RelativePath + ": " + name;
        var (role, members) = kind switch
        {
            TypeKind.Enum or TypeKind.IntegerEnum => ("Kind", EnumMembers),
            TypeKind.Union => ("Union", UnionBinder.UnionMembers),
            _ => ("Model", ObjectBinder.ClassMembers),
        };
        if (components.Find(located.Value) is { } component)
        {
            if (!members.Contains(component.Name))
            {
                return Named(component.Name, component.File.Source.RelativePath + component.Pointer);
            }
            source = component.File.Source.RelativePath + component.Pointer;
        }
        // A member cannot have the name of its type.
        name = members.Contains(name) ? name + role : name;
        return Named(context.Names.Claim(@namespace, name, [name + role, ClientNames.Stem(located.File) + name], source), source);

        (TypeReference, string, string) Named(string claimed, string place) => (
            new TypeReference(kind, @namespace, claimed), place, _file is { } file && file.Specification == located.File ? file.HintName : HintNames.Make(@namespace, Folder, claimed));
    }

    private static string? Documentation(OpenApiSchema schema) => schema.Description ?? schema.Title;
}
