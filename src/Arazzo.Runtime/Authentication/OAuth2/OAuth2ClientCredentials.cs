using System.Collections.Concurrent;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime;

/// <summary>
/// Gets tokens for a client itself (RFC 6749, section 4.4), keeps each until shortly before it ends, and asks once however many calls wait.
/// One provider is for all calls of a program. Its text shows neither secret nor token.
/// </summary>
public sealed class OAuth2ClientCredentials : IRefreshableAccessTokenProvider, IDisposable
{
    private readonly TokenEndpoint _endpoint;
    private readonly ConcurrentDictionary<string, TokenCache> _tokens = new(StringComparer.Ordinal);

    /// <summary>Makes a provider.</summary>
    /// <param name="tokenEndpoint">The server's token endpoint: the <c>tokenUrl</c> of the API's description.</param>
    /// <param name="clientId">The client's id.</param>
    /// <param name="clientSecret">The client's secret.</param>
    /// <param name="options">Scopes, time and how to send; null for the defaults.</param>
    /// <exception cref="ArgumentException">The endpoint is no https address, or id or secret is null or blank.</exception>
    public OAuth2ClientCredentials(Uri tokenEndpoint, string clientId, string clientSecret, OAuth2Options? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(clientSecret);
        _endpoint = new TokenEndpoint(tokenEndpoint, clientId, clientSecret, options?.Clone() ?? new OAuth2Options());
    }

    /// <inheritdoc/>
    /// <exception cref="OAuth2Exception">The token endpoint gave no token.</exception>
    public ValueTask<string?> GetAccessTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        // The order of scopes means nothing (section 3.3).
        var scopes = string.Join(' ', (_endpoint.Options.Scopes ?? request.Scopes ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var cache = _tokens.GetOrAdd(scopes, static (scopes, endpoint) => new TokenCache(() => endpoint.AskAsync(Grant(scopes)), endpoint.Options.TimeProvider), _endpoint);
        return cache.GetAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public bool Invalidate(string accessToken)
    {
        var isKnown = false;
        foreach (var cache in _tokens.Values)
        {
            isKnown |= cache.Invalidate(accessToken);
        }
        return isKnown;
    }

    /// <summary>Closes the provider's own connections.</summary>
    public void Dispose() => _endpoint.Dispose();

    /// <summary>The name of the type; never a secret.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => nameof(OAuth2ClientCredentials);

    private static IEnumerable<KeyValuePair<string, string>> Grant(string scopes)
    {
        yield return new("grant_type", "client_credentials");
        if (scopes.Length > 0)
        {
            yield return new("scope", scopes);
        }
    }
}
