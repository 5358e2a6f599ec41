using System.Collections.Frozen;

namespace TikTok.ContentPosting.Emulator;

/// <summary>TikTok's error codes, and the HTTP status that each comes with.</summary>
public static class ErrorCodes
{
    /// <summary>Success.</summary>
    public const string Ok = "ok";

    /// <summary>400: a field is missing or has a value that cannot be.</summary>
    public const string InvalidParam = "invalid_param";

    /// <summary>400: the sizes of an upload do not fit together. TikTok uses the plural for these.</summary>
    public const string InvalidParams = "invalid_params";

    /// <summary>400: no such post.</summary>
    public const string InvalidPublishId = "invalid_publish_id";

    /// <summary>400: the post is another creator's.</summary>
    public const string TokenNotAuthorizedForSpecifiedPublishId = "token_not_authorized_for_specified_publish_id";

    /// <summary>400: too late to call the post off, or nothing is pulled for it.</summary>
    public const string PublishNotCancellable = "publish_not_cancellable";

    /// <summary>400: the creator's TikTok app is too old for photo drafts.</summary>
    public const string AppVersionCheckFailed = "app_version_check_failed";

    /// <summary>400: a field of the Display API needs a scope that the creator has not granted.</summary>
    public const string ScopePermissionMissed = "scope_permission_missed";

    /// <summary>401: the token is unknown or has expired.</summary>
    public const string AccessTokenInvalid = "access_token_invalid";

    /// <summary>401: the creator has not granted the scope.</summary>
    public const string ScopeNotAuthorized = "scope_not_authorized";

    /// <summary>403: the media's URL is not under a verified domain or prefix.</summary>
    public const string UrlOwnershipUnverified = "url_ownership_unverified";

    /// <summary>403: the privacy level is none of the creator's options.</summary>
    public const string PrivacyLevelOptionMismatch = "privacy_level_option_mismatch";

    /// <summary>403: the app has not passed the audit, and the account or the post is not private.</summary>
    public const string UnauditedClientCanOnlyPostToPrivateAccounts = "unaudited_client_can_only_post_to_private_accounts";

    /// <summary>403, and 200 from the creator query: the creator has reached the daily number of posts.</summary>
    public const string SpamRiskTooManyPosts = "spam_risk_too_many_posts";

    /// <summary>403: too many drafts wait for the creator.</summary>
    public const string SpamRiskTooManyPendingShare = "spam_risk_too_many_pending_share";

    /// <summary>403, and 200 from the creator query: the creator is banned from posting.</summary>
    public const string SpamRiskUserBannedFromPosting = "spam_risk_user_banned_from_posting";

    /// <summary>403, and 200 from the creator query: the app has reached its daily number of creators.</summary>
    public const string ReachedActiveUserCap = "reached_active_user_cap";

    /// <summary>429: too many requests in a minute.</summary>
    public const string RateLimitExceeded = "rate_limit_exceeded";

    /// <summary>500: something went wrong at TikTok.</summary>
    public const string InternalError = "internal_error";

    private static readonly FrozenDictionary<string, int> Statuses = new Dictionary<string, int>
    {
        [Ok] = 200,
        [InvalidParam] = 400,
        [InvalidParams] = 400,
        [InvalidPublishId] = 400,
        [TokenNotAuthorizedForSpecifiedPublishId] = 400,
        [PublishNotCancellable] = 400,
        [AppVersionCheckFailed] = 400,
        [ScopePermissionMissed] = 400,
        [AccessTokenInvalid] = 401,
        [ScopeNotAuthorized] = 401,
        [UrlOwnershipUnverified] = 403,
        [PrivacyLevelOptionMismatch] = 403,
        [UnauditedClientCanOnlyPostToPrivateAccounts] = 403,
        [SpamRiskTooManyPosts] = 403,
        [SpamRiskTooManyPendingShare] = 403,
        [SpamRiskUserBannedFromPosting] = 403,
        [ReachedActiveUserCap] = 403,
        [RateLimitExceeded] = 429,
        [InternalError] = 500,
    }.ToFrozenDictionary();

    /// <summary>The HTTP status that a code comes with; 400 for a code that is none of TikTok's.</summary>
    public static int StatusOf(string code) => Statuses.GetValueOrDefault(code, 400);
}
