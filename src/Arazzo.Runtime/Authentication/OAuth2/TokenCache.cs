namespace Arazzo.Runtime.CompilerServices;

/// <summary>One token that is used until it ends, and asked for once however many calls wait for it.</summary>
/// <param name="ask">Asks for the next token.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class TokenCache(Func<Task<OAuth2Token>> ask, TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private OAuth2Token? _token;
    private string? _replaced;
    private bool _isRefused;
    private Task<OAuth2Token>? _flight;

    public OAuth2Token? Token
    {
        init => _token = value;
    }

    public ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        Task<OAuth2Token> flight;
        lock (_lock)
        {
            if (_token is { } token && !_isRefused && !(token.UsableUntil <= timeProvider.GetUtcNow()))
            {
                return new ValueTask<string?>(token.AccessToken);
            }
            // Not bound to the call that happens to be first: others wait for it as well.
            flight = _flight ??= Task.Run(FlyAsync);
        }
        return new ValueTask<string?>(WaitAsync(flight, cancellationToken));
    }

    public bool Invalidate(string accessToken)
    {
        lock (_lock)
        {
            if (_token?.AccessToken == accessToken)
            {
                return _isRefused = true;
            }
            // One that has been replaced since is no reason to get a third.
            return _replaced is not null && _replaced == accessToken;
        }
    }

    private async Task<OAuth2Token> FlyAsync()
    {
        try
        {
            var token = await ask().ConfigureAwait(false);
            lock (_lock)
            {
                (_replaced, _token, _isRefused) = (_token?.AccessToken, token, false);
            }
            return token;
        }
        finally
        {
            lock (_lock)
            {
                _flight = null;
            }
        }
    }

    private static async Task<string?> WaitAsync(Task<OAuth2Token> flight, CancellationToken cancellationToken) =>
        (await flight.WaitAsync(cancellationToken).ConfigureAwait(false)).AccessToken;
}
