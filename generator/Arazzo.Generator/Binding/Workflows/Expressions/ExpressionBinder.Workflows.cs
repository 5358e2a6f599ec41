using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Binding.Workflows.Control;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Expressions;

/// <content>Inputs and outputs of workflows: of the one that the step calls, of those that have run, of this one.</content>
internal sealed partial class ExpressionBinder
{
    /// <summary>In a step that calls a workflow an output of that (Arazzo 1.1, Runtime Expressions), else one of this workflow.</summary>
    private ValueModel? Output(OutputExpression expression, TextRange range) =>
        Step?.Call is { } call && phase != StepPhase.Request ? Called(call, expression.Value, expression.Text, range) : Own(expression.Value, expression.Text, range);

    private ValueModel? WorkflowOutput(WorkflowOutputExpression expression, TextRange range)
    {
        if (Step?.Call is { } own && own.Target.Id == expression.WorkflowId && phase != StepPhase.Request)
        {
            return Called(own, expression.Value, expression.Text, range);
        }
        if (Past(expression.WorkflowId) is { } call)
        {
            return Kept(call, expression.Value, expression.Text, range);
        }
        return expression.WorkflowId == Scope.Id ? Own(expression.Value, expression.Text, range) : NotRun(expression.WorkflowId, expression.Text, range);
    }

    private ValueModel? WorkflowInput(WorkflowInputExpression expression, TextRange range)
    {
        var call = Step?.Call is { } own && own.Target.Id == expression.WorkflowId && phase != StepPhase.Request ? own : Past(expression.WorkflowId);
        if (call is null)
        {
            return expression.WorkflowId == Scope.Id ? Input(new InputExpression(expression.Text, expression.Value), range) : NotRun(expression.WorkflowId, expression.Text, range);
        }
        var inputs = call.Target.Inputs!.Model("").Items;
        if (Split(expression.Value, name => inputs.Any(input => input.DocumentName == name)) is not { } found)
        {
            Scope.Report(
                DiagnosticDescriptors.UnknownInput, range, call.Target.Id, expression.Value.Path,
                Suggestion.For(expression.Value.Path, inputs.Select(static input => input.DocumentName)));
            return null;
        }
        var declared = inputs.First(input => input.DocumentName == found.Name);
        var given = call.Arguments?.FirstOrDefault(argument => argument.Name == declared.Name)?.Value ?? declared.Default;
        if (given is null)
        {
            return new JsonLiteralValue("null");
        }
        foreach (var other in Scope.Given.Where(other => other.Target == call.Target && other.Input == declared.DocumentName))
        {
            Scope.Uses.AddMade(other.Reads);
        }
        if (!Enter(expression.Text, range, Scope.Nesting.Size(given)))
        {
            return null;
        }
        Scope.Nesting.Leave();
        return Navigate(given, found.Path, expression.Value.Pointer, expression.Text, range);
    }

    /// <summary>The last call of a workflow that has been made before this place.</summary>
    private CallSymbol? Past(string workflowId) =>
        Scope.Steps.LastOrDefault(other => other.Call?.Target.Id == workflowId && (Step is null || !IsTooEarly(Step, other)))?.Call
        ?? Scope.Dependencies.Find(dependency => dependency.Target.Id == workflowId);

    private ValueModel? Called(CallSymbol call, ValueReference value, string text, TextRange range)
    {
        if (Name(call, value, range) is not { } found)
        {
            return null;
        }
        ReadsAnswer = true;
        Scope.Uses.AddCalled(call.Key(found.Name));
        var output = call.Target.Outputs!.Items.First(item => item.DocumentName == found.Name);
        return Navigate(new CalledOutputValue(output.Type, output.Name, phase == StepPhase.Failure), found.Path, value.Pointer, text, range);
    }

    private ValueModel? Kept(CallSymbol call, ValueReference value, string text, TextRange range)
    {
        if (Name(call, value, range) is not { } found)
        {
            return null;
        }
        var output = call.Outputs[found.Name];
        Scope.Uses.AddKept(output.Key);
        return Navigate(new StepOutputValue(output.Type, output.Field), found.Path, value.Pointer, text, range);
    }

    private (string Name, List<NavigationSegment> Path)? Name(CallSymbol call, ValueReference value, TextRange range)
    {
        var outputs = call.Target.Outputs!.Items;
        if (Split(value, name => outputs.Any(output => output.DocumentName == name)) is { } found)
        {
            return found;
        }
        UnknownOutput(call.Target.Id, value, outputs.Select(static output => output.DocumentName), range);
        return null;
    }

    /// <summary>An output of this workflow as it is now.</summary>
    private ValueModel? Own(ValueReference value, string text, TextRange range)
    {
        var outputs = Scope.Workflow.Outputs;
        if (Split(value, name => outputs.Any(output => output.Name.Text == name)) is not { } found)
        {
            UnknownOutput(Scope.Id, value, outputs.Select(static output => output.Name.Text), range);
            return null;
        }
        if (!Scope.OwnOutputs.Add(found.Name))
        {
            Scope.Report(DiagnosticDescriptors.ExpressionNotHere, range, text, "the output reads itself");
            return null;
        }
        var bound = new OutputBinder(this).Bind(outputs.First(output => output.Name.Text == found.Name));
        Scope.OwnOutputs.Remove(found.Name);
        return bound is null ? null : Navigate(bound, found.Path, value.Pointer, text, range);
    }

    private void UnknownOutput(string workflow, ValueReference value, IEnumerable<string> known, TextRange range) =>
        Scope.Report(DiagnosticDescriptors.UnknownOutput, range, workflow, value.Path, Suggestion.For(value.Path, known));

    private ValueModel? NotRun(string workflow, string text, TextRange range)
    {
        Scope.Report(DiagnosticDescriptors.WorkflowNotRun, range, text, workflow);
        return null;
    }
}
