namespace TikTok.ContentPosting;

/// <summary>Something that TikTok tells an app about: one of the classes derived from it, <see cref="UnknownEvent"/> for what has none.</summary>
/// <remarks>
/// Events come at least once, and in any order: <c>post.publish.inbox_delivered</c> can arrive after the <c>post.publish.complete</c> that followed it. So take one as a hint
/// that something changed, drop what <see cref="IdempotencyKey"/> shows to be known, and read the post's status when it matters.
/// Source: https://developers.tiktok.com/doc/webhooks-events
/// </remarks>
public abstract class TikTokEvent
{
    private protected TikTokEvent(WebhookNotification notification)
    {
        Notification = notification;
        CreatedAt = DateTimeOffset.FromUnixTimeSeconds(notification.CreateTime);
    }

    /// <summary>The event as it came. To hand it to a queue, store this as JSON and call <see cref="From"/> there.</summary>
    public WebhookNotification Notification { get; }

    /// <summary>What happened; any text, for TikTok adds events without notice.</summary>
    public WebhookEventName Name => Notification.Event;

    /// <summary>The app that the event is for.</summary>
    public string ClientKey => Notification.ClientKey;

    /// <summary>The creator whom the event is about; null for the few that are about none.</summary>
    public string? OpenId => Notification.UserOpenid;

    /// <summary>When it happened, to the second. A repeated delivery has the time of the first.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>
    /// What is the same for every delivery of this event and for no other event: <c>event:open id:publish id</c> for posts, with the post id at the end when there is one.
    /// </summary>
    public string IdempotencyKey => $"{Name}:{OpenId}:{Subject}";

    private protected abstract string Subject { get; }

    /// <summary>Makes the event of a notification that was verified before, or of one that a test has written.</summary>
    /// <param name="notification">The notification.</param>
    /// <returns>The event; <see cref="UnknownEvent"/> when its name is not known, or its content is not what the name says.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Its time is none that a <see cref="DateTimeOffset"/> can hold.</exception>
    public static TikTokEvent From(WebhookNotification notification)
    {
        ArgumentNullException.ThrowIfNull(notification);
        return EventReader.Read(notification);
    }

    /// <summary>The event's name, and what it is about.</summary>
    public override string ToString() => $"{Name} {Subject}";
}
