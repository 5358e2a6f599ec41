using System.Collections.Concurrent;

namespace TikTok.ContentPosting;

/// <summary>The creators who have signed in to the app. One for a program; safe to use from several threads.</summary>
public sealed class TikTokAccounts : IDisposable
{
    private readonly TikTokQuotas _quotas;
    private readonly ConcurrentDictionary<string, TikTokAccount> _accounts = new(StringComparer.Ordinal);
    private readonly Lazy<HttpClient> _httpClient = new(ApiHttp.CreateClient);

    /// <summary>Makes the service.</summary>
    /// <param name="signIn">Refreshes and revokes. Its addresses and limits are those of the accounts' clients too.</param>
    /// <param name="store">Keeps the tokens.</param>
    /// <param name="options">Times and clients; null for the defaults. They are copied.</param>
    public TikTokAccounts(TikTokSignIn signIn, ITokenStore store, TikTokAccountsOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(signIn);
        ArgumentNullException.ThrowIfNull(store);
        (SignIn, Store, Options) = (signIn, store, options?.Clone() ?? new TikTokAccountsOptions());
        _quotas = new TikTokQuotas(timeProvider: signIn.Options.TimeProvider);
    }

    internal TikTokSignIn SignIn { get; }

    internal ITokenStore Store { get; }

    internal TikTokAccountsOptions Options { get; }

    /// <summary>Gets an account: the same object each time, so that all calls for a creator share one refresh. Its tokens are read at the first call.</summary>
    /// <param name="openId">The creator.</param>
    /// <returns>The account, whether there are tokens for it or not.</returns>
    public TikTokAccount Get(string openId)
    {
        ArgumentException.ThrowIfNullOrEmpty(openId);
        return _accounts.GetOrAdd(openId, static (openId, accounts) => new TikTokAccount(accounts, openId), this);
    }

    /// <summary>Takes in the tokens of a sign-in, in the place of those that were there.</summary>
    /// <param name="tokens">What the sign-in has granted.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The account.</returns>
    public async Task<TikTokAccount> AddAsync(TikTokTokens tokens, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        TikTokTokens? known;
        do
        {
            known = await Store.FindAsync(tokens.OpenId, cancellationToken).ConfigureAwait(false);
            // A sign-in does not tell it, and it never changes.
            tokens = known?.UnionId is { } unionId && tokens.UnionId is null ? tokens.WithUnionId(unionId) : tokens;
        }
        while (!await Store.TryReplaceAsync(tokens.OpenId, known, tokens, cancellationToken).ConfigureAwait(false));
        var account = Get(tokens.OpenId);
        account.Adopt(tokens);
        return account;
    }

    /// <summary>Forgets a creator, without a word to TikTok, when an account is deleted here.</summary>
    /// <param name="openId">The creator.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task RemoveAsync(string openId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(openId);
        return RemoveAsync(openId, static _ => true, cancellationToken);
    }

    /// <summary>Forgets a creator who has disconnected the app, unless the creator has connected again since: events can be hours late.</summary>
    /// <param name="removed">What a webhook has told.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether the creator is forgotten; false when there are newer tokens, which still work.</returns>
    public Task<bool> RemoveAsync(AuthorizationRemovedEvent removed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(removed);
        // TikTok tells the second; nobody connects again within it.
        var end = removed.CreatedAt + TimeSpan.FromSeconds(1);
        return removed.OpenId is { Length: > 0 } openId ? RemoveAsync(openId, tokens => tokens.GrantedAt < end, cancellationToken) : Task.FromResult(false);
    }

    /// <summary>Closes the connections of the accounts' clients.</summary>
    public void Dispose()
    {
        if (_httpClient.IsValueCreated)
        {
            _httpClient.Value.Dispose();
        }
    }

    internal ContentPostingClient CreateContentPosting(TikTokAccount account) =>
        Options.CreateContentPosting?.Invoke(account) ?? new ContentPostingClient(_httpClient.Value, ClientOptions(account));

    internal TikTokDisplayClient CreateDisplay(TikTokAccount account) =>
        Options.CreateDisplay?.Invoke(account) ?? new TikTokDisplayClient(_httpClient.Value, ClientOptions(account));

    private async Task<bool> RemoveAsync(string openId, Func<TikTokTokens, bool> isMeant, CancellationToken cancellationToken)
    {
        TikTokTokens? known;
        do
        {
            known = await Store.FindAsync(openId, cancellationToken).ConfigureAwait(false);
            if (known is not null && !isMeant(known))
            {
                return false;
            }
        }
        while (known is not null && !await Store.TryReplaceAsync(openId, known, null, cancellationToken).ConfigureAwait(false));
        Get(openId).Adopt(null);
        return true;
    }

    private ApiClientOptions ClientOptions(TikTokAccount account)
    {
        var options = SignIn.Options.Clone();
        options.AccessTokenProvider = account;
        options.Limiter ??= _quotas;
        return options;
    }
}
