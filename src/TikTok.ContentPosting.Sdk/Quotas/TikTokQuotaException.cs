namespace TikTok.ContentPosting;

/// <summary>A quota is used up: the token's, the creator's or the app's. Nothing was opened, and trying again at once changes nothing.</summary>
public sealed class TikTokQuotaException : TikTokApiException
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    internal TikTokQuotaException(ApiResponse response, ErrorResponse error, Exception? innerException)
        : base(response, error, innerException) => (Scope, TryAgainAfter) = Of(error.Error.Code, response.RetryAfter);

    private TikTokQuotaException(ApiResponse response, ErrorResponse error, TimeSpan wait)
        : base(response, error, (RetryAdvice.BackOff, "It was kept back, so that the token does not exceed what TikTok allows it in a minute (TikTokQuotas).")) =>
        (Scope, TryAgainAfter, RetryAfter) = (QuotaScope.Token, wait, wait);

    /// <summary>Whose quota it is.</summary>
    public QuotaScope Scope { get; }

    /// <summary>After what time there is room again at the latest; null when that depends on the creator, who has to post or discard drafts.</summary>
    public TimeSpan? TryAgainAfter { get; }

    /// <summary>Whether a code says that a quota is used up.</summary>
    internal static bool IsQuota(ErrorCode code) =>
        code.Value is "rate_limit_exceeded" or "spam_risk_too_many_posts" or "spam_risk_too_many_pending_share" or "reached_active_user_cap";

    /// <summary>The failure of a request that was not sent.</summary>
    internal static TikTokQuotaException Local(ApiResponse response, TimeSpan wait) =>
        new(response, new ErrorResponse { Error = new ApiError { Code = new ErrorCode("rate_limit_exceeded") } }, wait);

    private static (QuotaScope Scope, TimeSpan? TryAgainAfter) Of(ErrorCode code, TimeSpan? retryAfter) => code.Value switch
    {
        "spam_risk_too_many_posts" => (QuotaScope.Creator, retryAfter ?? Day),
        "spam_risk_too_many_pending_share" => (QuotaScope.Creator, retryAfter),
        "reached_active_user_cap" => (QuotaScope.App, retryAfter ?? Day),
        _ => (QuotaScope.Token, retryAfter ?? Minute),
    };
}
