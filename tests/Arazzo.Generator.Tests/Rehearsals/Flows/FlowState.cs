using System.Text.Json.Nodes;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Generator.Tests.Rehearsals.Server;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>A request and what was answered.</summary>
internal sealed record Exchange(FlowStep Step, SentRequest Request, Route? Route, JsonNode? RequestBody, Answer Answer)
{
    /// <summary>What came of the workflow when the step calls one.</summary>
    public Ending? Call { get; init; }
}

/// <summary>What a workflow came to.</summary>
/// <param name="Called">What it knows.</param>
/// <param name="IsBroken">Whether it broke off, so that it yields nothing.</param>
/// <param name="IsFailure">Whether a failure action ended it.</param>
/// <param name="Status">That of the last answer.</param>
/// <param name="LastStep">The step that was answered so, by the id that is its own in the whole run.</param>
/// <param name="Failure">The answer that made it break off.</param>
internal sealed record Ending(FlowState Called, bool IsBroken, bool IsFailure, int Status, string? LastStep, Answer? Failure)
{
    public JsonObject Outputs { get; } = IsBroken ? [] : Called.Outputs();
}

/// <summary>What a run knows, and what expressions mean by it.</summary>
internal sealed class FlowState(Flow flow, JsonObject inputs)
{
    private readonly Dictionary<(string Step, string Name), JsonNode?> _outputs = [];
    private readonly Dictionary<string, (JsonObject Inputs, JsonObject Outputs)> _called = new(StringComparer.Ordinal);

    public Flow Flow { get; } = flow;

    public JsonObject Inputs { get; } = inputs;

    /// <summary>What every credential is that is neither an input nor an output of a step.</summary>
    public string? Secret { get; init; }

    /// <summary>What the workflow yields that the run has gone on to for good.</summary>
    public JsonObject? Final { get; set; }

    /// <summary>What an action takes along of the answer for the workflow that it leads to.</summary>
    public Dictionary<(string Step, string Action, string Parameter), JsonNode?> Kept { get; } = [];

    public FlowState Clone()
    {
        var clone = new FlowState(Flow, Inputs);
        foreach (var (key, value) in _outputs)
        {
            clone._outputs[key] = value;
        }
        foreach (var (key, value) in _called)
        {
            clone._called[key] = value;
        }
        clone.Final = Final;
        return clone;
    }

    /// <summary>Takes the outputs of a step.</summary>
    public void Keep(Exchange exchange)
    {
        foreach (var (name, value) in exchange.Step.Outputs)
        {
            _outputs[(exchange.Step.Id, name)] = Value(value, exchange)?.DeepClone();
        }
    }

    /// <summary>Takes what a called workflow yields.</summary>
    public void Keep(Ending ending) => _called[ending.Called.Flow.Id] = (ending.Called.Inputs, ending.Outputs);

    public JsonNode? Output(string stepId, string name) => _outputs.GetValueOrDefault((stepId, name));

    /// <summary>An output of a workflow that was called.</summary>
    public JsonNode? Called(string workflowId, string name) => _called.TryGetValue(workflowId, out var called) ? called.Outputs[name] : null;

    /// <summary>What it yields; of the same name what the workflow yields that the run ended with.</summary>
    public JsonObject Outputs() => new(Flow.Outputs.Select(output => new KeyValuePair<string, JsonNode?>(
        output.Key, (Final?.ContainsKey(output.Key) == true ? Final[output.Key] : Value(output.Value, null))?.DeepClone())));

    /// <summary>An expression, a text with expressions in it, a Selector Object, or a constant.</summary>
    public JsonNode? Value(JsonNode? value, Exchange? exchange)
    {
        switch (value)
        {
            case JsonObject selector when selector.Count == 3 && selector["context"] is { } context && selector["selector"] is { } path:
                var root = Value(context, exchange);
                return Json.Print(selector["type"]) switch
                {
                    "jsonpointer" => Json.At(root, Json.Print(path).Split('/').Skip(1)),
                    "jsonpath" when JsonPathParser.ParseQuery(Json.Print(path)).Value is { } query => new JsonPathOracle(this, exchange).Select(query, root) is { Count: > 0 } found
                        ? query.IsSingular ? found[0] : new JsonArray([.. found.Select(static node => node?.DeepClone())]) : null,
                    _ => null,
                };
            case JsonObject members:
                return new JsonObject(members.Select(member => new KeyValuePair<string, JsonNode?>(member.Key, Value(member.Value, exchange)?.DeepClone())));
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Value(item, exchange)?.DeepClone())]);
            default:
                return Json.Text(value) is { } text && TemplateParser.Parse(text).Value is { } template ? Value(template, exchange) : value;
        }
    }

    public JsonNode? Value(Template template, Exchange? exchange)
    {
        if (template.IsWhole && template.Parts[0] is ExpressionPart whole)
        {
            return Value(whole.Expression, exchange);
        }
        return string.Concat(template.Parts.Select(part => part switch
        {
            LiteralPart literal => literal.Text,
            ExpressionPart expression => Json.Print(Value(expression.Expression, exchange)),
            _ => "",
        }));
    }

    public JsonNode? Value(RuntimeExpression expression, Exchange? exchange)
    {
        switch (expression)
        {
            case StatusCodeExpression:
                return exchange?.Answer.Status is > 0 and var status ? status : null;
            case MethodExpression:
                return exchange?.Request.Method;
            case UrlExpression:
                return exchange?.Request.Uri.AbsoluteUri;
            case FieldExpression { Message: MessageKind.Response, Location: FieldLocation.Header } header:
                return exchange?.Answer.Headers.GetValueOrDefault(header.Name);
            case FieldExpression { Message: MessageKind.Request } field when exchange is not null:
                return RequestField(field, exchange);
            case BodyExpression { Message: MessageKind.Response } body:
                return Json.At(exchange?.Answer.Body, References.Path(body.Value));
            case BodyExpression { Message: MessageKind.Request } body:
                return Json.At(exchange?.RequestBody, References.Path(body.Value));
            case InputsExpression:
                return Inputs;
            case InputExpression input:
                var (name, rest) = References.Split(input.Value, name => Flow.Inputs?.Raw("properties")?.Raw(name) is not null);
                return Json.At(Inputs[name], rest);
            case StepOutputExpression output when Flow.Step(output.StepId) is { } step:
                var (outputName, path) = References.Split(output.Value, step.Outputs.ContainsKey);
                return Json.At(_outputs.GetValueOrDefault((step.Id, outputName)), path);
            case OutputExpression output when exchange?.Call is { } call:
                return References.Split(output.Value, call.Outputs.ContainsKey) is var (callName, callRest) ? Json.At(call.Outputs[callName], callRest) : null;
            case WorkflowOutputExpression output when exchange?.Call is { } call && call.Called.Flow.Id == output.WorkflowId:
                return References.Split(output.Value, call.Outputs.ContainsKey) is var (yieldName, yieldRest) ? Json.At(call.Outputs[yieldName], yieldRest) : null;
            case OutputExpression output:
                var (own, tail) = References.Split(output.Value, Flow.Outputs.ContainsKey);
                return Json.At(Value(Flow.Outputs.GetValueOrDefault(own), null), tail);
            case WorkflowOutputExpression output when _called.TryGetValue(output.WorkflowId, out var called):
                return References.Split(output.Value, called.Outputs.ContainsKey) is var (calledName, calledRest) ? Json.At(called.Outputs[calledName], calledRest) : null;
            case WorkflowInputExpression input when _called.TryGetValue(input.WorkflowId, out var called):
                return References.Split(input.Value, called.Inputs.ContainsKey) is var (givenName, givenRest) ? Json.At(called.Inputs[givenName], givenRest) : null;
            default:
                return null;
        }
    }

    private static JsonNode? RequestField(FieldExpression field, Exchange exchange)
    {
        if (field.Location == FieldLocation.Header)
        {
            return exchange.Request.Headers.GetValueOrDefault(field.Name);
        }
        var place = field.Location == FieldLocation.Query ? "query" : "path";
        return exchange.Route?.Operation.Parameters.FirstOrDefault(parameter => parameter.In == place && parameter.Name == field.Name) is { } parameter
            ? new ParameterReader(exchange.Request, exchange.Route).Read(parameter)
            : null;
    }
}
