using System.Diagnostics;

namespace TikTok.ContentPosting;

/// <summary>What a creator's sign-in, or a refresh, has granted. Immutable. Its text shows no token.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TikTokTokens
{
    /// <summary>Who has signed in, in this app.</summary>
    public required string OpenId { get; init; }

    /// <summary>Who has signed in, in all apps of one developer; null as long as nobody has asked TikTok (<see cref="TikTokAccount.GetUserAsync"/>).</summary>
    public string? UnionId { get; init; }

    /// <summary>The token for API calls.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public required string AccessToken { get; init; }

    /// <summary>When the access token ends, by TikTok's answer: its lifetime changes without notice.</summary>
    public required DateTimeOffset AccessTokenExpiresAt { get; init; }

    /// <summary>The token for the next refresh. It works once.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public required string RefreshToken { get; init; }

    /// <summary>When the refresh token ends, and the creator has to sign in again; null when TikTok did not say.</summary>
    public DateTimeOffset? RefreshTokenExpiresAt { get; init; }

    /// <summary>The scopes that the creator has granted, which can be fewer than were asked for.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>When the tokens were granted.</summary>
    public required DateTimeOffset GrantedAt { get; init; }

    /// <summary>The name of these very tokens, which a store compares before it replaces them. Every grant has another. No secret.</summary>
    public string Version { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>Whether the creator has granted a scope.</summary>
    /// <param name="scope">The scope, such as <see cref="TikTokScopes.VideoUpload"/>.</param>
    /// <returns>Whether it is one of <see cref="Scopes"/>.</returns>
    public bool HasScope(string scope) => Scopes.Contains(scope, StringComparer.Ordinal);

    /// <summary>The tokens as JSON, for a store. It is a secret: encrypt it before it is written anywhere.</summary>
    /// <returns>JSON in UTF-8.</returns>
    public byte[] ToUtf8Json() => TokenJson.Write(this);

    /// <summary>Reads what <see cref="ToUtf8Json"/> has written.</summary>
    /// <param name="utf8Json">The JSON.</param>
    /// <returns>The tokens.</returns>
    /// <exception cref="FormatException">It is no JSON of tokens.</exception>
    public static TikTokTokens Parse(ReadOnlySpan<byte> utf8Json) => TokenJson.Read(utf8Json);

    /// <summary>Who has signed in, and until when; never a token.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{nameof(TikTokTokens)} ({OpenId}, {string.Join(',', Scopes)}, until {AccessTokenExpiresAt:O})";

    /// <summary>From when on a refresh is due: a while before the end, but never in the first half of a short life.</summary>
    internal DateTimeOffset RefreshFrom(TimeSpan ahead)
    {
        var half = GrantedAt + ((AccessTokenExpiresAt - GrantedAt) / 2);
        return AccessTokenExpiresAt - ahead is var early && early > half ? early : half;
    }

    internal TikTokTokens WithUnionId(string unionId) => new()
    {
        OpenId = OpenId,
        UnionId = unionId,
        AccessToken = AccessToken,
        AccessTokenExpiresAt = AccessTokenExpiresAt,
        RefreshToken = RefreshToken,
        RefreshTokenExpiresAt = RefreshTokenExpiresAt,
        Scopes = Scopes,
        GrantedAt = GrantedAt,
    };

    /// <summary>Reads an answer of the token endpoint.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="askedAt">When it was asked for, from when on its lifetimes count.</param>
    /// <param name="previous">The tokens that were refreshed; null for a new sign-in.</param>
    internal static TikTokTokens From(OAuthTokenResponse answer, DateTimeOffset askedAt, TikTokTokens? previous)
    {
        var openId = NullIfEmpty(answer.OpenId) ?? previous?.OpenId;
        var isRotated = !string.IsNullOrEmpty(answer.RefreshToken);
        var refreshToken = isRotated ? answer.RefreshToken : previous?.RefreshToken;
        if (string.IsNullOrEmpty(answer.AccessToken) || openId is null || refreshToken is null)
        {
            throw new TikTokSignInException(TikTokSignInFailure.UnexpectedAnswer, "TikTok's answer lacks the open id or a token, so nothing was granted that could be used.") { OutcomeUnknown = true };
        }
        if (previous is not null && previous.OpenId != openId)
        {
            throw new TikTokSignInException(TikTokSignInFailure.UnexpectedAnswer, "TikTok answered the refresh with the tokens of another creator. They are not taken.") { OutcomeUnknown = true };
        }
        return new TikTokTokens
        {
            OpenId = openId,
            UnionId = previous?.UnionId,
            AccessToken = answer.AccessToken,
            AccessTokenExpiresAt = After(askedAt, answer.ExpiresIn),
            RefreshToken = refreshToken,
            RefreshTokenExpiresAt = answer.RefreshExpiresIn is { } life ? After(askedAt, life) : isRotated ? null : previous?.RefreshTokenExpiresAt,
            Scopes = answer.Scope is null ? previous?.Scopes ?? [] : TikTokScopes.Split(answer.Scope),
            GrantedAt = askedAt,
        };
    }

    // Nobody means more than a century, and dates end.
    internal static DateTimeOffset After(DateTimeOffset instant, long seconds) => instant + TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 3_200_000_000));

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
