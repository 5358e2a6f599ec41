using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Control;

/// <summary>An action that may apply to a step, with the step or the workflow that it leads to.</summary>
/// <param name="action">The action.</param>
/// <param name="isSuccess">Whether it is a success action.</param>
/// <param name="isInline">Whether the step has it in its own words.</param>
/// <param name="place">Where the step has it; null when the workflow gives it to all its steps.</param>
/// <param name="target">The step that it leads to, or null.</param>
/// <param name="workflow">The workflow that it leads to, or null.</param>
internal sealed class ActionSymbol(ArazzoAction action, bool isSuccess, bool isInline, ScalarNode? place, StepSymbol? target, WorkflowSymbol? workflow)
{
    public ArazzoAction Action { get; } = action;

    public bool IsSuccess { get; } = isSuccess;

    public bool IsInline { get; } = isInline;

    public ScalarNode? Place { get; } = place;

    public StepSymbol? Target { get; } = target;

    public WorkflowSymbol? Workflow { get; } = workflow;

    public bool IsRetry => Action.Type == ArazzoActionType.Retry;

    /// <summary>Whether it applies when those before it do not, so that nothing comes after it. Attempts run out.</summary>
    public bool IsCertain { get; set; } = action is { Criteria.IsEmpty: true, Type: not ArazzoActionType.Retry };
}
