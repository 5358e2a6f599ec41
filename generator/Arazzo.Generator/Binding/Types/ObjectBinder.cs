using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Types;

/// <summary>Decides what the class of an object schema looks like.</summary>
internal sealed class ObjectBinder(BindingContext context, TypeTable table)
{
    // Members that every class has, the one for what is not declared, and what the class calls by its name.
    public static readonly HashSet<string> ClassMembers = new(StringComparer.Ordinal)
    {
        "AdditionalProperties", "Equals", "Finalize", "GetHashCode", "GetType", "JsonReaderExtensions", "MemberwiseClone", "ReferenceEquals", "ToString",
    };

    public void Bind(Located<OpenApiSchema> schema, TypeReference type, string source, string? documentation)
    {
        var shape = ObjectShape.Merge(context, schema);
        var texts = shape.Properties.ConvertAll(static property => property.Entry.Name);
        var names = MemberNames.Assign(texts, name => ClassMembers.Contains(name) || name == type.Name, "Value", CSharpName.Pascal);
        var properties = new List<PropertyModel>(texts.Count);
        for (var index = 0; index < texts.Count; index++)
        {
            properties.Add(Property(type, shape, texts[index], names[index], shape.Properties[index].Schema));
        }
        var additional = shape.AdditionalProperties is { } values ? table.Bind(values, type.Name + "Value") : null;
        table.Add(
            new ObjectModel(
                HintNames.Type(type),
                schema.File.Source.Options.Visibility,
                type.Namespace!,
                type.Name!,
                documentation,
                source,
                properties.ToEquatableArray(),
                additional,
                schema.Value.Deprecated),
            schema.File);
    }

    private PropertyModel Property(TypeReference parent, ObjectShape shape, string text, string name, Located<OpenApiSchema> schema)
    {
        // What is written beside a $ref speaks of the property, what it leads to of the type.
        var type = table.Bind(schema, parent.Name + name);
        var target = schema.Value.Reference is null ? schema : context.References.Schema(schema) ?? schema;
        var value = schema.Value.Default ?? target.Value.Default;
        return new PropertyModel(
            text,
            name,
            type,
            shape.Required.Contains(text),
            schema.Value.Description ?? schema.Value.Title ?? target.Value.Description ?? target.Value.Title,
            value is ScalarNode { IsNull: false } scalar ? scalar.Text : null,
            schema.Value.Deprecated || target.Value.Deprecated);
    }
}
