using System.Diagnostics;

namespace TikTok.ContentPosting;

/// <summary>
/// A creator who has signed in: the access token provider of the creator's clients. It refreshes a while before the end, once however many calls wait, stores what
/// it gets before it is used, and knows which scopes were granted. Its text shows no token.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TikTokAccount : IRefreshableAccessTokenProvider
{
    private readonly TikTokAccounts _accounts;
    private readonly AccountTokens _tokens;
    private readonly Lazy<ContentPostingClient> _contentPosting;
    private readonly Lazy<TikTokDisplayClient> _display;

    internal TikTokAccount(TikTokAccounts accounts, string openId)
    {
        (_accounts, OpenId) = (accounts, openId);
        _tokens = new AccountTokens(openId, accounts.SignIn, accounts.Store, accounts.Options);
        _contentPosting = new Lazy<ContentPostingClient>(() => accounts.CreateContentPosting(this));
        _display = new Lazy<TikTokDisplayClient>(() => accounts.CreateDisplay(this));
    }

    /// <summary>The creator's open id, the key to the account.</summary>
    public string OpenId { get; }

    /// <summary>Posts for the creator.</summary>
    public ContentPostingClient ContentPosting => _contentPosting.Value;

    /// <summary>Reads the creator and the creator's public videos.</summary>
    public TikTokDisplayClient Display => _display.Value;

    /// <summary>Gets the creator's tokens, refreshed if they end soon.</summary>
    /// <param name="cancellationToken">Stops waiting; a refresh that has begun goes on, for others and for the next call.</param>
    /// <returns>The tokens.</returns>
    /// <exception cref="TikTokSignInRequiredException">The creator has to sign in again.</exception>
    /// <exception cref="TikTokRefreshException">TikTok could not be asked, and the access token has ended.</exception>
    public ValueTask<TikTokTokens> GetTokensAsync(CancellationToken cancellationToken = default) => _tokens.GetAsync(cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="TikTokScopeException">The creator has not granted what the operation needs.</exception>
    /// <exception cref="TikTokSignInRequiredException">The creator has to sign in again.</exception>
    /// <exception cref="TikTokRefreshException">TikTok could not be asked, and the access token has ended.</exception>
    public async ValueTask<string?> GetAccessTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        var tokens = await GetTokensAsync(cancellationToken).ConfigureAwait(false);
        CheckScopes(tokens, request.OperationId, request.Scopes);
        return tokens.AccessToken;
    }

    /// <inheritdoc/>
    public bool Invalidate(string accessToken) => _tokens.Invalidate(accessToken);

    /// <summary>Whether the creator has granted a scope.</summary>
    /// <param name="scope">The scope, such as <see cref="TikTokScopes.VideoPublish"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether it was granted.</returns>
    /// <exception cref="TikTokSignInRequiredException">The creator has to sign in again.</exception>
    public async ValueTask<bool> HasScopeAsync(string scope, CancellationToken cancellationToken = default) =>
        (await GetTokensAsync(cancellationToken).ConfigureAwait(false)).HasScope(scope);

    /// <summary>Makes sure that the creator has granted scopes, before something is begun that needs them later.</summary>
    /// <param name="scopes">The scopes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="TikTokScopeException">Some are missing; it says which.</exception>
    /// <exception cref="TikTokSignInRequiredException">The creator has to sign in again.</exception>
    public async ValueTask EnsureScopesAsync(IReadOnlyList<string> scopes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        CheckScopes(await GetTokensAsync(cancellationToken).ConfigureAwait(false), "This", scopes);
    }

    /// <summary>Reads who the creator is: what the granted scopes allow. The union id is kept with the tokens.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The creator. What no scope was granted for is null.</returns>
    /// <exception cref="TikTokScopeException">The creator has not granted <c>user.info.basic</c>.</exception>
    /// <exception cref="ApiException">TikTok refused or could not be asked.</exception>
    public async Task<TikTokUser> GetUserAsync(CancellationToken cancellationToken = default)
    {
        var tokens = await GetTokensAsync(cancellationToken).ConfigureAwait(false);
        var answer = await Display.GetUserInfoAsync(UserFields.For(tokens.Scopes), null, cancellationToken).ConfigureAwait(false);
        var user = answer.Data?.User ?? new TikTokUser();
        if (user.UnionId is { Length: > 0 } unionId && unionId != tokens.UnionId)
        {
            await _tokens.KeepUnionIdAsync(unionId, cancellationToken).ConfigureAwait(false);
        }
        return user;
    }

    /// <summary>Ends the creator's consent, and forgets the tokens. TikTok takes no expired access token for it, so that one is refreshed first.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether TikTok has ended the consent; false when the tokens were dead already. They are forgotten either way.</returns>
    /// <exception cref="ApiException">TikTok could not be asked. The tokens are still there.</exception>
    public async Task<bool> RevokeAsync(CancellationToken cancellationToken = default)
    {
        var isRevoked = await TryRevokeAsync(cancellationToken).ConfigureAwait(false);
        await _accounts.RemoveAsync(OpenId, cancellationToken).ConfigureAwait(false);
        return isRevoked;
    }

    /// <summary>The open id; never a token.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{nameof(TikTokAccount)} ({OpenId})";

    internal void Adopt(TikTokTokens? tokens) => _tokens.Adopt(tokens);

    private async Task<bool> TryRevokeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var tokens = await GetTokensAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                await _accounts.SignIn.RevokeAsync(tokens.AccessToken, cancellationToken).ConfigureAwait(false);
            }
            catch (TikTokOAuthException refusal) when (!refusal.IsTransient && _tokens.Invalidate(tokens.AccessToken))
            {
                // Dead before its time: another one, once.
                tokens = await GetTokensAsync(cancellationToken).ConfigureAwait(false);
                await _accounts.SignIn.RevokeAsync(tokens.AccessToken, cancellationToken).ConfigureAwait(false);
            }
            return true;
        }
        catch (TikTokSignInRequiredException)
        {
            return false;
        }
    }

    private void CheckScopes(TikTokTokens tokens, string operation, IReadOnlyList<string>? scopes)
    {
        if (scopes is null || scopes.Count == 0)
        {
            return;
        }
        var missing = scopes.Where(scope => !tokens.HasScope(scope)).ToArray();
        if (missing.Length > 0)
        {
            throw new TikTokScopeException(OpenId, operation, missing, tokens.Scopes);
        }
    }
}
