namespace Arazzo.Runtime;

/// <summary>
/// A step that is not safe to repeat was sent, and its answer is not known: it may or may not have been carried out. It is not sent again.
/// </summary>
/// <remarks>
/// Find out at the server. If the step was not carried out, resume from <see cref="WorkflowCheckpoint.AsNotSent"/> of
/// <see cref="WorkflowException.Checkpoint"/>; if it was, start what is left by other means.
/// </remarks>
public sealed class WorkflowOutcomeUnknownException : WorkflowException
{
    internal WorkflowOutcomeUnknownException(string message, string workflowId, string step, WorkflowCheckpoint checkpoint, Exception? innerException)
        : base(message, workflowId, step, checkpoint, innerException)
    {
    }
}
