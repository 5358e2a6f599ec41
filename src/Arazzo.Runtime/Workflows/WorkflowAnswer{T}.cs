using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>What a workflow that a step calls came to.</summary>
/// <typeparam name="TOutputs">Its outputs.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WorkflowAnswer<TOutputs> : WorkflowAnswer
    where TOutputs : class
{
    internal WorkflowAnswer(WorkflowResult<TOutputs> result, WorkflowRun run, int statusCode)
        : base(result.WorkflowId, statusCode)
    {
        Result = result;
        Run = run;
    }

    internal WorkflowAnswer(string workflowId, WorkflowStepFailedException failure, int statusCode)
        : base(workflowId, statusCode)
    {
        Failure = failure;
    }

    /// <summary>The outputs.</summary>
    /// <exception cref="WorkflowStepFailedException">There are none, because the workflow broke off.</exception>
    public TOutputs Outputs => OutputsOrNull ?? throw Failure!;

    /// <summary>The outputs; null when the workflow broke off.</summary>
    public TOutputs? OutputsOrNull => Result?.Outputs;

    internal WorkflowResult<TOutputs>? Result { get; }

    /// <summary>The run that has ended; null when the workflow broke off.</summary>
    internal WorkflowRun? Run { get; }

    internal override bool IsFailure => Result is not { IsFailure: false };
}
