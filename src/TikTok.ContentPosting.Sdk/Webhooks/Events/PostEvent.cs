namespace TikTok.ContentPosting;

/// <summary>Something happened to a post or a draft.</summary>
public abstract class PostEvent : TikTokEvent
{
    private protected PostEvent(WebhookNotification notification, PostEventContent content)
        : base(notification)
    {
        PublishId = content.PublishId;
        PublishType = content.PublishType;
    }

    /// <summary>The publish id that the init answered with.</summary>
    public string PublishId { get; }

    /// <summary>Whether it was opened as a draft (<see cref="PublishType.InboxShare"/>) or as a direct post (<see cref="PublishType.DirectPublish"/>); null when TikTok does not say.</summary>
    public PublishType? PublishType { get; }

    private protected override string Subject => PublishId;
}
