using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.Types;

/// <summary>The C# types of all schemas. A schema has one type, whoever asks, and recursion ends in a name.</summary>
internal sealed class TypeTable
{
    private readonly Dictionary<(string? Namespace, string? Name), FileModel> _models = [];
    private readonly Dictionary<(string? Namespace, string? Name), SpecificationFile> _owners = [];
    private readonly SchemaBinder _binder;

    public TypeTable(BindingContext context, ComponentNames components) => _binder = new SchemaBinder(context, this, components, new Hierarchies(context, components));

    /// <summary>Every class, union and enum so far, in the order in which they were met.</summary>
    public IEnumerable<(FileModel Model, SpecificationFile Owner)> Models => _models.Select(pair => (pair.Value, _owners[pair.Key]));

    /// <summary>The type of a schema.</summary>
    /// <param name="schema">The schema, which may be a reference.</param>
    /// <param name="name">What an emitted type is called if the schema has no name of its own: parent and role.</param>
    /// <returns>The type, nullable when null is among its values.</returns>
    public TypeReference Bind(Located<OpenApiSchema> schema, string name) => _binder.Bind(schema, name);

    /// <summary>The class behind a type, or null when it is none.</summary>
    public ObjectModel? FindObject(TypeReference type) => Find(type) as ObjectModel;

    /// <summary>The enum behind a type, or null when it is none.</summary>
    public EnumModel? FindEnum(TypeReference type) => Find(type) as EnumModel;

    /// <summary>The union behind a type, or null when it is none.</summary>
    public UnionModel? FindUnion(TypeReference type) => Find(type) as UnionModel;

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

    public void Add(ObjectModel model, SpecificationFile owner) => Add(model.Namespace, model.Name, model, owner);

    public void Add(EnumModel model, SpecificationFile owner) => Add(model.Namespace, model.Name, model, owner);

    public void Add(UnionModel model, SpecificationFile owner) => Add(model.Namespace, model.Name, model, owner);

    private void Add(string @namespace, string name, FileModel model, SpecificationFile owner)
    {
        _models[(@namespace, name)] = model;
        _owners[(@namespace, name)] = owner;
    }

    private FileModel? Find(TypeReference type) => _models.TryGetValue((type.Namespace, type.Name), out var model) ? model : null;
}
