namespace TikTok.ContentPosting.Emulator;

/// <summary>The statuses of a post.</summary>
public static class PublishStatuses
{
    /// <summary>TikTok is receiving the media from the app.</summary>
    public const string ProcessingUpload = "PROCESSING_UPLOAD";

    /// <summary>TikTok is pulling the media from its URL.</summary>
    public const string ProcessingDownload = "PROCESSING_DOWNLOAD";

    /// <summary>The draft is in the creator's inbox.</summary>
    public const string SendToUserInbox = "SEND_TO_USER_INBOX";

    /// <summary>Posted: by a direct post, or by the creator from a draft.</summary>
    public const string PublishComplete = "PUBLISH_COMPLETE";

    /// <summary>Over, for a reason in <see cref="FailReasons"/>.</summary>
    public const string Failed = "FAILED";
}
