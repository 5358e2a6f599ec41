using System.Diagnostics;

namespace TikTok.ContentPosting;

/// <summary>A token of the app itself (<c>clt.…</c>), for TikTok's research and commercial APIs; nothing can be posted with it. Its text does not show it.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TikTokClientToken
{
    internal TikTokClientToken(string accessToken, DateTimeOffset expiresAt) => (AccessToken, ExpiresAt) = (accessToken, expiresAt);

    /// <summary>The token.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string AccessToken { get; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>When it ends; never the token.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{nameof(TikTokClientToken)} (until {ExpiresAt:O})";
}
