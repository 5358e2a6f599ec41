namespace TikTok.ContentPosting;

/// <summary>What to do about each of TikTok's error codes; many of them mean something else than they seem to.</summary>
internal static class ErrorAdvice
{
    public const string OutcomeUnknown =
        "TikTok failed while it opened the post, so the post may exist. Do not send the request again before the creator's inbox or profile shows that it does not.";

    /// <summary>The advice for a code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="status">The HTTP status, for codes that nobody knows.</param>
    /// <param name="isRepeatable">Whether the operation may be called again when its outcome is not known.</param>
    public static (RetryAdvice Advice, string Text) For(ErrorCode code, int status, bool isRepeatable)
    {
        if (status >= 500 && !isRepeatable)
            return (RetryAdvice.AfterOutcomeCheck, OutcomeUnknown);
        return code.Value switch
        {
            "invalid_param" or "invalid_params" => (RetryAdvice.Never,
                "A value of the request is missing or wrong; TikTok's own message (Error.Error.Message) often names it. About sizes: a single chunk is exactly as "
                + "long as the video, and of several there are as many as the chunk size goes into the video's size, rounded down."),
            "invalid_file_upload" => (RetryAdvice.Never, "TikTok cannot use the upload: the sizes, or the video itself, are not what it takes."),
            "invalid_publish_id" => (RetryAdvice.Never,
                "There is no such post. A publish id comes from an init operation; the id in a TikTok link is another one."),
            "token_not_authorized_for_specified_publish_id" => (RetryAdvice.Never,
                "The post belongs to another creator or app: use an access token of the creator whose token opened it."),
            "publish_not_cancellable" => (RetryAdvice.Never,
                "Only a post whose media TikTok is still pulling from a URL can be called off."),
            "app_version_check_failed" => (RetryAdvice.AfterCreatorAction,
                "The creator's TikTok app is too old for photo drafts: the creator has to update it to 31.8 or later."),
            "access_token_invalid" => (RetryAdvice.AfterTokenRefresh,
                "The access token is wrong, expired or revoked. Refresh it and try once more; when that is refused too, the creator has to sign in again."),
            "scope_not_authorized" or "scope_permission_missed" => (RetryAdvice.AfterConsent,
                "The creator has not granted the scope that the operation needs: video.publish for the creator's settings and direct posts, video.upload for drafts. "
                + "A refreshed token has no more scopes than the old one: ask the creator for consent again."),
            "url_ownership_unverified" => (RetryAdvice.AfterAppSetup,
                "The media's URL is not under a domain or URL prefix that is verified for this app (URL properties in TikTok's developer portal). Addresses of "
                + "shared hosts, such as the default names of S3 and CloudFront, cannot be verified: serve the media from a domain of your own, or upload it as a file."),
            "privacy_level_option_mismatch" => (RetryAdvice.Never,
                "The privacy level is none that the creator has now: query the creator's settings again and let the creator choose."),
            "unaudited_client_can_only_post_to_private_accounts" => (RetryAdvice.AfterCreatorAction,
                "Until TikTok has audited the app, the creator's account itself has to be private; the privacy level SELF_ONLY alone is not enough. "
                + "The creator makes the account private in the TikTok app, or the app passes the audit."),
            "spam_risk_too_many_posts" => (RetryAdvice.NextDay,
                "The creator has reached the number of posts that all apps together may make in 24 hours."),
            "spam_risk_too_many_pending_share" => (RetryAdvice.AfterCreatorAction,
                "Too many drafts wait in the creator's inbox; TikTok allows five in 24 hours. The creator has to post or discard some."),
            "spam_risk_user_banned_from_posting" => (RetryAdvice.Never,
                "TikTok does not let this creator post. Only the creator can take that up with TikTok."),
            "reached_active_user_cap" => (RetryAdvice.NextDay,
                "The app has reached the number of creators who may post with it in 24 hours. The limit is the app's, not this creator's; the audit raises it."),
            "rate_limit_exceeded" => (RetryAdvice.BackOff,
                "More requests than the access token may make in a minute: 6 of each init, 20 queries of the creator's settings, 30 of a status."),
            "internal_error" => (RetryAdvice.BackOff, "Something went wrong at TikTok; later it may not."),
            _ => ForStatus(status),
        };
    }

    private static (RetryAdvice Advice, string Text) ForStatus(int status) => status switch
    {
        401 => (RetryAdvice.AfterTokenRefresh, "TikTok does not accept the access token, for a reason that has no known code. Refresh it and try once more."),
        408 or 429 or (>= 500 and not 501) => (RetryAdvice.BackOff, "The code is not known, but the status says that a later attempt may help."),
        _ => (RetryAdvice.Never, "The code is not known: see TikTok's own message (Error.Error.Message), and TikTok's documentation of the operation."),
    };
}
