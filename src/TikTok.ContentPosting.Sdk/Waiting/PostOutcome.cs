namespace TikTok.ContentPosting;

/// <summary>
/// How a wait for a post ended: <see cref="PostDelivered"/>, <see cref="PostPublished"/>, <see cref="PostPublishedWithoutPublicId"/>, <see cref="PostFailed"/> or
/// <see cref="PostStillProcessing"/>. A post that fails is a value and no exception: the query of its status went well.
/// </summary>
public abstract class PostOutcome
{
    private protected PostOutcome(string publishId, PublishStatusData? lastStatus)
    {
        PublishId = publishId;
        LastStatus = lastStatus;
    }

    /// <summary>The post's publish id.</summary>
    public string PublishId { get; }

    /// <summary>The last answer of TikTok's; null when none came before the time was up.</summary>
    public PublishStatusData? LastStatus { get; }

    /// <summary>Turns a failed post into an exception, for those who prefer one.</summary>
    /// <returns>The outcome itself.</returns>
    /// <exception cref="PostFailedException">The post has failed.</exception>
    public PostOutcome EnsureNotFailed() => this is PostFailed failed ? throw new PostFailedException(failed) : this;

    /// <summary>One line for a log.</summary>
    /// <returns>The publish id, the outcome and the last status.</returns>
    public override string ToString() => $"{PublishId}: {GetType().Name}{(LastStatus?.Status is { } status ? $" ({status})" : "")}";
}
