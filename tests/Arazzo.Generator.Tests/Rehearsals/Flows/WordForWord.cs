using System.Text.Json.Nodes;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Generator.Tests.Rehearsals.Server;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>Whether a request carries the values that the step gives it, no more and no less. In which type is for the operation to say.</summary>
internal static class WordForWord
{
    public static IEnumerable<string> Faults(FlowStep step, FlowState state, SentRequest request, Route route)
    {
        var reader = new ParameterReader(request, route);
        foreach (var parameter in step.Parameters.Where(static parameter => parameter.In is "path" or "query" or "header" or "cookie"))
        {
            var expected = state.Value(parameter.Value, null);
            var declared = route.Operation.Parameters.FirstOrDefault(other => other.In == parameter.In && other.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));
            var actual = declared is null || parameter.In == "header" ? Raw(parameter, request, route) : reader.Read(declared);
            // A body has a type even when the step gives none, and without a body there is nothing to give the type of.
            var isFree = parameter.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && (expected is null || request.Body is null);
            if (!isFree && !Same(expected, actual))
            {
                yield return $"{parameter.In} parameter '{parameter.Name}' is {Show(actual)}, not {Show(expected)}";
            }
        }
        if (step.Body?.Raw("payload") is { } payload && step.Body.Raw("replacements") is null)
        {
            var expected = state.Value(payload.Node, null);
            var media = route.Operation.Body is { } body ? BodyReader.Media(body.Media, request.MediaType) : null;
            var actual = media is null ? TextValues.ReadJson(request.BodyText) ?? request.BodyText : BodyReader.Read(request, media);
            foreach (var fault in Compare(expected, actual, "body"))
            {
                yield return fault;
            }
        }
    }

    private static JsonNode? Raw(FlowParameter parameter, SentRequest request, Route route) => parameter.In switch
    {
        "path" => route.Variables.TryGetValue(parameter.Name, out var text) ? Uri.UnescapeDataString(text) : null,
        "header" => request.Headers.GetValueOrDefault(parameter.Name),
        "query" => request.Query.Where(pair => pair.Name == parameter.Name).Select(static pair => Uri.UnescapeDataString(pair.Value)).ToList() is { Count: > 0 } texts ? string.Join(',', texts) : null,
        _ => request.Cookies.Where(cookie => cookie.Name == parameter.Name).Select(static cookie => Uri.UnescapeDataString(cookie.Value)).FirstOrDefault(),
    };

    private static IEnumerable<string> Compare(JsonNode? expected, JsonNode? actual, string place)
    {
        switch (expected, actual)
        {
            case (JsonObject one, JsonObject other):
                return one.Select(static member => member.Key).Union(other.Select(static member => member.Key)).SelectMany(name => Compare(one[name], other[name], $"{place}/{name}"));
            case (JsonArray one, JsonArray other) when one.Count == other.Count:
                return one.Zip(other).SelectMany((pair, index) => Compare(pair.First, pair.Second, $"{place}/{index}"));
            default:
                return Same(expected, actual) ? [] : [$"{place} is {Show(actual)}, not {Show(expected)}"];
        }
    }

    /// <summary>The same value in whatever type: a list may be a text with commas, a structure the text of its JSON.</summary>
    private static bool Same(JsonNode? expected, JsonNode? actual)
    {
        if (Json.Equivalent(expected, actual) || (expected is not null && actual is not null && Json.Print(expected) == Json.Print(actual)))
        {
            return true;
        }
        return (expected, actual) switch
        {
            (JsonArray items, JsonValue) => string.Join(',', items.Select(Json.Print)) == Json.Print(actual),
            (JsonValue, JsonArray items) => Same(new JsonArray([.. Json.Print(expected).Split(',').Select(static text => (JsonNode?)text.Trim())]), string.Join(',', items.Select(Json.Print)))
                || Json.Equivalent(TextValues.ReadJson(Json.Print(expected)), actual),
            (JsonValue, JsonObject) => Json.Equivalent(TextValues.ReadJson(Json.Print(expected)), actual),
            (JsonObject or JsonArray, JsonObject or JsonArray) => !Compare(expected, actual, "").Any(),
            // What has nothing in it leaves no trace in an address or a form.
            (JsonArray { Count: 0 } or JsonObject { Count: 0 }, null) => true,
            _ => false,
        };
    }

    private static string Show(JsonNode? value) => value?.ToJsonString() ?? "missing";
}
