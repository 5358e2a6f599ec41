namespace TikTok.ContentPosting;

/// <summary>What a media server says about media that TikTok is to pull.</summary>
/// <param name="StatusCode">The HTTP status; null when nothing was asked or no answer came.</param>
/// <param name="ContentType">The media type, in lower case; null when the server does not say.</param>
/// <param name="Length">The size in bytes; null when the server does not say.</param>
/// <param name="Problems">What is wrong; empty when nothing is.</param>
/// <param name="Advice">Why uploading the video would be the better way; null when there is nothing to say.</param>
public sealed record MediaPreflightReport(int? StatusCode, string? ContentType, long? Length, IReadOnlyList<PostProblem> Problems, string? Advice)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsGood => Problems.Count == 0;
}
