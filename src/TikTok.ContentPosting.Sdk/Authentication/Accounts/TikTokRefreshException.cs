namespace TikTok.ContentPosting;

/// <summary>
/// A refresh failed, and the access token has ended. When the outcome is unknown, TikTok may have used up the refresh token and its answer was lost; it was not
/// sent again. The next call looks into the store first, for another process may have newer tokens, and only then tries once more.
/// </summary>
public sealed class TikTokRefreshException : ApiException
{
    internal TikTokRefreshException(string openId, ApiException cause)
        : base($"The tokens of creator {openId} could not be refreshed. {cause.Message}", cause)
    {
        OpenId = openId;
        OutcomeUnknown = cause.OutcomeUnknown;
        // A call that fails for it must not try again by itself: each attempt would be another refresh.
        IsTransient = false;
    }

    /// <summary>The creator.</summary>
    public string OpenId { get; }
}
