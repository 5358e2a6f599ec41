namespace TikTok.ContentPosting;

/// <summary>What all of TikTok's answers have in common.</summary>
internal interface IEnvelope
{
    /// <summary>How the request ended; null when TikTok left it out.</summary>
    ApiError? Error { get; }
}
