namespace TikTok.ContentPosting;

/// <summary>The format of a video's file.</summary>
public enum VideoContainer
{
    /// <summary>None that is known, or none that could be looked at.</summary>
    Unknown,

    /// <summary>MPEG-4, which TikTok prefers.</summary>
    Mp4,

    /// <summary>QuickTime (<c>.mov</c>).</summary>
    QuickTime,

    /// <summary>WebM.</summary>
    WebM,

    /// <summary>Matroska (<c>.mkv</c>), WebM's larger sister, which TikTok does not take.</summary>
    Matroska,
}
