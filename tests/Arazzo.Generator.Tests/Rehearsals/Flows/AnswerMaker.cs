using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Generator.Tests.Rehearsals.Schemas;
using Arazzo.Generator.Tests.Rehearsals.Server;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>Makes answers as the description has them, with the values that the workflow hands on and those that are wanted.</summary>
internal sealed class AnswerMaker(FlowScope scope, Demands demands, Secrets secrets)
{
    /// <param name="turn">Which of its values a property with a choice has: a loop that waits for one comes to its end.</param>
    public Answer Make(FlowStep step, int status, IReadOnlyList<Assignment> assignments, int turn = 0)
    {
        var declared = step.Operation!.Answer(status);
        var media = declared?.Media.OrderBy(static item => BodyReader.IsJson(item.Type) ? 0 : 1).FirstOrDefault();
        var schema = media?.Schema;
        var body = media is null ? null : Base(media);
        var type = media is null ? null : media.Type.Contains('*', StringComparison.Ordinal) ? "application/json" : media.Type;
        var headers = Headers(declared);
        if (status is >= 200 and < 300)
        {
            foreach (var place in step.Outputs.Values.Select(value => Place(step, value)).OfType<Place>())
            {
                switch (place.Kind)
                {
                    case PlaceKind.Body when place.Path.Length > 0 && status != 204:
                        body = Assignment.Ensure(body, schema, place.Tokens, Direction.Answer);
                        break;
                    case PlaceKind.Header when !headers.ContainsKey(place.Path):
                        headers = headers.SetItem(place.Path, place.Path + "-value");
                        break;
                }
            }
            foreach (var (place, wanted) in demands.Of(PlaceKind.Body, scope.Id(step)))
            {
                var own = SchemaKeywords.At(schema, place.Tokens);
                var name = place.Tokens[^1];
                body = Assignment.Put(body, schema, place.Tokens, 0, (_, value) => Demands.Satisfy(value, own, wanted, name, Direction.Answer), Direction.Answer);
            }
            foreach (var (place, wanted) in demands.Of(PlaceKind.Header, scope.Id(step)))
            {
                headers = headers.SetItem(place.Path, Json.Print(Demands.Satisfy(headers.GetValueOrDefault(place.Path), null, wanted, place.Path, Direction.Answer)));
            }
            foreach (var name in turn > 0 ? (body as JsonObject ?? []).Select(static member => member.Key).ToList() : [])
            {
                if (schema?.Member(name)?.Raw("enum")?.Node is JsonArray { Count: > 0 } values)
                {
                    ((JsonObject)body!)[name] = values[turn % values.Count]?.DeepClone();
                }
            }
            foreach (var place in secrets.Of(scope.Id(step)))
            {
                if (place.Kind == PlaceKind.Header)
                {
                    headers = headers.SetItem(place.Path, Secrets.Text(place));
                }
                else if (status != 204 && SchemaValidator.Accepts(SchemaKeywords.At(schema, place.Tokens), Secrets.Text(place), Direction.Answer))
                {
                    body = Assignment.Put(body, schema, place.Tokens, 0, (_, _) => Secrets.Text(place), Direction.Answer);
                }
            }
        }
        foreach (var assignment in assignments)
        {
            if (assignment.Place.Kind == PlaceKind.Body)
            {
                body = assignment.Apply(body, schema, Direction.Answer);
            }
            else if (assignment.Place.Kind == PlaceKind.Header)
            {
                headers = assignment.Kind == AssignmentKind.Remove ? headers.Remove(assignment.Place.Path) : headers.SetItem(assignment.Place.Path, Json.Print(assignment.Value));
            }
        }
        return new Answer(status, headers, body is null ? type : type ?? "application/json", body, schema);
    }

    /// <summary>Statuses to begin with, the likeliest first.</summary>
    public static IEnumerable<int> Statuses(FlowStep step, bool isFailure)
    {
        var declared = step.Operation!.Answers
            .Select(static answer => int.TryParse(answer.Status.ToUpperInvariant().Replace("XX", "00", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var status) ? status : 0)
            .Where(static status => status is >= 200 and < 600 and not (>= 300 and < 400))
            .ToList();
        var good = declared.Where(static status => status < 300).Append(200).Distinct().ToList();
        return isFailure ? [.. declared.Where(static status => status >= 400).Append(500).Distinct(), .. good] : good;
    }

    private static ImmutableSortedDictionary<string, string> Headers(ApiAnswer? declared) => (declared?.Headers ?? [])
        .Where(static pair => !pair.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && !pair.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
            && !pair.Name.Equals("Retry-After", StringComparison.OrdinalIgnoreCase) && !pair.Name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase))
        .ToImmutableSortedDictionary(
            static pair => pair.Name,
            static pair => Json.Print(pair.Header.Raw("example")?.Node ?? ValueMaker.Make(pair.Header.Raw("schema") ?? pair.Header, pair.Name, Direction.Answer)).ReplaceLineEndings(" "),
            StringComparer.OrdinalIgnoreCase);

    private static JsonNode? Base(ApiMedia media)
    {
        IEnumerable<JsonNode?> examples = [media.Content.Raw("example")?.Node, .. (media.Content.Raw("examples")?.Members ?? []).Select(static pair => pair.Value.Follow()?.Raw("value")?.Node)];
        var example = examples.FirstOrDefault(example => example is not null && (media.Schema is null || SchemaValidator.Accepts(media.Schema, example, Direction.Answer)));
        return example?.DeepClone() ?? (media.Schema is null && BodyReader.IsJson(media.Type) ? new JsonObject() : ValueMaker.Make(media.Schema, "text", Direction.Answer));
    }

    private Place? Place(FlowStep step, JsonNode? value) => value switch
    {
        JsonObject selector when Json.Text(selector["type"]) == "jsonpointer" => Place(step, selector["context"])?.Append(Json.Print(selector["selector"]).Split('/').Skip(1)),
        _ when Json.Text(value) is { } text => Flows.Place.Of(scope, step, RuntimeExpressionParser.Parse(text).Value) is { } place && place.StepId == scope.Id(step) ? place : null,
        _ => null,
    };
}
