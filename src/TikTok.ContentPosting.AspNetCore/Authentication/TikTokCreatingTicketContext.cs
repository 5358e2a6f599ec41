using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace TikTok.ContentPosting.AspNetCore;

/// <summary>A creator who is about to be signed in.</summary>
public sealed class TikTokCreatingTicketContext : ResultContext<TikTokAuthenticationOptions>
{
    internal TikTokCreatingTicketContext(
        HttpContext context, AuthenticationScheme scheme, TikTokAuthenticationOptions options, AuthenticationProperties properties, ClaimsPrincipal principal,
        TikTokAccount account, TikTokTokens tokens, TikTokUser? user)
        : base(context, scheme, options)
    {
        Properties = properties;
        Principal = principal;
        Account = account;
        Tokens = tokens;
        User = user;
    }

    /// <summary>The claims' identity.</summary>
    public ClaimsIdentity Identity => (ClaimsIdentity)Principal!.Identity!;

    /// <summary>The creator's account, which posts for the creator and refreshes the tokens.</summary>
    public TikTokAccount Account { get; }

    /// <summary>The tokens, which are in the <see cref="ITokenStore"/> already.</summary>
    public TikTokTokens Tokens { get; }

    /// <summary>Who the creator is; null when <c>user.info.basic</c> was not granted, or TikTok did not say.</summary>
    public TikTokUser? User { get; }
}
