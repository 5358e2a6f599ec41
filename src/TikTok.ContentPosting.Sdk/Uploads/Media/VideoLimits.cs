using System.Globalization;

namespace TikTok.ContentPosting;

/// <summary>What TikTok takes: the media transfer guide of its Content Posting API.</summary>
internal static class VideoLimits
{
    private const int ShortestSide = 360;
    private const int LongestSide = 4096;
    private const int LongestSeconds = 600;

    // An average over rounded times: 23.976 and 59.94 are there, and 60 may come out a little over it.
    private const double FewestFrames = 22.9;
    private const double MostFrames = 60.1;

    public static IReadOnlyList<VideoProblem> FindProblems(VideoDetails video, int? creatorsSeconds)
    {
        var problems = new List<VideoProblem>();
        void Add(VideoProblemKind kind, FormattableString message) => problems.Add(new VideoProblem(kind, message.ToString(CultureInfo.InvariantCulture)));

        if (video.Length < 1)
        {
            Add(VideoProblemKind.FileSize, $"The file is empty.");
            return problems;
        }
        if (video.Length > ChunkPlan.MaxVideoSize)
        {
            Add(VideoProblemKind.FileSize, $"The file has {video.Length} bytes; TikTok takes {ChunkPlan.MaxVideoSize} (4 GiB) at most. Compress it more.");
        }
        CheckFormat(video, Add);
        if (video.Codec is { } codec && !IsKnown(codec))
        {
            Add(VideoProblemKind.Codec, $"The picture is compressed as '{codec}'. TikTok takes H.264, which it prefers, H.265, VP8 and VP9.");
        }
        if (video.Duration is { } duration && duration.TotalSeconds > Math.Min(creatorsSeconds ?? LongestSeconds, LongestSeconds))
        {
            Add(VideoProblemKind.Duration, creatorsSeconds < LongestSeconds
                ? (FormattableString)$"The video lasts {duration.TotalSeconds:0.##} s; this creator may post {creatorsSeconds} s at most."
                : $"The video lasts {duration.TotalSeconds:0.##} s; TikTok's API takes {LongestSeconds} s at most.");
        }
        if (video.FrameRate is { } rate and (< FewestFrames or > MostFrames))
        {
            Add(VideoProblemKind.FrameRate, $"The video has {rate:0.##} frames in a second; TikTok takes 23 to 60.");
        }
        if ((video.Width, video.Height) is ({ } width, { } height) && (Math.Min(width, height) < ShortestSide || Math.Max(width, height) > LongestSide))
        {
            Add(VideoProblemKind.PictureSize, $"The picture has {width} x {height} pixels; TikTok takes {ShortestSide} to {LongestSide} on each side.");
        }
        return problems;
    }

    private static void CheckFormat(VideoDetails video, Action<VideoProblemKind, FormattableString> add)
    {
        switch (video)
        {
            case { Container: VideoContainer.Unknown }:
                add(VideoProblemKind.Format, $"The file is no MP4, QuickTime (MOV) or WebM video, whatever its name says.");
                break;
            case { Container: VideoContainer.Matroska }:
                add(VideoProblemKind.Format, $"The file is a Matroska video (MKV). TikTok takes MP4, QuickTime (MOV) and WebM: put it into another container.");
                break;
            case { IsCutOff: true }:
                add(VideoProblemKind.Format, $"The file is cut off: it is shorter than its own headers say. Was it still being written?");
                break;
            case { IsPartial: false, HasIndex: false }:
                add(VideoProblemKind.Format, $"The file does not say what tracks it has. Was it written to the end?");
                break;
            case { HasIndex: true, HasPicture: false }:
                add(VideoProblemKind.Format, $"The file has no picture.");
                break;
        }
    }

    // Sample entries of ISO base media files and QuickTime, and the codec ids of Matroska.
    private static bool IsKnown(string codec) => codec is
        "avc1" or "avc2" or "avc3" or "avc4" or "hvc1" or "hev1" or "dvh1" or "dvhe" or "dva1" or "dvav" or "vp08" or "vp09"
        or "V_VP8" or "V_VP9" or "V_MPEG4/ISO/AVC" or "V_MPEGH/ISO/HEVC";
}
