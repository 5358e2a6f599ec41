namespace TikTok.ContentPosting;

/// <summary>How many requests TikTok allows an access token in a minute.</summary>
internal static class MinuteLimits
{
    /// <summary>The limit of an operation; null when TikTok names none.</summary>
    public static int? Of(string path) => path switch
    {
        "/v2/post/publish/status/fetch/" => 30,
        "/v2/post/publish/creator_info/query/" => 20,
        "/v2/post/publish/inbox/video/init/" or "/v2/post/publish/video/init/" or "/v2/post/publish/content/init/" => 6,
        "/v2/user/info/" or "/v2/video/list/" or "/v2/video/query/" => 600,
        _ => null,
    };
}
