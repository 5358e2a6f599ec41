using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using TikTok.ContentPosting;
using TikTok.ContentPosting.AspNetCore;

namespace CreatorStudio;

/// <summary>Signing in with TikTok, and out again: out means that TikTok forgets the consent, too.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(StudioPaths.SignIn, static () => Results.Challenge(
            // With the consent page, so that somebody who has refused something can think again.
            new TikTokChallengeProperties { RedirectUri = StudioPaths.Home, DisableAutoAuth = true }, [TikTokAuthenticationDefaults.AuthenticationScheme]));
        endpoints.MapPost(StudioPaths.SignOut, static async (HttpContext context, TikTokAccounts accounts) =>
        {
            await accounts.Get(context.User.OpenId()).RevokeAsync(context.RequestAborted);
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return Results.Redirect(StudioPaths.Home);
        }).RequireAuthorization().RequireAntiforgery();
    }
}
