namespace TikTok.ContentPosting.Emulator;

/// <summary>A creator's consent. Its refresh token is replaced with each use; access tokens live to their end.</summary>
internal sealed class Grant(TikTokCreator creator, IReadOnlyList<string> scopes)
{
    public TikTokCreator Creator { get; } = creator;

    public IReadOnlyList<string> Scopes { get; } = scopes;

    /// <summary>The only refresh token that works.</summary>
    public string? RefreshToken { get; set; }

    public DateTimeOffset RefreshTokenExpiresAt { get; set; }

    public bool IsRevoked { get; set; }
}
