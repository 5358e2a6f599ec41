namespace TikTok.ContentPosting;

/// <summary>A sign-in ended without tokens: the creator refused, or what came back cannot be trusted. Begin another one.</summary>
public sealed class TikTokSignInException : ApiException
{
    internal TikTokSignInException(TikTokSignInFailure reason, string message)
        : base(message) => Reason = reason;

    /// <summary>Why there are no tokens.</summary>
    public TikTokSignInFailure Reason { get; }
}
