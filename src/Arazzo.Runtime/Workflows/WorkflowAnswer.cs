using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>What a workflow that a step calls came to.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WorkflowAnswer
{
    private protected WorkflowAnswer(string workflowId, int statusCode)
    {
        WorkflowId = workflowId;
        StatusCode = statusCode;
    }

    /// <summary>The status of the last answer that the workflow had; 0 when it had none.</summary>
    public int StatusCode { get; }

    /// <summary>The same status; null when the workflow had no answer.</summary>
    public int? StatusOrNull => StatusCode == 0 ? null : StatusCode;

    internal string WorkflowId { get; }

    /// <summary>Why the workflow broke off; null when it ended, by an action or because its steps ran out.</summary>
    internal WorkflowStepFailedException? Failure { get; private protected init; }

    /// <summary>Whether it broke off or ended by a failure action.</summary>
    internal abstract bool IsFailure { get; }

    /// <summary>How long the server asks to wait that made it break off.</summary>
    internal TimeSpan? RetryAfter => Failure?.Response?.RetryAfter;
}
