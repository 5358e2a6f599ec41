using System.Collections.Concurrent;

namespace TikTok.ContentPosting.Emulator;

/// <summary>Who is who, by access token.</summary>
internal sealed class CreatorRegistry
{
    private readonly ConcurrentDictionary<string, TikTokCreator> _byToken = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<TikTokCreator> _creators = new();

    public TikTokCreator Add(TikTokCreator creator)
    {
        if (!_byToken.TryAdd(creator.AccessToken, creator))
            throw new ArgumentException("Another creator has the same access token.", nameof(creator));
        _creators.Enqueue(creator);
        return creator;
    }

    /// <summary>The creators, the default one first.</summary>
    public IReadOnlyList<TikTokCreator> ToList() => [.. _creators];

    public TikTokCreator? FindByOpenId(string? openId) => _creators.FirstOrDefault(creator => creator.OpenId == openId);

    /// <exception cref="RefusalException">The token is nobody's, or no longer good.</exception>
    public Session Authenticate(string? token) =>
        token is not null && Find(token) is { } creator
            ? new Session(creator, creator.Scopes)
            : throw new RefusalException(ErrorCodes.AccessTokenInvalid, "The access token is missing, unknown or expired.");

    /// <summary>Whose token it is; null when it does not work.</summary>
    public TikTokCreator? Find(string token) => _byToken.TryGetValue(token, out var creator) && !creator.TokenIsInvalid ? creator : null;
}
