namespace TikTok.ContentPosting;

/// <summary>The three kinds of files that TikTok takes.</summary>
internal static class VideoMediaTypes
{
    public const string Mp4 = "video/mp4";
    public const string QuickTime = "video/quicktime";
    public const string WebM = "video/webm";

    public static bool IsKnown(string mediaType) => mediaType is Mp4 or QuickTime or WebM;

    /// <summary>What the ending of a file's name says; null for others.</summary>
    public static string? OfName(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".mp4" or ".m4v" => Mp4,
        ".mov" or ".qt" => QuickTime,
        ".webm" => WebM,
        _ => null,
    };

    /// <exception cref="ArgumentException">It is none of the three.</exception>
    public static string? Check(string? mediaType) => mediaType is null || IsKnown(mediaType)
        ? mediaType
        : throw new ArgumentException($"TikTok takes {Mp4}, {QuickTime} and {WebM}.", nameof(mediaType));
}
