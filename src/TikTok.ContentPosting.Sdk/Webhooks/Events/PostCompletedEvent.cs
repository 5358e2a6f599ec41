namespace TikTok.ContentPosting;

/// <summary><c>post.publish.complete</c>: it is posted, by a direct post or by the creator from a draft. Whether everybody can see it is another event.</summary>
public sealed class PostCompletedEvent : PostEvent
{
    internal PostCompletedEvent(WebhookNotification notification, PostEventContent content)
        : base(notification, content)
    {
    }
}
