using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.Model;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Types;

/// <summary>Decides what the class of an object schema looks like.</summary>
internal sealed class ObjectBinder(BindingContext context, TypeTable table)
{
    private const int LongestExample = 80;

    // Members that every class has, the one for what is not declared, and what the class calls by its name.
    public static readonly HashSet<string> ClassMembers = new(StringComparer.Ordinal)
    {
        "AdditionalProperties", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReadJson", "ReferenceEquals", "ToString", "Validate", "WriteJson",
    };

    public void Bind(Located<OpenApiSchema> schema, TypeReference type, string source, string? documentation)
    {
        var shape = ObjectShape.Merge(context, schema);
        var texts = shape.Properties.ConvertAll(static property => property.Entry.Name);
        var names = MemberNames.Assign(texts, name => ClassMembers.Contains(name) || TypeNames.IsCodec(name) || name == type.Name, "Value", CSharpName.Pascal);
        var properties = new List<PropertyModel>(texts.Count);
        for (var index = 0; index < texts.Count; index++)
        {
            properties.Add(Property(type, shape, texts[index], names[index], shape.Properties[index].Schema));
        }
        table.Add(
            new ObjectModel(
                HintNames.Type(type),
                schema.File.Source.Options.Visibility,
                type.Namespace!,
                type.Name!,
                documentation,
                source,
                properties.ToEquatableArray(),
                Additional(type, shape),
                shape.IsOpen,
                schema.Value.Deprecated),
            schema.File);
    }

    /// <summary>The one type of all that is not declared; any JSON when there are several.</summary>
    private TypeReference? Additional(TypeReference type, ObjectShape shape)
    {
        if (shape.IsClosed)
        {
            return null;
        }
        var types = shape.Undeclared.ConvertAll(schema => table.Bind(schema, type.Name + "Value"));
        return types.Count > 0 && types.TrueForAll(other => other == types[0]) ? types[0] : TypeReference.Any;
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
            Short(value),
            Short(schema.Value.Examples.Concat(target.Value.Examples).FirstOrDefault()),
            schema.Value.ReadOnly || target.Value.ReadOnly,
            schema.Value.WriteOnly || target.Value.WriteOnly,
            schema.Value.Deprecated || target.Value.Deprecated);
    }

    private static string? Short(Node? node) => node is ScalarNode { IsNull: false, Text: { Length: > 0 and <= LongestExample } text } && text.IndexOf('\n') < 0 ? text : null;
}
