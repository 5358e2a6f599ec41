namespace TikTok.ContentPosting;

/// <summary>
/// What all failures have in common that TikTok has a word on: of posting and the display API (<see cref="TikTokApiException"/>), of signing in
/// (<see cref="TikTokOAuthException"/>) and of uploads (<see cref="VideoUploadException"/>). All are <see cref="ApiException"/>s, which have the code and the status.
/// </summary>
public interface ITikTokFailure
{
    /// <summary>TikTok's key to the request in its own logs: quote it in every report to TikTok. Null when TikTok gave none.</summary>
    string? LogId { get; }

    /// <summary>Whether, and after what, another attempt can succeed.</summary>
    RetryAdvice RetryAdvice { get; }

    /// <summary>What to do, in whole sentences.</summary>
    string Advice { get; }
}
