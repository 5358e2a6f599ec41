namespace TikTok.ContentPosting.Emulator;

/// <summary>The scopes.</summary>
internal static class TokenScopes
{
    /// <summary>Direct posts and the creator's settings.</summary>
    public const string Publish = "video.publish";

    /// <summary>Drafts.</summary>
    public const string Upload = "video.upload";

    /// <summary>The creator's public videos.</summary>
    public const string VideoList = "video.list";

    public const string UserInfoBasic = "user.info.basic";

    public const string UserInfoProfile = "user.info.profile";

    public const string UserInfoStats = "user.info.stats";

    public static IReadOnlyList<string> All { get; } = [UserInfoBasic, UserInfoProfile, UserInfoStats, VideoList, Upload, Publish];

    /// <summary>What the consent page says.</summary>
    public static string Describe(string scope) => scope switch
    {
        UserInfoBasic => "Read your profile info (picture, display name)",
        UserInfoProfile => "Read your username, biography and profile links",
        UserInfoStats => "Read your counts of followers, likes and videos",
        VideoList => "Read your public videos",
        Upload => "Upload drafts to your inbox",
        _ => "Post content to your account",
    };
}
