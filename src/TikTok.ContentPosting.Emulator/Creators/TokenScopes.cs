namespace TikTok.ContentPosting.Emulator;

/// <summary>The scopes of posting.</summary>
internal static class TokenScopes
{
    /// <summary>Direct posts and the creator's settings.</summary>
    public const string Publish = "video.publish";

    /// <summary>Drafts.</summary>
    public const string Upload = "video.upload";
}
