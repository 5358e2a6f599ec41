using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Types;

/// <summary>The extensions in which documents name and describe the values of an enum.</summary>
internal sealed class EnumHints
{
    private static readonly string[] NameKeywords = ["x-enum-varnames", "x-enumNames", "x-enum-names"];
    private static readonly string[] DescriptionKeywords = ["x-enum-descriptions", "x-enumDescriptions"];

    private readonly Node? _names;
    private readonly Node? _descriptions;
    private readonly Dictionary<string, MappingNode> _values = new(StringComparer.Ordinal);

    public EnumHints(OpenApiSchema schema)
    {
        _names = Find(schema, NameKeywords);
        _descriptions = Find(schema, DescriptionKeywords);
        if ((schema.Extension("x-ms-enum") as MappingNode)?["values"] is SequenceNode values)
        {
            foreach (var value in values.Items.OfType<MappingNode>())
            {
                if (value["value"] is ScalarNode text)
                {
                    _values[text.Text] = value;
                }
            }
        }
    }

    /// <summary>What the document calls the type, though it is written inline.</summary>
    public static string? TypeName(OpenApiSchema schema) =>
        (schema.Extension("x-ms-enum") as MappingNode)?["name"] is ScalarNode { IsNull: false, Text: { Length: > 0 } name } ? name : null;

    /// <summary>The value at a position of the list.</summary>
    public EnumValue Value(string text, int index)
    {
        _values.TryGetValue(text, out var value);
        return new EnumValue(text, Text(value?["name"]) ?? At(_names, text, index), Text(value?["description"]) ?? At(_descriptions, text, index));
    }

    private static Node? Find(OpenApiSchema schema, string[] keywords) => keywords.Select(schema.Extension).FirstOrDefault(static node => node is not null);

    // A list runs beside the values, a mapping has them as keys.
    private static string? At(Node? node, string text, int index) => node switch
    {
        SequenceNode list when index < list.Items.Length => Text(list.Items[index]),
        MappingNode mapping => Text(mapping[text]),
        _ => null,
    };

    private static string? Text(Node? node) => node is ScalarNode { IsNull: false, Text: { Length: > 0 } text } ? text : null;
}
