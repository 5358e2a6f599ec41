using System.Collections.Concurrent;

namespace TikTok.ContentPosting.Emulator;

/// <summary>Who is who, by access token.</summary>
internal sealed class CreatorRegistry
{
    private readonly ConcurrentDictionary<string, TikTokCreator> _byToken = new(StringComparer.Ordinal);

    public TikTokCreator Add(TikTokCreator creator) => _byToken.TryAdd(creator.AccessToken, creator)
        ? creator
        : throw new ArgumentException("Another creator has the same access token.", nameof(creator));

    /// <exception cref="RefusalException">The token is nobody's, or no longer good.</exception>
    public TikTokCreator Authenticate(string? token) =>
        token is not null && _byToken.TryGetValue(token, out var creator) && !creator.TokenIsInvalid
            ? creator
            : throw new RefusalException(ErrorCodes.AccessTokenInvalid, "The access token is missing, unknown or expired.");
}
