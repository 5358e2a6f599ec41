namespace TikTok.ContentPosting.Tests.Chaos;

/// <summary>How an attempt to post ended, as its caller learns of it.</summary>
/// <param name="PublishId">The post's publish id; null when the caller got none.</param>
/// <param name="Status">TikTok's last word; null when the attempt ended with an exception.</param>
/// <param name="Failure">The exception; null when there was none.</param>
internal sealed record Ending(string? PublishId, PublishStatus? Status, Exception? Failure)
{
    /// <summary>Whether the caller was told that nobody knows whether there is a post.</summary>
    public bool IsUnknown => Failure is WorkflowOutcomeUnknownException or ApiException { OutcomeUnknown: true };

    /// <summary>Whether the failure is one of those that the SDK promises.</summary>
    public bool IsTyped => Failure is null or WorkflowException or ApiException;
}
