using System.Diagnostics;

namespace TikTok.ContentPosting;

/// <summary>Where the bytes of a video go. Whoever has it can send them, so it is a secret: it is in no text, and nothing that serializes finds it.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class VideoUploadUrl
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _url;

    internal VideoUploadUrl(string url) => _url = url;

    /// <summary>The URL itself, to be stored where secrets are: encrypted, beside the session that it belongs to, and no longer than it.</summary>
    /// <returns>The URL as TikTok gave it.</returns>
    public string Reveal() => _url;

    /// <summary>That it is a secret; never the URL.</summary>
    public override string ToString() => "(secret)";
}
