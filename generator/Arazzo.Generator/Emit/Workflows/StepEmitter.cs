using System.Globalization;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Emit.Workflows;

/// <summary>Prints the statements of a step: send, judge, keep, go on.</summary>
internal sealed class StepEmitter(SourceWriter writer, TypeSyntax types, StepModel step, string outputsClass)
{
    private const string Await = ".ConfigureAwait(false);";

    private readonly ValueSyntax _values = new(types);
    private readonly ConditionSyntax _conditions = new(types);

    private string Id => "Step." + step.Name;

    private string Answer => step.Call is null ? "response" : "called";

    public void Emit()
    {
        var timeout = step.TimeoutMilliseconds is { } milliseconds
            ? $", timeout: global::System.TimeSpan.FromMilliseconds({milliseconds.ToString(CultureInfo.InvariantCulture)}d)"
            : "";
        if (step.Call is { } call)
        {
            Call(call, timeout);
        }
        else
        {
            Request(step.Request!);
            writer.Line($"var response = await run.SendAsync({Id}, request{timeout}{(step.IsRepeated ? ", isRepeated: true" : "")}){Await}");
        }
        if (step.Result is { Type: { } type } result)
        {
            writer.Line($"{types.Type(type.OrNull())} body = null;");
            writer.Line($"response.Body?.TryGet{result.Name}(out body);");
        }
        if (step.Call?.Results is { } results)
        {
            // The run ends with what the called workflow yields.
            writer.Line($"return run.Result(called, {_values.New(outputsClass, results)});");
            return;
        }
        Judge();
        if (step.OnFailure.IsEmpty)
        {
            Success();
            return;
        }
        using (writer.Block("else"))
        {
            Success();
        }
    }

    private void Call(CallModel call, string timeout)
    {
        writer.Line($"var inputs = {_values.New(types.NotNull(call.Inputs), call.Arguments)};");
        var secrets = string.Concat(call.Secrets.Select(secret => $", {secret.Name}: {_values.Print(secret.Value)}"));
        writer.Line($"var called = await new {types.NotNull(call.Workflow)}({string.Join(", ", call.Clients)}).CallAsync(run, inputs{timeout}{(call.IsDependency ? ", once: true" : "")}{secrets}){Await}");
    }

    private void Request(RequestModel request)
    {
        foreach (var local in request.Locals)
        {
            // A collection expression has no type by itself.
            writer.Line($"{(local.Value is ListValue { Type.Kind: not TypeKind.Any } ? types.Type(local.Value.Type) : "var")} {local.Name} = {_values.Print(local.Value)};");
        }
        var lines = new List<string>();
        var arguments = request.Arguments.Select(argument => $"{argument.Name}: {_values.Print(argument.Value)}").ToList();
        var call = $"var request = {request.Client}.{request.Method}(";
        var oneLine = call + string.Join(", ", arguments) + ")";
        lines.Add(oneLine.Length <= 140 && oneLine.IndexOf('\n') < 0 ? oneLine : $"{call}\n    {string.Join(",\n", arguments).Replace("\n", "\n    ")})");
        foreach (var extra in request.Extras)
        {
            var value = _values.Print(extra.Value);
            lines.Add(extra.Method switch
            {
                "Json" => $"    .Json{types.Arguments(extra.Value.Type)}({value}, {CSharpText.Literal(extra.Name)})",
                "Text" => $"    .Text({value}, {CSharpText.Literal(extra.Name)})",
                "QueryString" => $"    .QueryString({value})",
                _ => $"    .{extra.Method}({CSharpText.Literal(extra.Name)}, {value})",
            });
        }
        writer.Line(string.Join("\n", lines) + ";");
    }

    private void Judge()
    {
        var tests = step.Criteria.IsEmpty
            ? [$"WorkflowRun.Unsuccessful({Answer})"]
            : step.Criteria.Select(criterion => $"WorkflowRun.Unmet({Answer}, {_conditions.Print(criterion.Condition)}, {CSharpText.Literal(criterion.Text)})").ToList();
        if (step.Call is not null && !step.Criteria.IsEmpty)
        {
            // A workflow that broke off has no outputs to look at.
            tests.Insert(0, $"WorkflowRun.Unanswered({Answer})");
        }
        if (tests.Count > 1)
        {
            writer.Line($"var unmet = {string.Join("\n    ?? ", tests)};");
        }
        using (writer.Block(tests.Count > 1 ? "if (unmet is not null)" : $"if ({tests[0]} is {{ }} unmet)"))
        {
            Actions(step.OnFailure, isFailure: true, $"throw await run.FailedAsync({Id}, {Answer}, unmet){Await}");
        }
    }

    private void Success()
    {
        Keep(step.Outputs);
        var otherwise = step.Call is { GoesBack: true } ? $"await run.GoBackAsync({Id}, {Answer}){Await}"
            : step.Next is null ? $"await run.EndAsync({Id}, {Answer}){Await}" : $"await run.ContinueAsync({Id}, {Answer}, Step.{step.Next}){Await}";
        Actions(step.OnSuccess, isFailure: false, otherwise);
    }

    /// <summary>The first action whose condition holds; one without a condition ends the list.</summary>
    private void Actions(EquatableArray<ActionModel> actions, bool isFailure, string otherwise)
    {
        var prefix = "";
        foreach (var action in actions)
        {
            var condition = Condition(action);
            if (condition is null)
            {
                Branch(prefix.Length == 0 ? "" : "else", Statement(action, isFailure), action.Keeps);
                return;
            }
            Branch($"{prefix}if ({condition})", Statement(action, isFailure), action.Keeps);
            prefix = "else ";
        }
        Branch(prefix.TrimEnd(), otherwise, []);
    }

    private void Branch(string head, string statement, EquatableArray<StepOutputModel> keeps)
    {
        if (head.Length == 0)
        {
            Keep(keeps);
            writer.Line(statement);
            return;
        }
        using (writer.Block(head))
        {
            Keep(keeps);
            writer.Line(statement);
        }
    }

    private void Keep(EquatableArray<StepOutputModel> outputs)
    {
        foreach (var output in outputs)
        {
            writer.Line($"state.{output.Field} = {_values.Print(output.Value)};");
        }
    }

    private string? Condition(ActionModel action)
    {
        if (action.Kind != ActionKind.Retry)
        {
            return action.Condition is null ? null : _conditions.Print(action.Condition);
        }
        var limit = $"run.CanRetry({Id}, {CSharpText.Literal(action.Name)}, limit: {CSharpText.Number(action.Limit)})";
        return action.Condition is null ? limit : $"{_conditions.Operand(action.Condition)} && {limit}";
    }

    private string Statement(ActionModel action, bool isFailure)
    {
        var name = CSharpText.Literal(action.Name);
        return action.Kind switch
        {
            ActionKind.End => $"await run.EndAsync({Id}, {Answer}, {name}{(isFailure ? ", isFailure: true" : "")}){Await}",
            ActionKind.Goto => $"await run.ContinueAsync({Id}, {Answer}, Step.{action.Target}, {name}){Await}",
            ActionKind.Poll => $"await run.PollAsync({Id}, {Answer}, Step.{action.Target}, {name}){Await}",
            _ => $"await run.RetryAsync({Id}, {Answer}, {name}{Delay(action)}{(action.Target is null ? "" : $", first: Step.{action.Target}")}){Await}",
        };
    }

    private static string Delay(ActionModel action) => action.DelayMilliseconds == 0
        ? ""
        : $", seconds: {(action.DelayMilliseconds / 1000d).ToString("R", CultureInfo.InvariantCulture)}d";
}
