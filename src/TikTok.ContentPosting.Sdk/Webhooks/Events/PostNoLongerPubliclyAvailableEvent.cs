namespace TikTok.ContentPosting;

/// <summary><c>post.publish.no_longer_publicaly_available</c>, which TikTok spells this way: the post was deleted, hidden or taken down.</summary>
public sealed class PostNoLongerPubliclyAvailableEvent : PublicPostEvent
{
    internal PostNoLongerPubliclyAvailableEvent(WebhookNotification notification, PostEventContent content)
        : base(notification, content)
    {
    }
}
