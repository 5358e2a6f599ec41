using System.Globalization;

namespace TikTok.ContentPosting;

/// <summary>Whether a post can be seen by everybody has changed.</summary>
public abstract class PublicPostEvent : PostEvent
{
    private protected PublicPostEvent(WebhookNotification notification, PostEventContent content)
        : base(notification, content)
        => PostId = content.PostId?.Match(
            static text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
            static number => number,
            static _ => (long?)null);

    /// <summary>The id of the public post, which its address ends with. One draft can become several posts. Null when TikTok gives none that is a number.</summary>
    public long? PostId { get; }

    private protected override string Subject => PostId is { } id ? string.Create(CultureInfo.InvariantCulture, $"{PublishId}:{id}") : PublishId;
}
