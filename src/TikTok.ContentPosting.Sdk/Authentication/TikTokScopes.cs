namespace TikTok.ContentPosting;

/// <summary>What a creator can grant. TikTok's consent page lets the creator refuse each of them.</summary>
/// <remarks>The app must have each scope approved in TikTok's developer portal before it can ask for it.</remarks>
public static class TikTokScopes
{
    /// <summary>Open id, union id, pictures and display name.</summary>
    public const string UserInfoBasic = "user.info.basic";

    /// <summary>Username, biography, profile links and verification.</summary>
    public const string UserInfoProfile = "user.info.profile";

    /// <summary>Counts of followers, follows, likes and videos.</summary>
    public const string UserInfoStats = "user.info.stats";

    /// <summary>The creator's public videos.</summary>
    public const string VideoList = "video.list";

    /// <summary>Drafts in the creator's inbox. It does not allow to query the creator's settings.</summary>
    public const string VideoUpload = "video.upload";

    /// <summary>Direct posts, and the creator's settings.</summary>
    public const string VideoPublish = "video.publish";

    // TikTok separates scopes by commas, where OAuth 2.0 has spaces.
    internal static string Join(IReadOnlyList<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        if (scopes.Count == 0)
        {
            throw new ArgumentException("There is no scope to ask for.", nameof(scopes));
        }
        foreach (var scope in scopes)
        {
            if (string.IsNullOrWhiteSpace(scope) || scope.AsSpan().ContainsAny(" ,"))
            {
                throw new ArgumentException("A scope is a single name, such as TikTokScopes.VideoUpload.", nameof(scopes));
            }
        }
        return string.Join(',', scopes);
    }

    internal static string[] Split(string? scopes) =>
        scopes is null ? [] : scopes.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
