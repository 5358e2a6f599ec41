using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime;

/// <summary>
/// Gets access tokens for a user who has signed in, by a refresh token (RFC 6749, section 6). Where the server gives a new refresh token with each use,
/// the next request sends that one. Its text shows neither secret nor token.
/// </summary>
public sealed class OAuth2RefreshToken : IRefreshableAccessTokenProvider, IDisposable
{
    private readonly TokenEndpoint _endpoint;
    private readonly TokenCache _token;
    private readonly Func<OAuth2Token, CancellationToken, ValueTask>? _store;

    // Only ever one request is under way.
    private string _refreshToken;

    /// <summary>Makes a provider.</summary>
    /// <param name="tokenEndpoint">The server's token endpoint: <c>refreshUrl</c> or <c>tokenUrl</c> of the API's description.</param>
    /// <param name="refreshToken">The refresh token.</param>
    /// <param name="clientId">The client's id.</param>
    /// <param name="clientSecret">The client's secret; null for a client that has none.</param>
    /// <param name="store">
    /// Stores what was granted, before the access token is used: a server that rotates refresh tokens takes each only once, so one that is not stored is lost.
    /// When it fails, so does the call.
    /// </param>
    /// <param name="current">An access token to begin with; null to get one at the first call.</param>
    /// <param name="options">Scopes, time and how to send; null for the defaults. Scopes that are null ask for those of the refresh token.</param>
    /// <exception cref="ArgumentException">The endpoint is no https address, or a token or the id is null or blank.</exception>
    public OAuth2RefreshToken(
        Uri tokenEndpoint, string refreshToken, string clientId, string? clientSecret = null, Func<OAuth2Token, CancellationToken, ValueTask>? store = null,
        OAuth2Token? current = null, OAuth2Options? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(refreshToken);
        _endpoint = new TokenEndpoint(tokenEndpoint, clientId, clientSecret, options?.Clone() ?? new OAuth2Options());
        _refreshToken = refreshToken;
        _store = store;
        _token = new TokenCache(RefreshAsync, _endpoint.Options.TimeProvider)
        {
            Token = current is null ? null : new OAuth2Token(current.AccessToken, current.ExpiresAt) { UsableUntil = current.ExpiresAt - _endpoint.Options.Leeway },
        };
    }

    /// <inheritdoc/>
    /// <exception cref="OAuth2Exception">The token endpoint gave no token; <c>invalid_grant</c> says that the user must sign in again.</exception>
    public ValueTask<string?> GetAccessTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) => _token.GetAsync(cancellationToken);

    /// <inheritdoc/>
    public bool Invalidate(string accessToken) => _token.Invalidate(accessToken);

    /// <summary>Closes the provider's own connections.</summary>
    public void Dispose() => _endpoint.Dispose();

    /// <summary>The name of the type; never a token.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => nameof(OAuth2RefreshToken);

    private async Task<OAuth2Token> RefreshAsync()
    {
        var granted = await _endpoint.AskAsync(Grant()).ConfigureAwait(false);
        var isRotated = !string.IsNullOrWhiteSpace(granted.RefreshToken);
        _refreshToken = isRotated ? granted.RefreshToken! : _refreshToken;
        if (_store is not null)
        {
            var token = new OAuth2Token(granted.AccessToken, granted.ExpiresAt, _refreshToken);
            await _store(token, CancellationToken.None).ConfigureAwait(false);
        }
        return granted;
    }

    private IEnumerable<KeyValuePair<string, string>> Grant()
    {
        yield return new("grant_type", "refresh_token");
        yield return new("refresh_token", _refreshToken);
        if (_endpoint.Options.Scopes is { Count: > 0 } scopes)
        {
            yield return new("scope", string.Join(' ', scopes));
        }
    }
}
