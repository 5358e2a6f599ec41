namespace Arazzo.Runtime;

/// <summary>A step failed, and the document has no failure action for it.</summary>
/// <remarks><see cref="Exception.InnerException"/> is the <see cref="ApiException"/> when the call itself failed.</remarks>
public sealed class WorkflowStepFailedException : WorkflowException
{
    internal WorkflowStepFailedException(
        string message, string workflowId, string step, WorkflowCheckpoint checkpoint, string? condition, ApiResponse? response)
        : base(message, workflowId, step, checkpoint, response?.Failure)
    {
        Condition = condition;
        Response = response;
    }

    /// <summary>The success criterion that did not hold, as the document writes it; null when the call itself failed or a value was missing.</summary>
    public string? Condition { get; }

    /// <summary>The answer; null when the step was not sent.</summary>
    public ApiResponse? Response { get; }
}
