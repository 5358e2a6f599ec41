namespace Arazzo.Runtime;

/// <summary>How a run ended.</summary>
/// <typeparam name="TOutputs">The workflow's outputs.</typeparam>
public sealed class WorkflowResult<TOutputs>
{
    internal WorkflowResult(TOutputs outputs, string runId, string workflowId, string step, string? action, bool isFailure)
    {
        Outputs = outputs;
        RunId = runId;
        WorkflowId = workflowId;
        Step = step;
        Action = action;
        IsFailure = isFailure;
    }

    /// <summary>The workflow's outputs; null where the run did not come by the step that yields them.</summary>
    public TOutputs Outputs { get; }

    /// <summary>The workflow that the run ended in, as the document names it: another one when a <c>goto</c> led there.</summary>
    public string WorkflowId { get; }

    /// <summary>The step that the run ended with, as the document names it.</summary>
    public string Step { get; }

    /// <summary>The <c>end</c> action that ended the run, as the document names it; null when the steps ran out.</summary>
    public string? Action { get; }

    /// <summary>True when <see cref="Action"/> is a failure action: the step failed, and the document says that the run ends with that.</summary>
    public bool IsFailure { get; }

    /// <summary>The run's id, which checkpoints and traces carry too.</summary>
    public string RunId { get; }
}
