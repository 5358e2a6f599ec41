using System.Collections.Immutable;
using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Binding.Workflows.Conditions;
using Arazzo.Generator.Binding.Workflows.Expressions;
using Arazzo.Generator.Binding.Workflows.Requests;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Control;

/// <summary>Decides which actions apply to a step and where they lead.</summary>
internal sealed class ActionBinder(WorkflowScope scope, Components components, WorkflowResolver workflows, Followers followers)
{
    /// <summary>The actions of a step, then those of the workflow that it does not override by name, with their targets.</summary>
    public List<ActionSymbol> Resolve(ImmutableArray<ArazzoReusable<ArazzoAction>> own, ImmutableArray<ArazzoReusable<ArazzoAction>> inherited, bool isSuccess)
    {
        var kind = isSuccess ? ComponentKind.SuccessActions : ComponentKind.FailureActions;
        var actions = new List<ActionSymbol>();
        foreach (var item in own)
        {
            if (components.Action(item, kind) is not { } action)
            {
                continue;
            }
            if (actions.Exists(other => other.Action.Name.Text == action.Name.Text))
            {
                scope.Report(DiagnosticDescriptors.DuplicateName, action.Name.Range, action.Name.Text);
                continue;
            }
            actions.Add(new ActionSymbol(action, isSuccess, item.Object is not null, Place(item, action), Target(action), Workflow(action)));
        }
        foreach (var action in inherited.Select(item => components.Action(item, kind)).OfType<ArazzoAction>())
        {
            if (!actions.Exists(other => other.Action.Name.Text == action.Name.Text))
            {
                actions.Add(new ActionSymbol(action, isSuccess, isInline: false, place: null, Target(action), Workflow(action)));
            }
        }
        return actions;
    }

    /// <summary>Reports actions of the workflow that no step comes to, because one before them always applies.</summary>
    public void CheckInherited(ImmutableArray<ArazzoReusable<ArazzoAction>> inherited, bool isSuccess)
    {
        var kind = isSuccess ? ComponentKind.SuccessActions : ComponentKind.FailureActions;
        var overridden = new HashSet<string>(
            scope.Steps.SelectMany(step => isSuccess ? step.OnSuccess : step.OnFailure).Where(static action => action.Place is not null).Select(static action => action.Action.Name.Text),
            StringComparer.Ordinal);
        ArazzoAction? last = null;
        foreach (var item in inherited)
        {
            if (components.Action(item, kind) is not { } action)
            {
                continue;
            }
            if (last is not null)
            {
                scope.Report(DiagnosticDescriptors.ActionNeverTried, Place(item, action).Range, action.Name.Text, Always(last));
            }
            last ??= action is { Criteria.IsEmpty: true, Type: not ArazzoActionType.Retry } && !overridden.Contains(action.Name.Text) ? action : null;
        }
    }

    /// <summary>Why nothing comes after an action.</summary>
    public static string Always(ArazzoAction action) => $"'{action.Name.Text}' before it has no criteria, so it always applies";

    private static ScalarNode Place(ArazzoReusable<ArazzoAction> item, ArazzoAction action) => item.Reference?.Reference ?? action.Name;

    /// <summary>The action of a step; null after an error.</summary>
    public ActionModel? Bind(StepSymbol step, ActionSymbol symbol, Func<string, string> field)
    {
        var action = symbol.Action;
        var condition = new CriterionBinder(new ExpressionBinder(scope, step, Phase(symbol))).BindAll(action.Criteria);
        if (action.Type == ArazzoActionType.Goto && symbol is { Target: null, Workflow: null })
        {
            return null;
        }
        var kind = action.Type switch
        {
            ArazzoActionType.End => ActionKind.End,
            ArazzoActionType.Retry => ActionKind.Retry,
            _ => symbol.Target is { } earlier && earlier.Index <= step.Index ? ActionKind.Poll : ActionKind.Goto,
        };
        var keeps = new List<StepOutputModel>();
        // A retry that names its own step just tries again.
        var target = symbol.Workflow is not null ? followers.Add(step, symbol, Arguments(step, symbol, field, keeps))
            : kind == ActionKind.End || (kind == ActionKind.Retry && symbol.Target == step) ? null
            : symbol.Target?.Name;
        return new ActionModel(
            kind, action.Name.Text, condition, target, action.RetryLimit ?? 1, (long)(action.RetryAfter?.TotalMilliseconds ?? 0), keeps.ToEquatableArray());
    }

    /// <summary>The name under which an action keeps what it takes of the answer for a parameter.</summary>
    public static string Kept(string action, string parameter) => $"$actions.{action}.{parameter}";

    private EquatableArray<ArgumentModel> Arguments(StepSymbol step, ActionSymbol symbol, Func<string, string> field, List<StepOutputModel> keeps)
    {
        var name = symbol.Action.Name;
        var given = ParameterList.Merge(scope, components, [], symbol.Action.Parameters, areInputs: true);
        return new CallBinder(scope, symbol.Workflow!, $"Action '{name.Text}'", name).Bind(given, (parameter, input, place) =>
        {
            var expressions = new ExpressionBinder(scope, step, Phase(symbol)) { For = step.Name };
            var values = new ValueBinder(expressions);
            var value = values.Bind(parameter.Value, input.Type.NotNull(), place);
            if (expressions.ReadsAnswer && value is not (null or StepOutputValue))
            {
                // The answer is gone when the workflow is called: a run may be resumed there.
                var kept = Kept(name.Text, parameter.Parameter.Name.Text);
                var output = new StepOutputModel(kept, field(kept), $"{step.Id}.{kept}", value, value.Type.OrNull(), input.IsSecret);
                keeps.Add(output);
                scope.Uses.OutputReads[output.Key] = [.. scope.Uses.Reads ?? []];
                scope.Uses.Add(output.Key);
                value = new StepOutputValue(output.Type, output.Field);
            }
            return input.IsRequired && !input.Type.IsNullable ? values.Require(value, parameter.Value, place) : value;
        });
    }

    private static StepPhase Phase(ActionSymbol symbol) => symbol.IsSuccess ? StepPhase.Kept : StepPhase.Failure;

    private WorkflowSymbol? Workflow(ArazzoAction action) =>
        action is { WorkflowId: { } id, StepId: null, Type: not ArazzoActionType.End } ? workflows.Resolve(scope, id) : null;

    private StepSymbol? Target(ArazzoAction action)
    {
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
