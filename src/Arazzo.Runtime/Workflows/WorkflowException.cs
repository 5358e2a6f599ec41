namespace Arazzo.Runtime;

/// <summary>A run of a workflow that did not end as it should.</summary>
public abstract class WorkflowException : Exception
{
    private protected WorkflowException(string message, string workflowId, string step, WorkflowCheckpoint? checkpoint, Exception? innerException)
        : base(message, innerException)
    {
        WorkflowId = workflowId;
        Step = step;
        Checkpoint = checkpoint;
    }

    /// <summary>The workflow, as the document names it.</summary>
    public string WorkflowId { get; }

    /// <summary>The step, as the document names it; empty when there was none yet.</summary>
    public string Step { get; }

    /// <summary>Where the run stands, to store it or to resume it; null when there is no run.</summary>
    public WorkflowCheckpoint? Checkpoint { get; }
}
