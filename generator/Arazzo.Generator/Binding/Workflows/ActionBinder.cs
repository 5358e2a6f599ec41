using System.Collections.Immutable;
using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>Decides which actions apply to a step and where they lead.</summary>
internal sealed class ActionBinder(WorkflowScope scope, Components components)
{
    /// <summary>The actions of a step, then those of the workflow that it does not override by name, with their targets.</summary>
    public List<ActionSymbol> Resolve(ImmutableArray<ArazzoReusable<ArazzoAction>> own, ImmutableArray<ArazzoReusable<ArazzoAction>> inherited, bool isSuccess)
    {
        var kind = isSuccess ? ComponentKind.SuccessActions : ComponentKind.FailureActions;
        var actions = new List<ArazzoAction>();
        foreach (var action in own.Select(item => components.Action(item, kind)).OfType<ArazzoAction>())
        {
            if (actions.Exists(other => other.Name.Text == action.Name.Text))
            {
                scope.Report(DiagnosticDescriptors.DuplicateName, action.Name.Range, action.Name.Text);
                continue;
            }
            actions.Add(action);
        }
        foreach (var action in inherited.Select(item => components.Action(item, kind)).OfType<ArazzoAction>())
        {
            if (!actions.Exists(other => other.Name.Text == action.Name.Text))
            {
                actions.Add(action);
            }
        }
        return [.. actions.Select(action => new ActionSymbol(action, isSuccess, Target(action)))];
    }

    /// <summary>The action of a step; null after an error.</summary>
    public ActionModel? Bind(StepSymbol step, ActionSymbol symbol)
    {
        var action = symbol.Action;
        var expressions = new ExpressionBinder(scope, step, symbol.IsSuccess ? StepPhase.Kept : StepPhase.Failure);
        var condition = new CriterionBinder(expressions).BindAll(action.Criteria);
        if (action.Type == ArazzoActionType.Goto && symbol.Target is null)
        {
            return null;
        }
        var kind = action.Type switch
        {
            ArazzoActionType.End => ActionKind.End,
            ArazzoActionType.Retry => ActionKind.Retry,
            _ => symbol.Target!.Index <= step.Index ? ActionKind.Poll : ActionKind.Goto,
        };
        // A retry that names its own step just tries again.
        var target = kind == ActionKind.End || (kind == ActionKind.Retry && symbol.Target == step) ? null : symbol.Target?.Name;
        return new ActionModel(kind, action.Name.Text, condition, target, action.RetryLimit ?? 1, (long)(action.RetryAfter?.TotalMilliseconds ?? 0));
    }

    private StepSymbol? Target(ArazzoAction action)
    {
        if (action.WorkflowId is { } workflow)
        {
            scope.NotSupported(workflow.Range, "Actions that go to a workflow are");
            return null;
        }
        if (action.StepId is not { } id)
        {
            return null;
        }
        if (scope.FindStep(id.Text) is { } step)
        {
            return step;
        }
        scope.Report(DiagnosticDescriptors.UnknownStep, id.Range, scope.Id, id.Text, Suggestion.For(id.Text, scope.Steps.Select(static item => item.Id)));
        return null;
    }
}
