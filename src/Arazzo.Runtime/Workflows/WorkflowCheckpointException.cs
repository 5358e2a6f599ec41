namespace Arazzo.Runtime;

/// <summary>A checkpoint cannot be resumed: it is damaged, or it belongs to another workflow or to another version of the document.</summary>
public sealed class WorkflowCheckpointException : WorkflowException
{
    internal WorkflowCheckpointException(string message, WorkflowCheckpoint? checkpoint = null, Exception? innerException = null)
        : base(message, checkpoint?.WorkflowId ?? "", checkpoint?.NextStep ?? "", checkpoint, innerException)
    {
    }
}
