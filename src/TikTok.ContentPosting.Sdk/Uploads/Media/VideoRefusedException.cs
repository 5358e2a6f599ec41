namespace TikTok.ContentPosting;

/// <summary>TikTok would not take the video. Nothing was sent.</summary>
public sealed class VideoRefusedException : Exception
{
    internal VideoRefusedException(IReadOnlyList<VideoProblem> problems)
        : base("TikTok would not take the video, so nothing was sent: " + string.Join(' ', problems.Select(static problem => problem.Message))) =>
        Problems = problems;

    /// <summary>All that is wrong with it.</summary>
    public IReadOnlyList<VideoProblem> Problems { get; }
}
