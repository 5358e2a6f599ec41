namespace TikTok.ContentPosting;

/// <summary><c>post.publish.publicly_available</c>: the post has passed moderation, and everybody can see it.</summary>
public sealed class PostPubliclyAvailableEvent : PublicPostEvent
{
    internal PostPubliclyAvailableEvent(WebhookNotification notification, PostEventContent content)
        : base(notification, content)
    {
    }
}
