namespace Arazzo.Runtime;

/// <summary>What a token endpoint granted. Its text shows neither token.</summary>
/// <param name="accessToken">The token for API calls.</param>
/// <param name="expiresAt">When it ends; null when the server does not say.</param>
/// <param name="refreshToken">The token to get the next one with, or null.</param>
/// <exception cref="ArgumentException"><paramref name="accessToken"/> is null or blank.</exception>
public sealed class OAuth2Token(string accessToken, DateTimeOffset? expiresAt = null, string? refreshToken = null)
{
    /// <summary>The token for API calls.</summary>
    public string AccessToken { get; } = string.IsNullOrWhiteSpace(accessToken) ? throw new ArgumentException("The token is empty.", nameof(accessToken)) : accessToken;

    /// <summary>When it ends; null when the server does not say.</summary>
    public DateTimeOffset? ExpiresAt { get; } = expiresAt;

    /// <summary>The token to get the next one with, or null.</summary>
    public string? RefreshToken { get; } = refreshToken;

    /// <summary>When to get the next one.</summary>
    internal DateTimeOffset? UsableUntil { get; init; } = expiresAt;

    /// <summary>When it ends; never a token.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ExpiresAt is { } end ? $"OAuth2Token (until {end:O})" : "OAuth2Token";
}
