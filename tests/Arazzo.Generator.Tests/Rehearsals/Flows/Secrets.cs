using System.Text.Json.Nodes;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Tests.Rehearsals.Documents;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>Values that are used as credentials and for nothing else.</summary>
internal sealed class Secrets
{
    private readonly Dictionary<Place, (int Credential, int Other)> _uses = [];
    private readonly Flow _flow;

    public Secrets(Flow flow)
    {
        _flow = flow;
        foreach (var step in flow.Steps)
        {
            foreach (var parameter in step.Parameters)
            {
                Count(parameter.Value, isCredential: step.Operation is { } operation && IsCredential(operation, parameter));
            }
            Count(step.Body?.Node);
            foreach (var criterion in step.Criteria.Concat(step.OnSuccess.Concat(step.OnFailure).SelectMany(static action => action.Criteria)))
            {
                Count(criterion.Condition);
                Count(criterion.Context);
            }
            foreach (var parameter in step.OnSuccess.Concat(step.OnFailure).SelectMany(static action => action.Parameters))
            {
                Count(parameter.Value);
            }
        }
        foreach (var output in flow.Outputs.Values)
        {
            Count(output);
        }
    }

    /// <summary>Names of inputs.</summary>
    public IEnumerable<string> Inputs => _uses.Where(static use => use.Key is { Kind: PlaceKind.Input, Tokens.Count: 1 } && use.Value is { Credential: > 0, Other: 0 }).Select(static use => use.Key.Tokens[0]);

    /// <summary>The texts that no checkpoint may hold.</summary>
    public IEnumerable<string> Texts(JsonObject inputs) => Inputs.Select(name => Json.Text(inputs[name])).OfType<string>().Where(static text => text.StartsWith("secret-", StringComparison.Ordinal));

    private static bool IsCredential(ApiOperation operation, FlowParameter parameter) =>
        parameter.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
        || operation.Credentials.Any(group => group.Any(credential => credential.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)));

    private void Count(JsonNode? value, bool isCredential = false)
    {
        foreach (var text in Json.Descendants(value).Select(Json.Text).OfType<string>())
        {
            foreach (var expression in TemplateParser.Parse(text).Value?.Parts.OfType<ExpressionPart>() ?? [])
            {
                if (Place.Of(_flow, null, expression.Expression) is { } place)
                {
                    var (credential, other) = _uses.GetValueOrDefault(place);
                    _uses[place] = isCredential ? (credential + 1, other) : (credential, other + 1);
                }
            }
        }
    }
}
