namespace TikTok.ContentPosting.AspNetCore;

/// <summary>The names that <c>AddTikTok</c> uses unless told otherwise.</summary>
public static class TikTokAuthenticationDefaults
{
    /// <summary>The authentication scheme.</summary>
    public const string AuthenticationScheme = "TikTok";

    /// <summary>What a page calls it.</summary>
    public const string DisplayName = "TikTok";

    /// <summary>The path that TikTok sends the browser back to. Register it, with the app's https address before it, in TikTok's developer portal.</summary>
    public const string CallbackPath = "/signin-tiktok";
}
