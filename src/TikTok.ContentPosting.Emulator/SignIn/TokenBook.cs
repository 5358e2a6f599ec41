using System.Security.Cryptography;
using System.Text;

namespace TikTok.ContentPosting.Emulator;

/// <summary>Every consent, code and token.</summary>
internal sealed class TokenBook(TikTokEmulatorOptions options)
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly List<Grant> _grants = [];
    private readonly Dictionary<string, AuthorizationCode> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Grant Grant, DateTimeOffset ExpiresAt)> _accessTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Grant> _refreshTokens = new(StringComparer.Ordinal);

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>A consent, and the code for it.</summary>
    public string Consent(TikTokCreator creator, IReadOnlyList<string> scopes, string redirectUri, string? challenge)
    {
        // With characters that must be decoded, as TikTok's codes have them.
        var code = $"{RandomNumberGenerator.GetHexString(40, lowercase: true)}*1!{RandomNumberGenerator.GetInt32(1000, 9999)}.e1";
        lock (_lock)
            _codes.Add(code, new AuthorizationCode(new Grant(creator, scopes), redirectUri, challenge, Now + CodeLifetime));
        return code;
    }

    /// <exception cref="OAuthRefusalException">The code, the redirect URI or the verifier is not right.</exception>
    public (Grant Grant, string AccessToken) Exchange(string code, string redirectUri, string? verifier)
    {
        lock (_lock)
        {
            // It works once, also when what comes with it is wrong.
            if (!_codes.Remove(code, out var pending) || pending.ExpiresAt <= Now)
                throw new OAuthRefusalException("invalid_grant", "Authorization code is expired.");
            if (pending.RedirectUri != redirectUri)
                throw new OAuthRefusalException("invalid_request", "Redirect_uri is not matched with the uri when requesting code.");
            if (pending.Challenge is { } challenge && challenge != Challenge(verifier))
                throw new OAuthRefusalException("invalid_request", "Code verifier or code challenge is invalid.");
            _grants.Add(pending.Grant);
            return (pending.Grant, Issue(pending.Grant));
        }
    }

    /// <exception cref="OAuthRefusalException">The refresh token was used before, has expired or is nobody's.</exception>
    public (Grant Grant, string AccessToken) Refresh(string refreshToken)
    {
        lock (_lock)
        {
            if (!_refreshTokens.TryGetValue(refreshToken, out var grant) || grant.IsRevoked || grant.RefreshToken != refreshToken || grant.RefreshTokenExpiresAt <= Now)
                throw new OAuthRefusalException("invalid_grant", "Refresh token is invalid or expired.");
            return (grant, Issue(grant));
        }
    }

    /// <summary>Who has consented to all of these scopes last, and is still signed in; null when nobody has.</summary>
    public TikTokCreator? FindConsent(IReadOnlyList<string> scopes)
    {
        lock (_lock)
            return _grants.FindLast(grant => !grant.IsRevoked && scopes.All(grant.Scopes.Contains))?.Creator;
    }

    /// <summary>Whether a creator has signed in, and the consent still holds.</summary>
    public bool HasConsent(TikTokCreator creator)
    {
        lock (_lock)
            return _grants.Exists(grant => !grant.IsRevoked && grant.Creator == creator);
    }

    /// <summary>Whom an access token stands for; null when it does not work.</summary>
    public Session? Find(string accessToken)
    {
        lock (_lock)
        {
            return _accessTokens.TryGetValue(accessToken, out var token) && !token.Grant.IsRevoked && token.ExpiresAt > Now
                ? new Session(token.Grant.Creator, token.Grant.Scopes)
                : null;
        }
    }

    /// <summary>Ends access tokens before their time; refresh tokens live on.</summary>
    public void EndAccessTokens(TikTokCreator creator)
    {
        lock (_lock)
        {
            foreach (var token in _accessTokens.Where(token => token.Value.Grant.Creator == creator).Select(token => token.Key).ToList())
                _accessTokens.Remove(token);
        }
    }

    /// <summary>Ends a creator's consents.</summary>
    public void EndConsents(TikTokCreator creator)
    {
        lock (_lock)
        {
            foreach (var grant in _grants.Where(grant => grant.Creator == creator))
                grant.IsRevoked = true;
        }
    }

    // TikTok's challenge is hexadecimal, whatever RFC 7636 says.
    private static string Challenge(string? verifier) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(verifier ?? "")));

    private string Issue(Grant grant)
    {
        var accessToken = $"act.{Guid.NewGuid():N}{Guid.NewGuid():N}!{_accessTokens.Count}.e1";
        _accessTokens.Add(accessToken, (grant, Now + options.AccessTokenLifetime));
        grant.RefreshToken = $"rft.{Guid.NewGuid():N}{Guid.NewGuid():N}!{_refreshTokens.Count}.e1";
        grant.RefreshTokenExpiresAt = Now + options.RefreshTokenLifetime;
        _refreshTokens.Add(grant.RefreshToken, grant);
        return accessToken;
    }
}
