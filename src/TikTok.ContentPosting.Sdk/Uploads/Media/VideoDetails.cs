namespace TikTok.ContentPosting;

/// <summary>What the headers of a video's file say. What they do not say is null.</summary>
public sealed record VideoDetails
{
    /// <summary>The size of the file in bytes.</summary>
    public long Length { get; init; }

    /// <summary>The format of the file.</summary>
    public VideoContainer Container { get; init; }

    /// <summary>How long the video is.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The width of the picture in pixels, as it is stored: of a video that is shown turned, the height.</summary>
    public int? Width { get; init; }

    /// <summary>The height of the picture in pixels, as it is stored.</summary>
    public int? Height { get; init; }

    /// <summary>Frames in a second, on average.</summary>
    public double? FrameRate { get; init; }

    /// <summary>How the picture is compressed, in the file's own word: <c>avc1</c>, <c>hvc1</c>, <c>V_VP9</c>.</summary>
    public string? Codec { get; init; }

    /// <summary>What the file is sent as; null for what TikTok does not take.</summary>
    public string? MediaType => Container switch
    {
        VideoContainer.Mp4 => VideoMediaTypes.Mp4,
        VideoContainer.QuickTime => VideoMediaTypes.QuickTime,
        VideoContainer.WebM => VideoMediaTypes.WebM,
        _ => null,
    };

    /// <summary>Whether what the file begins with could be looked at, but not all that follows: a stream that cannot seek.</summary>
    internal bool IsPartial { get; init; }

    /// <summary>Whether the file ends before its own headers say.</summary>
    internal bool IsCutOff { get; init; }

    /// <summary>Whether the file has a list of its tracks.</summary>
    internal bool HasIndex { get; init; }

    /// <summary>Whether one of the tracks is a picture.</summary>
    internal bool HasPicture { get; init; }

    /// <summary>Looks for what TikTok would fail the post for. What is not known is not held against the video.</summary>
    /// <param name="maxDurationSeconds">The longest video that the creator may post (<see cref="CreatorInfo.MaxVideoPostDurationSec"/>); null when it is not known.</param>
    /// <returns>All problems; none when the video may pass.</returns>
    public IReadOnlyList<VideoProblem> FindProblems(int? maxDurationSeconds = null) => VideoLimits.FindProblems(this, maxDurationSeconds);
}
