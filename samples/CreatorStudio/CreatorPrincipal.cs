using System.Security.Claims;
using TikTok.ContentPosting.AspNetCore;

namespace CreatorStudio;

internal static class CreatorPrincipal
{
    /// <summary>The creator who is signed in, as TikTok knows them in this app.</summary>
    public static string OpenId(this ClaimsPrincipal user) =>
        user.FindFirstValue(TikTokClaimTypes.OpenId) ?? throw new InvalidOperationException("Nobody is signed in.");
}
