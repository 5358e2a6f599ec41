namespace TikTok.ContentPosting;

/// <summary>What about a video TikTok would fail the post for.</summary>
public enum VideoProblemKind
{
    /// <summary>It is empty or larger than 4 GiB.</summary>
    FileSize,

    /// <summary>It is no MP4, QuickTime or WebM, has no picture or is cut off. TikTok: <c>file_format_check_failed</c>.</summary>
    Format,

    /// <summary>Its picture is not compressed as H.264, H.265, VP8 or VP9. TikTok: <c>file_format_check_failed</c>.</summary>
    Codec,

    /// <summary>It is too long for TikTok or for the creator. TikTok: <c>duration_check_failed</c>.</summary>
    Duration,

    /// <summary>It has fewer than 23 or more than 60 frames in a second. TikTok: <c>frame_rate_check_failed</c>.</summary>
    FrameRate,

    /// <summary>A side of its picture is shorter than 360 pixels or longer than 4096. TikTok: <c>picture_size_check_failed</c>.</summary>
    PictureSize,
}
