using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace TikTok.ContentPosting.AspNetCore;

/// <summary>How creators sign in. The app's key, secret and TikTok's address are those of <c>AddTikTokAccounts</c>.</summary>
public sealed class TikTokAuthenticationOptions : RemoteAuthenticationOptions
{
    /// <summary>Makes the options that TikTok needs.</summary>
    public TikTokAuthenticationOptions()
    {
        CallbackPath = TikTokAuthenticationDefaults.CallbackPath;
        Events = new TikTokAuthenticationEvents();
        // The browser comes back with a plain link. Development has no https, and without it browsers refuse None and, some of them, Secure.
        CorrelationCookie.SameSite = SameSiteMode.Lax;
        CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>The scopes to ask for: <c>user.info.basic</c> unless changed. See <see cref="TikTokScopes"/>. The creator may refuse some of them.</summary>
    public ICollection<string> Scope { get; } = [TikTokScopes.UserInfoBasic];

    /// <summary>
    /// Whether TikTok shows its consent page also to a creator who has consented before. Null leaves that to TikTok. <see cref="TikTokChallengeProperties"/> says it for one
    /// sign-in.
    /// </summary>
    public bool? DisableAutoAuth { get; set; }

    /// <summary>Whether TikTok gets a challenge, in the hexadecimal form that it wants. True unless set; TikTok demands none of web apps.</summary>
    public bool UsePkce { get; set; } = true;

    /// <summary>Protects what goes to TikTok and comes back; by default with the app's data protection.</summary>
    public ISecureDataFormat<AuthenticationProperties> StateDataFormat { get; set; } = null!;

    /// <summary>What the app wants to have a say in.</summary>
    public new TikTokAuthenticationEvents Events
    {
        get => (TikTokAuthenticationEvents)base.Events;
        set => base.Events = value;
    }
}
