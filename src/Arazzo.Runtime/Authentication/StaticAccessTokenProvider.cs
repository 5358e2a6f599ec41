namespace Arazzo.Runtime;

/// <summary>Always gives the same credential.</summary>
/// <param name="token">A token, an API key or, for HTTP basic, <c>user:password</c>.</param>
/// <exception cref="ArgumentException"><paramref name="token"/> is null or blank.</exception>
public sealed class StaticAccessTokenProvider(string token) : IAccessTokenProvider
{
    private readonly string _token = string.IsNullOrWhiteSpace(token) ? throw new ArgumentException("The token is empty.", nameof(token)) : token;

    /// <inheritdoc/>
    public ValueTask<string?> GetAccessTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) => new(_token);

    /// <summary>The name of the type; never the credential.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => nameof(StaticAccessTokenProvider);
}
