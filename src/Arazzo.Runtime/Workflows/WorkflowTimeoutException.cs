namespace Arazzo.Runtime;

/// <summary>A polling loop took longer than <see cref="PollingOptions.TotalTimeout"/>. Resume from <see cref="WorkflowException.Checkpoint"/> to go on polling.</summary>
public sealed class WorkflowTimeoutException : WorkflowException
{
    internal WorkflowTimeoutException(string message, string workflowId, string step, WorkflowCheckpoint checkpoint)
        : base(message, workflowId, step, checkpoint, null)
    {
    }
}
