using System.Collections.Concurrent;
using System.ComponentModel;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>What a schema demands that no type says: <c>not</c>, <c>if</c>, <c>contains</c> and their like (JSON Schema 2020-12), checked in the value's JSON.</summary>
/// <param name="schema">The schema, which refers to nothing else.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SchemaCondition(string schema)
{
    private readonly JsonElement _schema = Parse(schema);
    private readonly ConcurrentDictionary<string, Regex> _patterns = new(StringComparer.Ordinal);

    /// <summary>The keywords that the value does not meet.</summary>
    internal IEnumerable<string> Failed(JsonElement value)
    {
        foreach (var keyword in _schema.EnumerateObject())
        {
            if (!Holds(_schema, keyword.Name, keyword.Value, value))
            {
                yield return keyword.Name;
            }
        }
    }

    private static JsonElement Parse(string schema)
    {
        using var document = JsonDocument.Parse(schema, new JsonDocumentOptions { MaxDepth = JsonDepth.Maximum });
        return document.RootElement.Clone();
    }

    private bool Fits(JsonElement schema, JsonElement value)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return schema.ValueKind == JsonValueKind.True;
        }
        foreach (var keyword in schema.EnumerateObject())
        {
            if (!Holds(schema, keyword.Name, keyword.Value, value))
            {
                return false;
            }
        }
        return true;
    }

    private bool Holds(JsonElement schema, string keyword, JsonElement operand, JsonElement value) => keyword switch
    {
        "type" => operand.ValueKind == JsonValueKind.Array ? operand.EnumerateArray().Any(type => IsOf(type, value)) : IsOf(operand, value),
        "const" => JsonElement.DeepEquals(operand, value),
        "enum" => operand.EnumerateArray().Any(item => JsonElement.DeepEquals(item, value)),
        "allOf" => operand.EnumerateArray().All(branch => Fits(branch, value)),
        "anyOf" => operand.EnumerateArray().Any(branch => Fits(branch, value)),
        "oneOf" => operand.EnumerateArray().Count(branch => Fits(branch, value)) == 1,
        "not" => !Fits(operand, value),
        "if" => !schema.TryGetProperty(Fits(operand, value) ? "then" : "else", out var consequence) || Fits(consequence, value),
        _ => value.ValueKind switch
        {
            JsonValueKind.Object => OfObject(schema, keyword, operand, value),
            JsonValueKind.Array => OfArray(schema, keyword, operand, value),
            JsonValueKind.String => OfText(keyword, operand, value.GetString()!),
            JsonValueKind.Number => OfNumber(keyword, operand, value),
            _ => true,
        },
    };

    private bool OfObject(JsonElement schema, string keyword, JsonElement operand, JsonElement value) => keyword switch
    {
        "required" => operand.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "properties" => operand.EnumerateObject().All(property => !value.TryGetProperty(property.Name, out var member) || Fits(property.Value, member)),
        "patternProperties" => operand.EnumerateObject().All(pattern => value.EnumerateObject().All(member => !Matches(pattern.Name, member.Name) || Fits(pattern.Value, member.Value))),
        "additionalProperties" => value.EnumerateObject().All(member => IsDeclared(schema, member.Name) || Fits(operand, member.Value)),
        "propertyNames" => value.EnumerateObject().All(member => Fits(operand, WorkflowJson.From<string, StringCodec>(member.Name))),
        "dependentRequired" => operand.EnumerateObject().All(entry => !value.TryGetProperty(entry.Name, out _) || entry.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _))),
        "dependentSchemas" => operand.EnumerateObject().All(entry => !value.TryGetProperty(entry.Name, out _) || Fits(entry.Value, value)),
        "minProperties" => value.GetPropertyCount() >= operand.GetDouble(),
        "maxProperties" => value.GetPropertyCount() <= operand.GetDouble(),
        _ => true,
    };

    private bool IsDeclared(JsonElement schema, string name) =>
        (schema.TryGetProperty("properties", out var declared) && declared.TryGetProperty(name, out _))
        || (schema.TryGetProperty("patternProperties", out var patterns) && patterns.EnumerateObject().Any(pattern => Matches(pattern.Name, name)));

    private bool Matches(string pattern, string text) => _patterns.GetOrAdd(pattern, Validator.Compile).IsMatch(text);

    private bool OfArray(JsonElement schema, string keyword, JsonElement operand, JsonElement value) => keyword switch
    {
        "prefixItems" => operand.EnumerateArray().Zip(value.EnumerateArray()).All(pair => Fits(pair.First, pair.Second)),
        "items" => value.EnumerateArray().Skip(schema.TryGetProperty("prefixItems", out var first) ? first.GetArrayLength() : 0).All(item => Fits(operand, item)),
        "contains" => value.EnumerateArray().Count(item => Fits(operand, item)) is var count
            && count >= (schema.TryGetProperty("minContains", out var least) ? least.GetDouble() : 1) && (!schema.TryGetProperty("maxContains", out var most) || count <= most.GetDouble()),
        "minItems" => value.GetArrayLength() >= operand.GetDouble(),
        "maxItems" => value.GetArrayLength() <= operand.GetDouble(),
        "uniqueItems" => operand.ValueKind != JsonValueKind.True || !value.EnumerateArray().Where((item, index) => value.EnumerateArray().Take(index).Any(earlier => JsonElement.DeepEquals(earlier, item))).Any(),
        _ => true,
    };

    private bool OfText(string keyword, JsonElement operand, string value) => keyword switch
    {
        "minLength" => Validator.Length(value) >= operand.GetDouble(),
        "maxLength" => Validator.Length(value) <= operand.GetDouble(),
        "pattern" => Matches(operand.GetString()!, value),
        _ => true,
    };

    private static bool OfNumber(string keyword, JsonElement operand, JsonElement value)
    {
        if (keyword is not ("minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf"))
        {
            return true;
        }
        var isExact = value.TryGetDecimal(out var number) & operand.TryGetDecimal(out var bound);
        var order = isExact ? number.CompareTo(bound) : value.GetDouble().CompareTo(operand.GetDouble());
        return keyword switch
        {
            "minimum" => order >= 0,
            "maximum" => order <= 0,
            "exclusiveMinimum" => order > 0,
            "exclusiveMaximum" => order < 0,
            _ => !isExact || bound == 0 || number % bound == 0,
        };
    }

    private static bool IsOf(JsonElement type, JsonElement value) => type.GetString() switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && (value.TryGetDecimal(out var number) ? number == decimal.Truncate(number) : value.GetDouble() is var large && large == Math.Floor(large)),
        "string" => value.ValueKind == JsonValueKind.String,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => true,
    };
}
