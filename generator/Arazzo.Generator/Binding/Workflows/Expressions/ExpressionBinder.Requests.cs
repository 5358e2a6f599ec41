using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Binding.Names;
using Arazzo.Generator.Binding.Workflows.Control;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Expressions;

/// <content>What the step has sent.</content>
internal sealed partial class ExpressionBinder
{
    private ValueModel? Url(UrlExpression expression, TextRange range)
    {
        if (Sent(expression, range) is not { } request)
        {
            return null;
        }
        if (request.Extras.Any(static extra => extra is { Method: "Query", IsCredential: true }))
        {
            return NotSent(expression, range, "the address holds a credential");
        }
        ReadsAnswer = true;
        var inAddress = Step!.Variant!.Parameters.Where(static parameter => parameter.Location is ParameterLocation.Path or ParameterLocation.Query or ParameterLocation.QueryString).Select(static parameter => parameter.Name)
            .Concat(request.Extras.Where(static extra => extra.Method is "Query" or "QueryString").Select(static extra => extra.Key));
        foreach (var key in inAddress)
        {
            AddSent(key);
        }
        return new RequestUrlValue();
    }

    private ValueModel? RequestField(FieldExpression expression, TextRange range)
    {
        if (Sent(expression, range) is not { } request)
        {
            return null;
        }
        var location = (ParameterLocation)Enum.Parse(typeof(ParameterLocation), expression.Location.ToString());
        var comparison = location == ParameterLocation.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        if (Step!.Variant!.Parameters.FirstOrDefault(parameter => parameter.Location == location && parameter.WireName.Equals(expression.Name, comparison)) is { } declared
            && request.Arguments.FirstOrDefault(argument => argument.Name == declared.Name) is { Value: not MissingValue } argument)
        {
            return Local(argument.Name, argument.Value);
        }
        return request.Extras.FirstOrDefault(extra => extra.Method == location.ToString() && extra.Name.Equals(expression.Name, comparison)) is { IsCredential: false } extra
            ? Local(extra.Key, extra.Value)
            : NotSent(expression, range, "the step gives no such parameter, or it is a credential");
    }

    private ValueModel? RequestBody(BodyExpression expression, TextRange range)
    {
        if (Sent(expression, range) is not { } request)
        {
            return null;
        }
        var body = request.Arguments.FirstOrDefault(static argument => argument.Name == "body") is { } argument ? Local(argument.Name, argument.Value)
            : request.Extras.FirstOrDefault(static extra => extra.Method is "Json" or "Text") is { } extra ? Local(extra.Key, extra.Value)
            : NotSent(expression, range, "the step gives no request body");
        return body is null ? null : Navigate(body, expression.Value.Navigation, expression.Value.Pointer, expression.Text, range);
    }

    /// <summary>The request of the step; null after an error.</summary>
    private RequestModel? Sent(RuntimeExpression expression, TextRange range)
    {
        if (Step is { Operation: not null } && phase != StepPhase.Request)
        {
            return Step.BindRequest!();
        }
        NotSent(expression, range, Step?.Call is not null ? "the step calls a workflow, which sends requests of its own" : "the step has sent nothing yet");
        return null;
    }

    /// <summary>A value that is sent, in a variable: what it comes from may have changed when it is read.</summary>
    private RequestLocalValue Local(string key, ValueModel value)
    {
        ReadsAnswer = true;
        AddSent(key);
        if (!Step!.Locals.TryGetValue(key, out var local))
        {
            var name = "sent" + CSharpName.Pascal(key);
            name = Step.Locals.Values.Any(other => other.Name == name) ? name + "_" + CSharpName.Fingerprint(key) : name;
            local = new RequestLocalValue(value.Type, name);
            Step.Locals.Add(key, local);
        }
        return local;
    }

    private void AddSent(string key)
    {
        if (Step!.SentReads.TryGetValue(key, out var reads))
        {
            Scope.Uses.AddMade(reads);
        }
    }

    private ValueModel? NotSent(RuntimeExpression expression, TextRange range, string why)
    {
        Scope.Report(DiagnosticDescriptors.ExpressionNotHere, range, expression.Text, why);
        return null;
    }
}
