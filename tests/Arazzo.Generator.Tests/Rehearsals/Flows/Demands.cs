using System.Text.Json.Nodes;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Generator.Tests.Rehearsals.Schemas;
using Arazzo.Generator.Tests.Rehearsals.Server;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>
/// Where the workflow hands values on: what an operation wants of a value decides what an input, or the answer that the value comes from, has to be.
/// </summary>
internal sealed class Demands
{
    private readonly Dictionary<Place, List<Spec>> _schemas = [];

    public Demands(Flow flow)
        : this(new FlowScope(flow))
    {
    }

    private Demands(FlowScope scope) => Add(scope);

    private void Add(FlowScope scope)
    {
        foreach (var inner in scope.Inner)
        {
            Add(inner);
        }
        foreach (var step in scope.Flow.Steps.Where(static step => step.Operation is not null))
        {
            foreach (var parameter in step.Parameters)
            {
                var declared = step.Operation!.Parameters.FirstOrDefault(other => other.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase) && (parameter.In is null || other.In == parameter.In));
                Add(scope, parameter.Value, parameter.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) ? ContentTypes(step.Operation!) : declared?.Schema);
            }
            if (step.Body?.Raw("payload") is { } payload && step.Operation!.Body is { } body)
            {
                var media = step.Body.Text("contentType") is { } type ? BodyReader.Media(body.Media, type) : body.Media is [var first, ..] ? first : null;
                AddPayload(scope, payload.Node, media?.Schema);
            }
        }
    }

    public IEnumerable<(Place Place, IReadOnlyList<Spec> Schemas)> Of(PlaceKind kind, string stepId) =>
        _schemas.Where(pair => pair.Key.Kind == kind && pair.Key.StepId == stepId).Select(static pair => (pair.Key, (IReadOnlyList<Spec>)pair.Value));

    /// <summary>A value for a place that all who want it can use: what is there, else what one of them would make, as far as <paramref name="own"/> allows it.</summary>
    public static JsonNode? Satisfy(JsonNode? value, Spec? own, IReadOnlyList<Spec> wanted, string name, Direction direction)
    {
        IEnumerable<JsonNode?> candidates =
        [
            value,
            .. own is null ? [] : ValueMaker.Offers(own),
            .. wanted.SelectMany(schema => ValueMaker.Offers(schema).Append(ValueMaker.Make(schema, name, Direction.Request))),
        ];
        foreach (var candidate in candidates.Where(static candidate => candidate is not null).SelectMany(candidate => Forms(candidate!, own)))
        {
            if (SchemaValidator.Accepts(own, candidate, direction) && wanted.All(schema => Suits(candidate, schema)))
            {
                return candidate.DeepClone();
            }
        }
        return value?.DeepClone() ?? (own is null ? name : ValueMaker.Make(own, name, direction));
    }

    /// <summary>The value itself, and its text where a text is what the place holds.</summary>
    private static IEnumerable<JsonNode> Forms(JsonNode value, Spec? own)
    {
        yield return value;
        if (own is not null && Json.Text(value) is null && TextValues.Is(own, "string"))
        {
            yield return value is JsonArray items && items.All(static item => item is JsonValue) ? string.Join(',', items.Select(Json.Print)) : Json.Print(value);
        }
        else if (own is not null && Json.Text(value) is { } text)
        {
            yield return TextValues.Read(text, own)!;
        }
    }

    private static bool Suits(JsonNode value, Spec wanted)
    {
        if (SchemaValidator.Accepts(wanted, value, Direction.Request) || SchemaValidator.Accepts(wanted, Json.Print(value), Direction.Request))
        {
            return true;
        }
        if (Json.Text(value) is not { } text)
        {
            return false;
        }
        JsonNode? list = TextValues.Is(wanted, "array") ? new JsonArray([.. text.Split(',').Select(item => TextValues.Read(item, wanted.Member("0")))]) : null;
        return SchemaValidator.Accepts(wanted, TextValues.Read(text, wanted), Direction.Request) || (list is not null && SchemaValidator.Accepts(wanted, list, Direction.Request));
    }

    private static Spec? ContentTypes(ApiOperation operation) => operation.Body is { } body
        ? operation.Api.Root with { Node = new JsonObject { ["enum"] = new JsonArray([.. body.Media.Select(static media => (JsonNode?)media.Type)]) } }
        : null;

    private void AddPayload(FlowScope scope, JsonNode? payload, Spec? schema)
    {
        switch (payload)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    AddPayload(scope, value, schema?.Member(name));
                }
                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    AddPayload(scope, item, schema?.Member("0"));
                }
                break;
            default:
                Add(scope, payload, schema);
                break;
        }
    }

    private void Add(FlowScope scope, JsonNode? value, Spec? schema)
    {
        if (schema is not null && Json.Text(value) is { } text && TemplateParser.Parse(text).Value is { IsWhole: true } template
            && Place.Of(scope, null, ((ExpressionPart)template.Parts[0]).Expression) is { Path.Length: > 0 } place)
        {
            if (!_schemas.TryGetValue(place, out var schemas))
            {
                _schemas[place] = schemas = [];
            }
            schemas.Add(schema);
        }
    }
}
