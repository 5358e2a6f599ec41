namespace TikTok.ContentPosting;

/// <summary>
/// A refresh failed, and the access token has ended. What was to be called was not sent. The refresh was not sent again either: the next call looks into the store
/// first, for another process may have newer tokens, and only then tries once more.
/// </summary>
public sealed class TikTokRefreshException : CredentialUnavailableException, ITikTokFailure
{
    internal TikTokRefreshException(string openId, ApiException cause)
        : base($"The tokens of creator {openId} could not be refreshed. {cause.Message}", cause)
    {
        OpenId = openId;
        MayHaveAnother = false;
        MayBeUsedUp = cause.OutcomeUnknown;
        // A call that tries again asks for another refresh.
        IsTransient = cause.IsTransient && !MayBeUsedUp;
    }

    /// <summary>The creator.</summary>
    public string OpenId { get; }

    /// <summary>Whether TikTok may have taken the refresh token, and its answer was lost. Then the next refresh may show that the creator has to sign in again.</summary>
    public bool MayBeUsedUp { get; }

    /// <inheritdoc/>
    public string? LogId => (InnerException as ITikTokFailure)?.LogId;

    /// <inheritdoc/>
    public RetryAdvice RetryAdvice => RetryAdvice.BackOff;

    /// <inheritdoc/>
    public string Advice => "Try again later. When the creator has to sign in again, the next call says so.";
}
