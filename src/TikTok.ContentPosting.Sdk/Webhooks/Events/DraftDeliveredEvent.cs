namespace TikTok.ContentPosting;

/// <summary><c>post.publish.inbox_delivered</c>: the draft is in the creator's inbox.</summary>
public sealed class DraftDeliveredEvent : PostEvent
{
    internal DraftDeliveredEvent(WebhookNotification notification, PostEventContent content)
        : base(notification, content)
    {
    }
}
