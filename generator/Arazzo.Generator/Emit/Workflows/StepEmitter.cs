using System.Globalization;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Emit.Workflows;

/// <summary>Prints the statements of a step: send, judge, keep, go on.</summary>
internal sealed class StepEmitter(SourceWriter writer, TypeSyntax types, StepModel step)
{
    private const string Await = ".ConfigureAwait(false);";

    private readonly ValueSyntax _values = new(types);
    private readonly ConditionSyntax _conditions = new(types);

    private string Id => "Step." + step.Name;

    public void Emit()
    {
        Request();
        var timeout = step.TimeoutMilliseconds is { } milliseconds
            ? $", timeout: global::System.TimeSpan.FromMilliseconds({milliseconds.ToString(CultureInfo.InvariantCulture)}d)"
            : "";
        writer.Line($"var response = await run.SendAsync({Id}, request{timeout}{(step.IsRepeated ? ", isRepeated: true" : "")}){Await}");
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

    private void Request()
    {
        var lines = new List<string>();
        var arguments = step.Request.Arguments.Select(argument => $"{argument.Name}: {_values.Print(argument.Value)}").ToList();
        var call = $"var request = {step.Request.Client}.{step.Request.Method}(";
        var oneLine = call + string.Join(", ", arguments) + ")";
        lines.Add(oneLine.Length <= 140 && oneLine.IndexOf('\n') < 0 ? oneLine : $"{call}\n    {string.Join(",\n", arguments).Replace("\n", "\n    ")})");
        foreach (var extra in step.Request.Extras)
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
        if (step.Criteria.IsEmpty)
        {
            writer.Line("var unmet = WorkflowRun.Unsuccessful(response);");
        }
        else
        {
            writer.Line("var unmet = WorkflowRun.Unanswered(response)");
            for (var index = 0; index < step.Criteria.Count; index++)
            {
                var criterion = step.Criteria[index];
                var end = index == step.Criteria.Count - 1 ? ";" : "";
                writer.Line($"    ?? ({_conditions.Print(criterion.Condition)} ? null : {CSharpText.Literal(criterion.Text)}){end}");
            }
        }
        using (writer.Block("if (unmet is not null)"))
        {
            Actions(step.OnFailure, isFailure: true, $"throw await run.FailedAsync({Id}, response, unmet){Await}");
        }
    }

    private void Success()
    {
        foreach (var output in step.Outputs)
        {
            writer.Line($"state.{output.Field} = {_values.Print(output.Value)};");
        }
        var otherwise = step.Next is null ? $"await run.EndAsync({Id}, response){Await}" : $"await run.ContinueAsync({Id}, response, Step.{step.Next}){Await}";
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
                Branch(prefix.Length == 0 ? "" : "else", Statement(action, isFailure));
                return;
            }
            Branch($"{prefix}if ({condition})", Statement(action, isFailure));
            prefix = "else ";
        }
        Branch(prefix.TrimEnd(), otherwise);
    }

    private void Branch(string head, string statement)
    {
        if (head.Length == 0)
        {
            writer.Line(statement);
            return;
        }
        using (writer.Block(head))
        {
            writer.Line(statement);
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
            ActionKind.End => $"await run.EndAsync({Id}, response, {name}{(isFailure ? ", isFailure: true" : "")}){Await}",
            ActionKind.Goto => $"await run.ContinueAsync({Id}, response, Step.{action.Target}, {name}){Await}",
            ActionKind.Poll => $"await run.PollAsync({Id}, response, Step.{action.Target}, {name}){Await}",
            _ => $"await run.RetryAsync({Id}, response, {name}{Delay(action)}{(action.Target is null ? "" : $", first: Step.{action.Target}")}){Await}",
        };
    }

    private static string Delay(ActionModel action) => action.DelayMilliseconds == 0
        ? ""
        : $", seconds: {(action.DelayMilliseconds / 1000d).ToString("R", CultureInfo.InvariantCulture)}d";
}
