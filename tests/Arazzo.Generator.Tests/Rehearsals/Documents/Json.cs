using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Arazzo.Generator.Tests.Rehearsals.Documents;

/// <summary>What is asked of JSON again and again.</summary>
internal static class Json
{
    public static JsonValueKind Kind(JsonNode? node) => node?.GetValueKind() ?? JsonValueKind.Null;

    public static string? Text(JsonNode? node) => Kind(node) == JsonValueKind.String ? node!.GetValue<string>() : null;

    public static double? Number(JsonNode? node) => Kind(node) == JsonValueKind.Number ? Parse(node!.ToJsonString()) : null;

    public static bool IsTrue(JsonNode? node) => Kind(node) == JsonValueKind.True;

    public static double? Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>The text that stands for a value in an address or inside a string.</summary>
    public static string Print(JsonNode? node) => node is null ? "" : Text(node) ?? node.ToJsonString();

    public static JsonNode? Number(double value) => JsonNode.Parse(value.ToString("R", CultureInfo.InvariantCulture));

    public static IEnumerable<JsonNode?> Descendants(JsonNode? node)
    {
        yield return node;
        var children = node switch
        {
            JsonObject members => members.Select(static member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (var descendant in children.SelectMany(Descendants))
        {
            yield return descendant;
        }
    }

    /// <summary>The value at a path of names and indices; null when there is none.</summary>
    public static JsonNode? At(JsonNode? node, IEnumerable<string> tokens)
    {
        foreach (var token in tokens)
        {
            node = node switch
            {
                JsonObject members => members[token],
                JsonArray items when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count => items[index],
                _ => null,
            };
        }
        return node;
    }

    /// <summary>
    /// Whether two values mean the same: members in any order, numbers by value, what is null as good as absent, and texts as the moment or number that both write.
    /// </summary>
    public static bool Equivalent(JsonNode? left, JsonNode? right)
    {
        switch (left, right)
        {
            case (null, null):
                return true;
            case (JsonObject one, JsonObject other):
                return one.Select(static member => member.Key).Union(other.Select(static member => member.Key)).All(name => Equivalent(one[name], other[name]));
            case (JsonArray one, JsonArray other):
                return one.Count == other.Count && one.Zip(other).All(static pair => Equivalent(pair.First, pair.Second));
            case (JsonValue, JsonValue):
                var (text, otherText) = (Print(left), Print(right));
                return text == otherText
                    || (Parse(text) is { } number && number.Equals(Parse(otherText)))
                    || (Moment(text) is { } moment && Moment(otherText) == moment);
            default:
                return false;
        }
    }

    private static DateTimeOffset? Moment(string text) => text.Length >= 10 && char.IsAsciiDigit(text[0])
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
