using System.Text;
using Arazzo.Generator.Binding.References;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;
using Arazzo.Generator.Specifications;

namespace Arazzo.Generator.Binding.Types;

/// <summary>
/// Writes what no C# type can say of a value, <c>not</c>, <c>if</c>, <c>contains</c> and their like, as one JSON Schema that refers to nothing else; the runtime checks values with it when it
/// is asked to.
/// </summary>
internal sealed class ConditionWriter(BindingContext context)
{
    private const string Patterns = "patternProperties";
    private const int DeepestNesting = 12;
    private const int LongestCondition = 16_000;

    private static readonly HashSet<string> Conditions = new(StringComparer.Ordinal)
    {
        "not", "if", "then", "else", "dependentSchemas", "dependentRequired", "contains", "minContains", "maxContains", "propertyNames",
    };

    private static readonly ScalarNode True = new("true", ScalarKind.Boolean, default);

    // By what stands in them: schemas, maps of schemas, and what is a value itself.
    private static readonly HashSet<string> Schemas = new(StringComparer.Ordinal) { "not", "if", "then", "else", "contains", "propertyNames", "items", "additionalProperties" };
    private static readonly HashSet<string> SchemaLists = new(StringComparer.Ordinal) { "allOf", "anyOf", "oneOf", "prefixItems" };
    private static readonly HashSet<string> SchemaMaps = new(StringComparer.Ordinal) { "properties", "dependentSchemas", Patterns };
    private static readonly HashSet<string> Values = new(StringComparer.Ordinal)
    {
        "type", "const", "enum", "required", "dependentRequired", "minContains", "maxContains", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
        "minLength", "maxLength", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
    };

    // Whoever leaves these out would forbid or allow something else.
    private static readonly HashSet<string> Unknown = new(StringComparer.Ordinal) { "$dynamicRef", "$recursiveRef", "unevaluatedProperties", "unevaluatedItems", "dependencies" };

    /// <summary>The condition of a schema; null when it has none, or none that can be written.</summary>
    public string? Write(Located<OpenApiSchema> schema)
    {
        // 3.0 ignores what stands beside a reference.
        if (schema.Value.Node is not MappingNode mapping || !mapping.Entries.Any(static entry => IsCondition(entry) || entry.Key.Text == Patterns) || (schema.Value.Reference is not null && context.References.Reader(schema.File).Version <= OpenApiVersion.V3_0))
        {
            return null;
        }
        var json = new StringBuilder();
        // What fits no pattern is looked at as well, if nothing else may be there.
        var isByPattern = mapping[Patterns] is not null;
        var isClosed = isByPattern && mapping["additionalProperties"] is ScalarNode { Kind: ScalarKind.Boolean, IsTrue: false };
        var entries = mapping.Entries.Where(entry => IsCondition(entry) || (isByPattern && entry.Key.Text == Patterns) || (isClosed && entry.Key.Text is "additionalProperties" or "properties"))
            .Select(static entry => entry is { Key.Text: "properties", Value: MappingNode declared } ? new MappingEntry(entry.Key, new MappingNode([.. declared.Entries.Select(static property => new MappingEntry(property.Key, True))], entry.Value.Range)) : entry);
        return Members(json, schema.File, entries, 0) && IsWhole(json) ? json.ToString() : null;
    }

    /// <summary>Whether a keyword changes no type: one of these, or alternatives that only ask for properties.</summary>
    private static bool IsCondition(MappingEntry entry) => Conditions.Contains(entry.Key.Text)
        || (entry.Key.Text is "anyOf" or "oneOf" && entry.Value is SequenceNode { Items.Length: > 0 } branches
            && branches.Items.All(static branch => branch is MappingNode mapping && mapping["required"] is not null && mapping.Entries.All(static keyword => keyword.Key.Text is "required" or "not" or "title" or "description")));

    private bool Members(StringBuilder json, SpecificationFile file, IEnumerable<MappingEntry> entries, int depth)
    {
        var separator = '{';
        foreach (var entry in entries)
        {
            var start = json.Length;
            json.Append(separator).Append(NodeJson.WriteString(entry.Key.Text)).Append(':');
            if (Keyword(json, file, entry, depth) is not { } isKnown)
            {
                return false;
            }
            if (isKnown)
            {
                separator = ',';
            }
            else
            {
                json.Length = start;
            }
        }
        json.Append(separator == '{' ? "{}" : "}");
        return json.Length <= LongestCondition;
    }

    /// <summary>Writes the value of a keyword. False: it only annotates. Null: it cannot be written.</summary>
    private bool? Keyword(StringBuilder json, SpecificationFile file, MappingEntry entry, int depth)
    {
        var name = entry.Key.Text;
        if (Unknown.Contains(name))
        {
            return null;
        }
        switch (entry.Value)
        {
            case var schema when Schemas.Contains(name):
                return Schema(json, file, schema, depth) ? true : null;
            case SequenceNode list when SchemaLists.Contains(name):
                json.Append('[');
                for (var index = 0; index < list.Items.Length; index++)
                {
                    json.Append(index > 0 ? "," : "");
                    if (!Schema(json, file, list.Items[index], depth))
                    {
                        return null;
                    }
                }
                json.Append(']');
                return true;
            case MappingNode map when SchemaMaps.Contains(name):
                json.Append('{');
                for (var index = 0; index < map.Entries.Length; index++)
                {
                    var key = name == Patterns ? EcmaPattern.Translate(map.Entries[index].Key.Text, out _) : map.Entries[index].Key.Text;
                    json.Append(index > 0 ? "," : "").Append(NodeJson.WriteString(key ?? "")).Append(':');
                    if (key is null || !Schema(json, file, map.Entries[index].Value, depth))
                    {
                        return null;
                    }
                }
                json.Append('}');
                return true;
            case ScalarNode pattern when name == "pattern":
                if (EcmaPattern.Translate(pattern.Text, out _) is not { } translated)
                {
                    return null;
                }
                json.Append(NodeJson.WriteString(translated));
                return true;
            case ScalarNode { Kind: ScalarKind.Boolean } when name is "exclusiveMinimum" or "exclusiveMaximum":
                return null;
            case var value when Values.Contains(name):
                json.Append(NodeJson.Write(value));
                return IsUsable(name, value) ? true : null;
            default:
                return SchemaLists.Contains(name) || SchemaMaps.Contains(name) ? null : false;
        }
    }

    private static bool IsUsable(string name, Node value) => name switch
    {
        "const" => true,
        "enum" => value is SequenceNode,
        "type" => value is ScalarNode { Kind: ScalarKind.String } || IsTexts(value),
        "required" => IsTexts(value),
        "dependentRequired" => value is MappingNode map && map.Entries.All(static entry => IsTexts(entry.Value)),
        "uniqueItems" => value is ScalarNode { Kind: ScalarKind.Boolean },
        _ => value is ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Float } number && NodeJson.Write(number)[0] != '"',
    };

    private static bool IsTexts(Node node) => node is SequenceNode list && list.Items.All(static item => item is ScalarNode { Kind: ScalarKind.String });

    private bool Schema(StringBuilder json, SpecificationFile file, Node node, int depth)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        if (depth > DeepestNesting || json.Length > LongestCondition)
        {
            return false;
        }
        if (node is ScalarNode { Kind: ScalarKind.Boolean } boolean)
        {
            json.Append(boolean.IsTrue ? "true" : "false");
            return true;
        }
        if (node is not MappingNode mapping)
        {
            return false;
        }
        var isNullable = mapping["nullable"] is ScalarNode { IsTrue: true } && mapping["type"] is not null;
        json.Append(isNullable ? "{\"anyOf\":[{\"type\":\"null\"}," : "");
        if (mapping["$ref"] is null)
        {
            return Members(json, file, mapping.Entries, depth + 1) && Close();
        }
        var schema = new Located<OpenApiSchema>(file, context.References.Reader(file).ReadSchema(mapping));
        var reference = new OpenApiSchema(mapping) { Reference = schema.Value.Reference ?? schema.Value.AllOf.FirstOrDefault()?.Reference };
        if (reference.Reference is null || context.References.Schema(schema.With(reference)) is not { } target)
        {
            return false;
        }
        json.Append("{\"allOf\":[");
        if (!Schema(json, target.File, target.Value.Node, depth + 1))
        {
            return false;
        }
        json.Append(',');
        if (!Members(json, file, mapping.Entries.Where(static entry => entry.Key.Text != "$ref"), depth + 1))
        {
            return false;
        }
        json.Append("]}");
        return Close();

        bool Close()
        {
            json.Append(isNullable ? "]}" : "");
            return true;
        }
    }

    // Half of a surrogate pair is no character, and no JSON.
    private static bool IsWhole(StringBuilder json)
    {
        for (var index = 0; index < json.Length; index++)
        {
            if (char.IsSurrogate(json[index]))
            {
                if (!char.IsHighSurrogate(json[index]) || index + 1 == json.Length || !char.IsLowSurrogate(json[index + 1]))
                {
                    return false;
                }
                index++;
            }
        }
        return true;
    }
}
