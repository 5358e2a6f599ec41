namespace TikTok.ContentPosting;

/// <summary>Something about a video that TikTok would fail the post for, after it was uploaded.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record VideoProblem(VideoProblemKind Kind, string Message);
