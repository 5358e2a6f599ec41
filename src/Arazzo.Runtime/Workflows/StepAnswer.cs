using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>What the end of a step tells a run, whether the step sends a request or calls a workflow.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StepAnswer
{
    private StepAnswer(int statusCode, TimeSpan? retryAfter)
    {
        StatusCode = statusCode;
        RetryAfter = retryAfter;
    }

    internal int StatusCode { get; }

    internal TimeSpan? RetryAfter { get; }

    /// <summary>Takes what it needs of an answer.</summary>
    /// <param name="response">The answer.</param>
    public static implicit operator StepAnswer(ApiResponse response) => new(response.StatusCode, response.RetryAfter);

    /// <summary>Takes what it needs of a workflow's end.</summary>
    /// <param name="answer">What the workflow came to.</param>
    public static implicit operator StepAnswer(WorkflowAnswer answer) => new(answer.StatusCode, answer.RetryAfter);
}
