using System.Security.Claims;

namespace TikTok.ContentPosting.AspNetCore;

/// <summary>What is known of a creator who has signed in. The open id is also <see cref="ClaimTypes.NameIdentifier"/>, the display name <see cref="ClaimTypes.Name"/>.</summary>
public static class TikTokClaimTypes
{
    /// <summary>The creator, in this app: the key to <see cref="TikTokAccounts.Get"/>.</summary>
    public const string OpenId = "urn:tiktok:open_id";

    /// <summary>The creator, in all apps of one developer. Needs the scope <c>user.info.basic</c>, as do the next two.</summary>
    public const string UnionId = "urn:tiktok:union_id";

    /// <summary>The name that the creator goes by.</summary>
    public const string DisplayName = "urn:tiktok:display_name";

    /// <summary>The address of the creator's picture, which does not work for long.</summary>
    public const string AvatarUrl = "urn:tiktok:avatar_url";

    /// <summary>A scope that the creator has granted; one claim for each.</summary>
    public const string Scope = "urn:tiktok:scope";
}
