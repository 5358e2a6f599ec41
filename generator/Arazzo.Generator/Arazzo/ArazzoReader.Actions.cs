using System.Collections.Immutable;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo;

/// <summary>Success and failure actions.</summary>
internal sealed partial class ArazzoReader
{
    /// <summary>Ten years: more than anybody waits, and far from what a <see cref="TimeSpan"/> can hold.</summary>
    private const decimal LongestDelay = 315_360_000;

    private static readonly ImmutableArray<KeyValuePair<string, ArazzoActionType>> ActionTypes =
        [new("end", ArazzoActionType.End), new("goto", ArazzoActionType.Goto), new("retry", ArazzoActionType.Retry)];

    private enum ActionList
    {
        Success,
        Failure,
    }

    private ImmutableArray<ArazzoReusable<ArazzoAction>> ReadActions(MappingNode owner, string field, ActionList list)
    {
        var actions = ImmutableArray.CreateBuilder<ArazzoReusable<ArazzoAction>>();
        var names = new NameTable(this, "action");
        foreach (var node in ReadObjects(owner, field))
        {
            if (node["reference"] is not null)
            {
                var kind = list == ActionList.Success ? ComponentKind.SuccessActions : ComponentKind.FailureActions;
                if (ReadReference(node, kind) is { } reference && names.Add(reference.Reference))
                {
                    actions.Add(new ArazzoReusable<ArazzoAction>(null, reference));
                }
            }
            else if (ReadAction(node, list) is { } action && names.Add(action.Name))
            {
                actions.Add(new ArazzoReusable<ArazzoAction>(action, null));
            }
        }
        return actions.ToImmutable();
    }

    private ArazzoAction? ReadAction(MappingNode node, ActionList list)
    {
        CheckFields(node, "an action", ["name", "type", "workflowId", "stepId", "retryAfter", "retryLimit", "criteria", "parameters"]);
        var name = RequireString(node, "name", "This action");
        var owner = name is null ? "This action" : $"The action '{name.Text}'";
        if (RequireString(node, "type", owner) is null || ReadChoice<ArazzoActionType>(node, "type", ActionTypes) is not { } type || name is null)
        {
            return null;
        }
        CheckActionType(node, list, type);
        CheckActionTarget(node, name, type);
        CheckVersion11(node, "parameters");
        return new ArazzoAction
        {
            Node = node,
            Name = name,
            Type = type,
            WorkflowId = RequireIfPresent(node, "workflowId"),
            StepId = RequireIfPresent(node, "stepId"),
            Parameters = ReadParameters(node, ParameterUse.Action),
            RetryAfter = ReadNumber(node, "retryAfter", 0, LongestDelay, whole: false, "a number of seconds, zero or more") is { } seconds
                ? TimeSpan.FromSeconds((double)seconds)
                : null,
            RetryLimit = (int?)ReadNumber(node, "retryLimit", 0, int.MaxValue, whole: true, "a whole number, zero or more"),
            Criteria = ReadCriteria(node, "criteria"),
        };
    }

    private void CheckActionType(MappingNode node, ActionList list, ArazzoActionType type)
    {
        if (list == ActionList.Success && type == ArazzoActionType.Retry)
        {
            AcceptDialect(node["type"]!.Range.FirstLine, "only a failure action can be a 'retry': write a 'goto' to the step");
            return;
        }
        if (type == ArazzoActionType.Retry)
        {
            return;
        }
        foreach (var field in (ReadOnlySpan<string>)["retryAfter", "retryLimit"])
        {
            if (node.Find(field) is { } entry)
            {
                _diagnostics.Report(DiagnosticDescriptors.ArazzoFieldWithoutEffect, entry.Key.Range, field, "the action is no 'retry'");
            }
        }
    }

    private void CheckActionTarget(MappingNode node, ScalarNode name, ArazzoActionType type)
    {
        var (step, workflow) = (node.Find("stepId"), node.Find("workflowId"));
        if (step is not null && workflow is not null)
        {
            Fault(DiagnosticDescriptors.ArazzoActionSeveralTargets, workflow.Key.Range, name.Text);
        }
        else if (type == ArazzoActionType.Goto && step is null && workflow is null)
        {
            Fault(DiagnosticDescriptors.ArazzoActionNoTarget, name.Range.FirstLine, name.Text);
        }
        else if (type == ArazzoActionType.End && (step ?? workflow) is { } target)
        {
            _diagnostics.Report(DiagnosticDescriptors.ArazzoFieldWithoutEffect, target.Key.Range, target.Key.Text, "an action of type 'end' goes nowhere");
        }
        if (workflow is null && node.Find("parameters") is { } parameters)
        {
            Fault(DiagnosticDescriptors.ArazzoFieldNotAllowed, parameters.Key.Range, "parameters", "the action has no 'workflowId' whose inputs they could be");
        }
    }
}
