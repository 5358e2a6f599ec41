using System.Diagnostics;

namespace TikTok.ContentPosting;

/// <summary>
/// A sign-in that has begun. Keep state, verifier and redirect URI where only this browser's session finds them again, and send the browser to <see cref="Url"/>. Its
/// text shows neither state nor verifier.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TikTokAuthorization
{
    /// <summary>Brings back a sign-in from what was kept of it.</summary>
    /// <param name="state">Its <see cref="State"/>.</param>
    /// <param name="codeVerifier">Its <see cref="CodeVerifier"/>.</param>
    /// <param name="redirectUri">Its <see cref="RedirectUri"/>.</param>
    /// <exception cref="ArgumentException">The state is null or empty.</exception>
    public TikTokAuthorization(string state, string? codeVerifier, Uri redirectUri)
    {
        ArgumentException.ThrowIfNullOrEmpty(state);
        ArgumentNullException.ThrowIfNull(redirectUri);
        (State, CodeVerifier, RedirectUri) = (state, codeVerifier, redirectUri);
    }

    /// <summary>TikTok's consent page, for the creator's browser. Null for a sign-in that was brought back.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Uri? Url { get; internal init; }

    /// <summary>What the callback has to come back with.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string State { get; }

    /// <summary>What the code is exchanged with; null without a challenge. A secret.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? CodeVerifier { get; }

    /// <summary>Where TikTok sends the browser back to.</summary>
    public Uri RedirectUri { get; }

    /// <summary>Where it comes back to; never state or verifier.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{nameof(TikTokAuthorization)} (back to {RedirectUri.GetLeftPart(UriPartial.Path)})";
}
