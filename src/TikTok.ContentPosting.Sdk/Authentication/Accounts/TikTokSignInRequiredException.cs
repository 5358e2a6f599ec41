namespace TikTok.ContentPosting;

/// <summary>A creator's tokens are gone or no longer work, and no refresh helps: the creator has to sign in again.</summary>
public sealed class TikTokSignInRequiredException : CredentialUnavailableException, ITikTokFailure
{
    internal TikTokSignInRequiredException(string openId, string reason, Exception? innerException = null)
        : base($"Creator {openId} has to sign in again: {reason}", innerException)
    {
        OpenId = openId;
        MayHaveAnother = false;
    }

    /// <summary>The creator.</summary>
    public string OpenId { get; }

    /// <inheritdoc/>
    public string? LogId => (InnerException as ITikTokFailure)?.LogId;

    /// <inheritdoc/>
    public RetryAdvice RetryAdvice => RetryAdvice.AfterConsent;

    /// <inheritdoc/>
    public string Advice => "Show the creator your sign-in button.";
}
