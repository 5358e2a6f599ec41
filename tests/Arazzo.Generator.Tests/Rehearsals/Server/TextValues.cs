using System.Text.Json;
using System.Text.Json.Nodes;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Generator.Tests.Rehearsals.Schemas;

namespace Arazzo.Generator.Tests.Rehearsals.Server;

/// <summary>What a text means where a schema says what is expected.</summary>
internal static class TextValues
{
    public static JsonNode? Read(string text, Spec? schema)
    {
        if (schema is null || SchemaValidator.Accepts(schema, text, Direction.Request))
        {
            return text;
        }
        JsonNode?[] readings = [Json.Parse(text) is { } number ? Json.Number(number) : null, text is "true" or "false" ? text == "true" : null, ReadJson(text)];
        return readings.FirstOrDefault(reading => reading is not null && SchemaValidator.Accepts(schema, reading, Direction.Request))
            ?? (Is(schema, "integer") || Is(schema, "number") ? readings[0] : null)
            ?? text;
    }

    public static JsonNode? ReadJson(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static bool Is(Spec? schema, string type) => schema is not null
        && schema.Together().Any(part => part.Types.Contains(type) || (part.Types.Count == 0 && part.Raw(type == "array" ? "items" : type == "object" ? "properties" : "-") is not null)
            || Branches(part).Any(branch => Is(branch, type)));

    private static IEnumerable<Spec> Branches(Spec schema) => ((string[])["oneOf", "anyOf"])
        .SelectMany(keyword => schema.Raw(keyword) is { Node: JsonArray items } list ? items.Select(item => list with { Node = item }) : []);
}
