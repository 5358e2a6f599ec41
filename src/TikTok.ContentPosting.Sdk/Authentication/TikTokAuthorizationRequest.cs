namespace TikTok.ContentPosting;

/// <summary>What a sign-in asks the creator for, and where it comes back to.</summary>
public sealed class TikTokAuthorizationRequest
{
    /// <summary>
    /// Where TikTok sends the creator's browser back to: one of the redirect URIs that are registered for the app, letter for letter. Https; for a tool on the creator's
    /// own machine also <c>http://127.0.0.1:port/…</c>. Without a query and a fragment, shorter than 512 characters.
    /// </summary>
    public required Uri RedirectUri { get; init; }

    /// <summary>The scopes to ask for: see <see cref="TikTokScopes"/>. The creator may refuse some of them.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>What comes back with the callback and nobody can guess; null for a random one, which is right unless you protect one of your own.</summary>
    public string? State { get; init; }

    /// <summary>The verifier of <see cref="TikTokPkce"/>; null for a random one.</summary>
    public string? CodeVerifier { get; init; }

    /// <summary>Whether there is a challenge, which desktop tools need and web apps may have. True by default.</summary>
    public bool UsePkce { get; init; } = true;

    /// <summary>
    /// Whether the consent page is shown also to a creator who has consented before (<c>disable_auto_auth</c>), as it takes to switch accounts. Null leaves that to TikTok.
    /// </summary>
    public bool? DisableAutoAuth { get; init; }
}
