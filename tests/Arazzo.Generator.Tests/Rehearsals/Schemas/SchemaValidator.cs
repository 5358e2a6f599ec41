using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Arazzo.Generator.Tests.Rehearsals.Documents;

namespace Arazzo.Generator.Tests.Rehearsals.Schemas;

/// <summary>
/// Says where a value is not what a schema allows. Unions are satisfied by any branch: alternatives that overlap are common and harmless.
/// </summary>
internal sealed class SchemaValidator(Direction direction)
{
    private const int Depth = 64;

    private readonly List<string> _faults = [];

    public static IReadOnlyList<string> Check(Spec? schema, JsonNode? value, Direction direction, string place = "")
    {
        var validator = new SchemaValidator(direction);
        if (schema is not null)
        {
            validator.Check(schema, value, place, 0);
        }
        return validator._faults;
    }

    public static bool Accepts(Spec? schema, JsonNode? value, Direction direction) => Check(schema, value, direction).Count == 0;

    private void Check(Spec schema, JsonNode? value, string place, int depth)
    {
        if (schema.Node is not JsonObject || depth > Depth)
        {
            if (Json.Kind(schema.Node) == JsonValueKind.False)
            {
                _faults.Add($"{place}: nothing is allowed here");
            }
            return;
        }
        if (schema.Reference is { } reference)
        {
            if (schema.Resolve(reference) is { } target)
            {
                Check(target, value, place, depth + 1);
            }
            if (schema.Node is JsonObject { Count: 1 })
            {
                return;
            }
        }
        var types = schema.Types;
        if (types.Count > 0 && !types.Any(type => IsOf(type, value)))
        {
            _faults.Add($"{place}: {Show(value)} is not of type {string.Join(" or ", types)}");
            return;
        }
        if (value is null && schema.IsTrue("nullable"))
        {
            return;
        }
        CheckValue(schema, value, place);
        CheckParts(schema, value, place, depth);
        switch (value)
        {
            case JsonObject members:
                CheckObject(schema, members, place, depth);
                break;
            case JsonArray items:
                CheckArray(schema, items, place, depth);
                break;
            default:
                CheckScalar(schema, value, place);
                break;
        }
    }

    private void CheckValue(Spec schema, JsonNode? value, string place)
    {
        // An enum of which no value is of the schema's own type (`type: string`, `enum: [true, false]`) allows nothing at all: that cannot be meant.
        if (schema.Raw("enum")?.Node is JsonArray values && (schema.Types is not { Count: > 0 } types || values.Any(item => types.Any(type => IsOf(type, item)))) && !values.Any(item => JsonNode.DeepEquals(item, value)))
        {
            _faults.Add($"{place}: {Show(value)} is none of {values.ToJsonString()}");
        }
        if (schema.Raw("const") is { } only && !JsonNode.DeepEquals(only.Node, value))
        {
            _faults.Add($"{place}: {Show(value)} is not {only.Node!.ToJsonString()}");
        }
    }

    private void CheckParts(Spec schema, JsonNode? value, string place, int depth)
    {
        foreach (var part in Parts(schema, "allOf"))
        {
            Check(part, value, place, depth + 1);
        }
        foreach (var keyword in (string[])["anyOf", "oneOf"])
        {
            var branches = Parts(schema, keyword).Select(branch => Try(branch, value, place, depth)).ToList();
            if (branches.Count > 0 && branches.TrueForAll(static faults => faults.Count > 0))
            {
                _faults.AddRange(branches.MinBy(static faults => faults.Count)!.Select(fault => $"{fault} ({keyword})"));
            }
        }
        if (schema.Raw("not") is { } not && Try(not, value, place, depth).Count == 0)
        {
            _faults.Add($"{place}: {Show(value)} is what 'not' forbids");
        }
    }

    private List<string> Try(Spec schema, JsonNode? value, string place, int depth)
    {
        var validator = new SchemaValidator(direction);
        validator.Check(schema, value, place, depth + 1);
        return validator._faults;
    }

    private static IEnumerable<Spec> Parts(Spec schema, string keyword) =>
        schema.Raw(keyword) is { Node: JsonArray items } list ? items.Select(item => list with { Node = item }) : [];

    private void CheckObject(Spec schema, JsonObject members, string place, int depth)
    {
        foreach (var name in (schema.Raw("required")?.Node as JsonArray ?? []).Select(Json.Text).OfType<string>())
        {
            if (!members.ContainsKey(name) && schema.Member(name)?.Together().Any(part => part.IsHidden(direction)) != true)
            {
                _faults.Add($"{place}: '{name}' is missing");
            }
        }
        var properties = schema.Raw("properties");
        foreach (var (name, value) in members)
        {
            var declared = properties?.Raw(name);
            if (declared is not null)
            {
                Check(declared, value, $"{place}/{name}", depth + 1);
            }
            else if (schema.Raw("additionalProperties") is { } others && schema.Raw("patternProperties") is null)
            {
                if (Json.Kind(others.Node) == JsonValueKind.False)
                {
                    _faults.Add($"{place}: '{name}' is not allowed");
                }
                Check(others with { Node = others.Node is JsonObject ? others.Node : new JsonObject() }, value, $"{place}/{name}", depth + 1);
            }
        }
        Range(schema, members.Count, "minProperties", "maxProperties", place, "properties");
    }

    private void CheckArray(Spec schema, JsonArray items, string place, int depth)
    {
        var prefix = Parts(schema, "prefixItems").ToList();
        for (var index = 0; index < items.Count; index++)
        {
            if ((index < prefix.Count ? prefix[index] : schema.Raw("items")) is { Node: JsonObject } item)
            {
                Check(item, items[index], $"{place}/{index}", depth + 1);
            }
        }
        Range(schema, items.Count, "minItems", "maxItems", place, "items");
        if (schema.IsTrue("uniqueItems") && items.Select(static item => item?.ToJsonString()).Distinct().Count() < items.Count)
        {
            _faults.Add($"{place}: items are not unique");
        }
    }

    private void CheckScalar(Spec schema, JsonNode? value, string place)
    {
        if (Json.Number(value) is { } number)
        {
            Range(schema, number, "minimum", "maximum", place, "as value");
            if ((schema.Number("exclusiveMinimum") is { } above && number <= above) || (schema.Number("exclusiveMaximum") is { } below && number >= below))
            {
                _faults.Add($"{place}: {number} is on or beyond a limit");
            }
            if (schema.Number("multipleOf") is { } unit && Math.Abs((number / unit) - Math.Round(number / unit)) > 1e-9)
            {
                _faults.Add($"{place}: {number} is no multiple of {unit}");
            }
        }
        if (Json.Text(value) is not { } text)
        {
            return;
        }
        Range(schema, text.Length, "minLength", "maxLength", place, "characters");
        if (schema.Text("pattern") is { } pattern && !Patterns.Matches(pattern, text))
        {
            _faults.Add($"{place}: {Show(value)} does not match {pattern}");
        }
        if (schema.Text("format") is { } format && !Formats.Accept(format, text))
        {
            _faults.Add($"{place}: {Show(value)} is no {format}");
        }
    }

    private void Range(Spec schema, double value, string minimum, string maximum, string place, string what)
    {
        if (schema.Number(minimum) is { } least && value < least)
        {
            _faults.Add($"{place}: {value} {what} is below {least}");
        }
        if (schema.Number(maximum) is { } most && value > most)
        {
            _faults.Add($"{place}: {value} {what} is above {most}");
        }
    }

    private static bool IsOf(string type, JsonNode? value) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" or "file" => Json.Kind(value) == JsonValueKind.String,
        "boolean" => Json.Kind(value) is JsonValueKind.True or JsonValueKind.False,
        "number" => Json.Kind(value) == JsonValueKind.Number,
        "integer" => Json.Number(value) is { } number && Math.Floor(number).Equals(number),
        _ => true,
    };

    private static string Show(JsonNode? value)
    {
        var text = value?.ToJsonString() ?? "null";
        return text.Length > 80 ? text[..80] + "..." : text;
    }
}

/// <summary>Regular expressions of schemas, as far as .NET reads them.</summary>
internal static class Patterns
{
    public static bool Matches(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
