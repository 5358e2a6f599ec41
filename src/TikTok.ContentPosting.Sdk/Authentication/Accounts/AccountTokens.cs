namespace TikTok.ContentPosting;

/// <summary>
/// The tokens of one creator in this process: what was read from the store, and the one refresh that may be under way. A refresh token works once, so each step
/// is arranged for the worst that can happen in the middle of it.
/// </summary>
internal sealed class AccountTokens(string openId, TikTokSignIn signIn, ITokenStore store, TikTokAccountsOptions options)
{
    // How long a refresh that came too late waits for the tokens of the process that was first.
    private static readonly TimeSpan[] Patience = [TimeSpan.Zero, TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    // How long the rest of an access token is used after a refresh that failed, before the next one is tried.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private TikTokTokens? _tokens;
    private DateTimeOffset _pausedUntil = DateTimeOffset.MinValue;
    private string? _refused;
    private string? _replaced;
    private Task<TikTokTokens>? _flight;

    // Only ever touched by the flight.
    private (TikTokTokens Expected, TikTokTokens Granted)? _unsaved;
    private string? _deadRefreshToken;

    private DateTimeOffset Now => signIn.Time.GetUtcNow();

    public ValueTask<TikTokTokens> GetAsync(CancellationToken cancellationToken)
    {
        Task<TikTokTokens> flight;
        lock (_lock)
        {
            if (_tokens is { } tokens && IsUsable(tokens))
            {
                return new ValueTask<TikTokTokens>(tokens);
            }
            // Not bound to the call that happens to be first: others wait for it as well, and a refresh must not stop halfway.
            flight = _flight ??= Task.Run(FlyAsync, CancellationToken.None);
        }
        return new ValueTask<TikTokTokens>(flight.WaitAsync(cancellationToken));
    }

    public bool Invalidate(string accessToken)
    {
        lock (_lock)
        {
            if (_tokens?.AccessToken == accessToken)
            {
                _refused = accessToken;
                return true;
            }
            // One that has been replaced since is no reason for another refresh.
            return _replaced is not null && _replaced == accessToken;
        }
    }

    /// <summary>Takes what the store has by now.</summary>
    /// <param name="tokens">The tokens; null when there are none.</param>
    /// <param name="pausedUntil">Until when they are used although a refresh is due.</param>
    public void Adopt(TikTokTokens? tokens, DateTimeOffset pausedUntil = default)
    {
        lock (_lock)
        {
            if (_tokens is { } previous && previous.AccessToken != tokens?.AccessToken)
            {
                _replaced = previous.AccessToken;
            }
            (_tokens, _pausedUntil) = (tokens, pausedUntil);
        }
    }

    public async Task KeepUnionIdAsync(string unionId, CancellationToken cancellationToken)
    {
        // Whoever replaces the tokens meanwhile wins: the union id is learnt again with the next query.
        if (await store.FindAsync(openId, cancellationToken).ConfigureAwait(false) is not { } stored)
        {
            return;
        }
        var known = stored.UnionId == unionId ? stored : stored.WithUnionId(unionId);
        if (known == stored || await store.TryReplaceAsync(openId, stored, known, cancellationToken).ConfigureAwait(false))
        {
            lock (_lock)
            {
                _tokens = _tokens?.AccessToken == known.AccessToken ? known : _tokens;
            }
        }
    }

    private async Task<TikTokTokens> FlyAsync()
    {
        try
        {
            var found = await FindAsync().ConfigureAwait(false);
            Adopt(found.Tokens, found.PausedUntil);
            if (found.IsRotated && options.Rotated is { } rotated)
            {
                await rotated(found.Tokens, CancellationToken.None).ConfigureAwait(false);
            }
            return found.Tokens;
        }
        finally
        {
            lock (_lock)
            {
                _flight = null;
            }
        }
    }

    private async Task<Found> FindAsync()
    {
        if (_unsaved is null && await ReadAsync().ConfigureAwait(false) is var known && IsUsable(known))
        {
            return new Found(known);
        }
        var turn = await store.LockAsync(openId, CancellationToken.None).ConfigureAwait(false);
        try
        {
            return await RefreshAsync(isAlone: turn is not null).ConfigureAwait(false);
        }
        finally
        {
            if (turn is not null)
            {
                await turn.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task<Found> RefreshAsync(bool isAlone)
    {
        if (_unsaved is { } left)
        {
            // The store has failed since: what was granted is nowhere but here.
            return await SaveAsync(left.Expected, left.Granted).ConfigureAwait(false);
        }
        var stored = await ReadAsync().ConfigureAwait(false);
        if (IsUsable(stored))
        {
            return new Found(stored);
        }
        if (stored.RefreshToken == _deadRefreshToken)
        {
            throw new TikTokSignInRequiredException(openId, "TikTok has refused the refresh token.");
        }
        if (stored.RefreshTokenExpiresAt <= Now)
        {
            throw new TikTokSignInRequiredException(openId, $"the refresh token ended at {stored.RefreshTokenExpiresAt:u}.");
        }
        TikTokTokens granted;
        try
        {
            granted = await signIn.RefreshAsync(stored, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ApiException failure)
        {
            return await RecoverAsync(stored, failure, isAlone).ConfigureAwait(false);
        }
        return await SaveAsync(stored, granted).ConfigureAwait(false);
    }

    /// <summary>Stores what was granted. Before that it is not used: a process that ends now would take the only refresh token with it.</summary>
    private async Task<Found> SaveAsync(TikTokTokens expected, TikTokTokens granted)
    {
        _unsaved = (expected, granted);
        while (!await store.TryReplaceAsync(openId, expected, granted, CancellationToken.None).ConfigureAwait(false))
        {
            var current = await store.FindAsync(openId, CancellationToken.None).ConfigureAwait(false);
            if (current is null)
            {
                _unsaved = null;
                throw new TikTokSignInRequiredException(openId, "the account was removed while its tokens were refreshed.");
            }
            if (current.RefreshToken != expected.RefreshToken && IsUsable(current))
            {
                // The creator has signed in anew meanwhile.
                _unsaved = null;
                return new Found(current);
            }
            expected = current;
        }
        _unsaved = null;
        return new Found(granted) { IsRotated = true };
    }

    /// <summary>A refresh failed. It is not sent again: perhaps another process was first, and perhaps TikTok has used up the refresh token and its answer was lost.</summary>
    private async Task<Found> RecoverAsync(TikTokTokens stored, ApiException failure, bool isAlone)
    {
        foreach (var wait in Patience.AsSpan(0, isAlone ? 1 : Patience.Length).ToArray())
        {
            await Task.Delay(wait, signIn.Time).ConfigureAwait(false);
            if (await ReadAsync().ConfigureAwait(false) is var current && current.RefreshToken != stored.RefreshToken && IsUsable(current))
            {
                return new Found(current);
            }
        }
        var isDead = failure is TikTokOAuthException { Code: var code } && code == OAuthErrorCode.InvalidGrant;
        if (isDead)
        {
            _deadRefreshToken = stored.RefreshToken;
        }
        if (stored.AccessToken != _refused && Now < stored.AccessTokenExpiresAt)
        {
            return new Found(stored) { PausedUntil = isDead ? stored.AccessTokenExpiresAt : Now + Pause };
        }
        throw isDead
            ? new TikTokSignInRequiredException(openId, "TikTok has refused the refresh token.", failure)
            : new TikTokRefreshException(openId, failure);
    }

    private async Task<TikTokTokens> ReadAsync() =>
        await store.FindAsync(openId, CancellationToken.None).ConfigureAwait(false)
        ?? throw new TikTokSignInRequiredException(openId, "there are no tokens of this creator in the store.");

    private bool IsUsable(TikTokTokens tokens)
    {
        lock (_lock)
        {
            var now = Now;
            return tokens.AccessToken != _refused && now < tokens.AccessTokenExpiresAt
                && (now < tokens.RefreshFrom(options.RefreshAhead) || (now < _pausedUntil && tokens.AccessToken == _tokens?.AccessToken));
        }
    }

    private readonly record struct Found(TikTokTokens Tokens)
    {
        public bool IsRotated { get; init; }

        public DateTimeOffset PausedUntil { get; init; }
    }
}
