namespace TikTok.ContentPosting;

/// <summary>What a post is made of.</summary>
public enum PostKind
{
    /// <summary>One video: pulled from a URL, or uploaded.</summary>
    Video,

    /// <summary>One to 35 photos, which TikTok pulls from URLs. Photos cannot be uploaded.</summary>
    Photos,
}
