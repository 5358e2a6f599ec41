namespace TikTok.ContentPosting;

/// <summary>What to do about each reason that posts fail for.</summary>
internal static class FailReasonAdvice
{
    public static (RetryAdvice Advice, string Text) For(FailReason? reason) => reason?.Value switch
    {
        "file_format_check_failed" => (RetryAdvice.AfterMediaChange,
            "TikTok does not take the file: videos are MP4, WebM or MOV with H.264, H.265, VP8 or VP9; photos are JPEG or WebP, not PNG."),
        "duration_check_failed" => (RetryAdvice.AfterMediaChange,
            "The video is too short, or longer than this creator may post (max_video_post_duration_sec of the creator's settings)."),
        "frame_rate_check_failed" => (RetryAdvice.AfterMediaChange, "The video has to have 23 to 60 frames in a second."),
        "picture_size_check_failed" => (RetryAdvice.AfterMediaChange, "Each side of a video has to have 360 to 4096 pixels, and photos 1080p at most."),
        "internal" => (RetryAdvice.BackOff, "Something went wrong at TikTok, and this post is over. Another post of the same media may succeed."),
        "video_pull_failed" or "photo_pull_failed" => (RetryAdvice.AfterMediaChange,
            "TikTok could not fetch the media within an hour. Its URL has to answer with status 200 and no redirect to anybody, for as long as TikTok fetches; a video can be uploaded instead."),
        "publish_cancelled" => (RetryAdvice.Never, "The app has called the post off."),
        "auth_removed" => (RetryAdvice.AfterConsent, "The creator has withdrawn the app's authorization meanwhile: the creator has to sign in again."),
        "spam_risk_too_many_posts" => (RetryAdvice.NextDay, "The creator has reached the number of posts that all apps together may make in 24 hours."),
        "spam_risk_user_banned_from_posting" => (RetryAdvice.Never, "TikTok does not let this creator post. Only the creator can take that up with TikTok."),
        "spam_risk_text" => (RetryAdvice.Never, "TikTok's moderation has refused the text. Do not send the same again."),
        "spam_risk" => (RetryAdvice.Never, "TikTok's moderation has refused the post. Do not send the same again."),
        null => (RetryAdvice.Never, "TikTok has given no reason. The creator may find one in the TikTok app."),
        _ => (RetryAdvice.Never, "The reason is not known to this version of the SDK: see TikTok's documentation of the status query."),
    };
}
