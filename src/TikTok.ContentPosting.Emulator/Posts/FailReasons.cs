namespace TikTok.ContentPosting.Emulator;

/// <summary>Why posts fail.</summary>
public static class FailReasons
{
    /// <summary>The media has a format that TikTok does not take.</summary>
    public const string FileFormatCheckFailed = "file_format_check_failed";

    /// <summary>The video is too long or too short.</summary>
    public const string DurationCheckFailed = "duration_check_failed";

    /// <summary>The video has too many or too few frames in a second.</summary>
    public const string FrameRateCheckFailed = "frame_rate_check_failed";

    /// <summary>The picture is too large or too small.</summary>
    public const string PictureSizeCheckFailed = "picture_size_check_failed";

    /// <summary>Something went wrong at TikTok; opening the post anew may help.</summary>
    public const string Internal = "internal";

    /// <summary>The video could not be pulled from its URL.</summary>
    public const string VideoPullFailed = "video_pull_failed";

    /// <summary>A photo could not be pulled from its URL.</summary>
    public const string PhotoPullFailed = "photo_pull_failed";

    /// <summary>The app has called the post off.</summary>
    public const string PublishCancelled = "publish_cancelled";

    /// <summary>The creator has withdrawn the app's authorization in the meantime.</summary>
    public const string AuthRemoved = "auth_removed";

    /// <summary>The creator has reached the daily number of posts.</summary>
    public const string SpamRiskTooManyPosts = "spam_risk_too_many_posts";

    /// <summary>The creator is banned from posting.</summary>
    public const string SpamRiskUserBannedFromPosting = "spam_risk_user_banned_from_posting";

    /// <summary>Moderation has refused the text.</summary>
    public const string SpamRiskText = "spam_risk_text";

    /// <summary>Moderation has refused the post.</summary>
    public const string SpamRisk = "spam_risk";
}
