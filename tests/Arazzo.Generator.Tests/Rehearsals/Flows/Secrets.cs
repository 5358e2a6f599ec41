using System.Text.Json.Nodes;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Generator.Tests.Rehearsals.Schemas;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>
/// Values that no checkpoint may hold: inputs that are called passwords, and what is used as a credential and for nothing else, wherever in a run it comes from. They all
/// begin with the same word.
/// </summary>
internal sealed class Secrets
{
    public const string Mark = "secret-";

    private readonly Dictionary<Place, (int Credential, int Other)> _uses = [];
    private readonly HashSet<string> _passwords;

    public Secrets(Flow flow)
    {
        _passwords = [.. (flow.Inputs?.Together() ?? []).SelectMany(static part => part.Raw("properties")?.Members ?? [])
            .Where(static property => property.Value.Follow()?.Text("format") == "password").Select(static property => property.Name)];
        Add(new FlowScope(flow));
        foreach (var output in flow.Outputs.Values)
        {
            Count(new FlowScope(flow), output);
        }
    }

    /// <summary>Names of inputs.</summary>
    public IEnumerable<string> Inputs => _passwords.Union(Places.Where(static place => place is { Kind: PlaceKind.Input, Tokens.Count: 1 }).Select(static place => place.Tokens[0]));

    private IEnumerable<Place> Places => _uses.Where(static use => use.Value is { Credential: > 0, Other: 0 }).Select(static use => use.Key);

    /// <summary>The places in the answer of a step.</summary>
    public IEnumerable<Place> Of(string stepId) => Places.Where(place => place.StepId == stepId && place is { Kind: PlaceKind.Body or PlaceKind.Header, Path.Length: > 0 });

    public static string Text(Place place) => Mark + place.Tokens[^1];

    private void Add(FlowScope scope)
    {
        foreach (var inner in scope.Inner)
        {
            Add(inner);
        }
        foreach (var step in scope.Flow.Steps)
        {
            foreach (var parameter in step.Operation is null ? [] : step.Parameters)
            {
                Count(scope, parameter.Value, isCredential: IsCredential(step.Operation!, parameter));
            }
            Count(scope, step.Body?.Node);
            foreach (var criterion in step.Criteria.Concat(step.OnSuccess.Concat(step.OnFailure).SelectMany(static action => action.Criteria)))
            {
                Count(scope, criterion.Condition, step: step);
                Count(scope, criterion.Context, step: step);
            }
        }
    }

    private static bool IsCredential(ApiOperation operation, FlowParameter parameter) =>
        parameter.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
        || operation.Credentials.Any(group => group.Any(credential => credential.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)));

    private void Count(FlowScope scope, JsonNode? value, bool isCredential = false, FlowStep? step = null)
    {
        foreach (var text in Json.Descendants(value).Select(Json.Text).OfType<string>())
        {
            foreach (var expression in TemplateParser.Parse(text).Value?.Parts.OfType<ExpressionPart>() ?? [])
            {
                if (Place.Of(scope, step, expression.Expression) is { } place)
                {
                    var (credential, other) = _uses.GetValueOrDefault(place);
                    _uses[place] = isCredential ? (credential + 1, other) : (credential, other + 1);
                }
            }
        }
    }
}
