using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.Types;

/// <summary>The C# types of all schemas. A schema has one type, whoever asks, and recursion ends in a name.</summary>
internal sealed class TypeTable
{
    private readonly Dictionary<(string? Namespace, string? Name), TypeModel> _models = [];
    private readonly Dictionary<(string? Namespace, string? Name), SpecificationFile> _owners = [];
    private readonly Dictionary<(string? Namespace, string? Name), Tag> _tags = [];
    private readonly Dictionary<(string? Namespace, string? Name), Located<OpenApiSchema>> _schemas = [];
    private readonly SchemaBinder _binder;

    public TypeTable(BindingContext context, ComponentNames components) => _binder = new SchemaBinder(context, this, components, new Hierarchies(context, components));

    /// <summary>Every class, union and enum so far, in the order in which they were met.</summary>
    public IEnumerable<(TypeModel Model, SpecificationFile Owner)> Models => _models.Select(pair => (pair.Value, _owners[pair.Key]));

    /// <summary>The document of the operation that is bound, and the file that it is in.</summary>
    public (SpecificationFile Specification, string HintName)? Operation { get; set; }

    /// <summary>The type of a schema.</summary>
    /// <param name="schema">The schema, which may be a reference.</param>
    /// <param name="name">What an emitted type is called if the schema has no name of its own: parent and role.</param>
    /// <param name="isOfOperation">Whether the schema stands in <see cref="Operation"/>, so that an emitted type goes into the operation's file.</param>
    /// <returns>The type, nullable when null is among its values.</returns>
    public TypeReference Bind(Located<OpenApiSchema> schema, string name, bool isOfOperation = false) => _binder.Bind(schema, name, isOfOperation ? Operation : null);

    /// <summary>The class behind a type, or null when it is none.</summary>
    public ObjectModel? FindObject(TypeReference type) => Find(type) as ObjectModel;

    /// <summary>The enum behind a type, or null when it is none.</summary>
    public EnumModel? FindEnum(TypeReference type) => Find(type) as EnumModel;

    /// <summary>The union behind a type, or null when it is none.</summary>
    public UnionModel? FindUnion(TypeReference type) => Find(type) as UnionModel;

    /// <summary>The schema that became a class of a hierarchy, or null.</summary>
    public Located<OpenApiSchema>? FindSchema(TypeReference type) => _schemas.TryGetValue((type.Namespace, type.Name), out var schema) ? schema : null;

    /// <summary>Notes which schema a class of a hierarchy comes from.</summary>
    public void SetSchema(TypeReference type, Located<OpenApiSchema> schema) => _schemas[(type.Namespace, type.Name)] = schema;

    /// <summary>The property of a class by its name in JSON, or null.</summary>
    public PropertyModel? FindProperty(TypeReference type, string jsonName)
    {
        if (FindObject(type) is { } model)
        {
            foreach (var property in model.Properties)
            {
                if (string.Equals(property.JsonName, jsonName, StringComparison.Ordinal))
                {
                    return property;
                }
            }
        }
        return null;
    }

    public void Add(TypeModel model, SpecificationFile owner)
    {
        _models[(model.Namespace, model.Name)] = model;
        _owners[(model.Namespace, model.Name)] = owner;
        Apply((model.Namespace, model.Name));
    }

    /// <summary>Notes that a discriminator tells a class by one value, which its property then has by itself.</summary>
    /// <param name="type">The class.</param>
    /// <param name="property">The property in JSON.</param>
    /// <param name="value">The value. Where two unions want two, who makes an object must say which.</param>
    public void SetTag(TypeReference type, string property, string value)
    {
        var key = (type.Namespace, type.Name);
        if (_tags.TryGetValue(key, out var tag) && (tag.Property != property || tag.Value != value))
        {
            (property, value) = (tag.Property, null!);
        }
        _tags[key] = new Tag(property, value, tag.IsApplied);
        Apply(key);
    }

    private void Apply((string? Namespace, string? Name) key)
    {
        if (!_tags.TryGetValue(key, out var tag) || !_models.TryGetValue(key, out var file) || file is not ObjectModel { Base: null, Discriminator: null } model)
        {
            return;
        }
        var properties = model.Properties.ToList();
        var index = properties.FindIndex(property => property.JsonName == tag.Property
            && (tag.IsApplied || (property is { Constant: null, IsReadOnly: false, Type.IsNullable: false } && property.CanBe(tag.Value!))));
        if (index >= 0)
        {
            properties[index] = properties[index] with { Constant = tag.Value };
            _models[key] = model with { Properties = properties.ToEquatableArray() };
            _tags[key] = tag with { IsApplied = true };
        }
    }

    private TypeModel? Find(TypeReference type) => _models.TryGetValue((type.Namespace, type.Name), out var model) ? model : null;

    private readonly record struct Tag(string Property, string? Value, bool IsApplied);
}
