namespace TikTok.ContentPosting;

/// <summary><c>video.upload.failed</c> or <c>video.publish.completed</c>: a video of the old Video Kit, which has nothing to do with this SDK's posts.</summary>
public sealed class LegacyVideoEvent : TikTokEvent
{
    internal LegacyVideoEvent(WebhookNotification notification, LegacyVideoContent content)
        : base(notification)
        => ShareId = content.ShareId;

    /// <summary>The id that the Video Kit gave the share.</summary>
    public string ShareId { get; }

    private protected override string Subject => ShareId;
}
