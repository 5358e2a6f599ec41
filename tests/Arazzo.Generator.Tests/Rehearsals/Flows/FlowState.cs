using System.Text.Json.Nodes;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Generator.Tests.Rehearsals.Server;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>A request and what was answered.</summary>
internal sealed record Exchange(FlowStep Step, SentRequest Request, Route? Route, JsonNode? RequestBody, Answer Answer);

/// <summary>What a run knows, and what expressions mean by it.</summary>
internal sealed class FlowState(Flow flow, JsonObject inputs)
{
    private readonly Dictionary<(string Step, string Name), JsonNode?> _outputs = [];
    private readonly Dictionary<string, (JsonObject Inputs, JsonObject Outputs)> _called = new(StringComparer.Ordinal);

    public Flow Flow { get; } = flow;

    public JsonObject Inputs { get; } = inputs;

    /// <summary>What every credential is that is neither an input nor an output of a step.</summary>
    public string? Secret { get; init; }

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

    /// <summary>Takes what a called workflow yields, and the outputs of the step that called it.</summary>
    public void Keep(FlowStep? step, FlowState called)
    {
        var outputs = called.Outputs();
        _called[called.Flow.Id] = (called.Inputs, outputs);
        foreach (var (name, value) in step?.Outputs ?? new Dictionary<string, JsonNode?>())
        {
            var expression = Json.Text(value) is { } text ? RuntimeExpressionParser.Parse(text).Value : null;
            _outputs[(step!.Id, name)] = (expression is OutputExpression output && References.Split(output.Value, outputs.ContainsKey) is var (own, rest) ? Json.At(outputs[own], rest) : Value(value, null))?.DeepClone();
        }
    }

    public JsonNode? Output(string stepId, string name) => _outputs.GetValueOrDefault((stepId, name));

    public JsonObject Outputs() => new(Flow.Outputs.Select(output => new KeyValuePair<string, JsonNode?>(output.Key, Value(output.Value, null)?.DeepClone())));

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
                return exchange?.Answer.Status;
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
