namespace TikTok.ContentPosting;

/// <summary><c>post.publish.failed</c>: a post or a draft failed.</summary>
public sealed class PostFailedEvent : PostEvent
{
    internal PostFailedEvent(WebhookNotification notification, PostEventContent content)
        : base(notification, content)
        => Reason = content.Reason;

    /// <summary>Why; null when TikTok does not say.</summary>
    public FailReason? Reason { get; }
}
