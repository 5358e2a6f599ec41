using System.Security.Cryptography;

namespace TikTok.ContentPosting;

/// <summary>
/// Signs creators in: TikTok's consent page, its callback, the exchange of the code; refresh, revocation and the app's own token. One for a program. It keeps no
/// tokens: <see cref="TikTokAccounts"/> does.
/// </summary>
/// <remarks>Source: TikTok's "Login Kit for Web", "Login Kit for Desktop" and "Manage User Access Tokens".</remarks>
public sealed partial class TikTokSignIn : IDisposable
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int StateLength = 43;
    private const int LongestRedirectUri = 511;

    private readonly TikTokOAuthClient _client;
    private readonly Uri _authorizePage;

    /// <summary>Makes one that keeps its own connections until it is disposed.</summary>
    /// <param name="app">The app.</param>
    /// <param name="options">Addresses and limits; null for the defaults. They are copied.</param>
    public TikTokSignIn(TikTokAppCredentials app, TikTokSignInOptions? options = null)
        : this(app, null, options)
    {
    }

    /// <summary>Makes one that sends through <paramref name="httpClient"/>.</summary>
    /// <param name="app">The app.</param>
    /// <param name="httpClient">Sends the requests, and is not disposed; null for connections of its own.</param>
    /// <param name="options">Addresses and limits; null for the defaults. They are copied.</param>
    public TikTokSignIn(TikTokAppCredentials app, HttpClient? httpClient, TikTokSignInOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        App = app;
        Options = (TikTokSignInOptions)(options ?? new TikTokSignInOptions()).Clone();
        _client = httpClient is null ? new TikTokOAuthClient(Options) : new TikTokOAuthClient(httpClient, Options);
        _authorizePage = Options.AuthorizePage
            ?? (Options.BaseAddress is { } address ? new Uri(address, TikTokSignInOptions.TikTokPage.AbsolutePath) : TikTokSignInOptions.TikTokPage);
    }

    /// <summary>The app.</summary>
    public TikTokAppCredentials App { get; }

    internal TikTokSignInOptions Options { get; }

    internal TimeProvider Time => Options.TimeProvider;

    /// <summary>Begins a sign-in in the creator's browser.</summary>
    /// <param name="request">What to ask for, and where to come back to.</param>
    /// <returns>The address to send the browser to, and what to keep until it comes back.</returns>
    /// <exception cref="ArgumentException">TikTok would not take the redirect URI, the scopes or the verifier.</exception>
    public TikTokAuthorization Begin(TikTokAuthorizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckRedirectUri(request.RedirectUri);
        var state = request.State ?? RandomNumberGenerator.GetString(Letters, StateLength);
        var verifier = request.UsePkce ? request.CodeVerifier ?? TikTokPkce.CreateVerifier() : null;
        var query = new List<(string Name, string Value)>
        {
            ("client_key", App.ClientKey),
            ("response_type", "code"),
            ("scope", TikTokScopes.Join(request.Scopes)),
            ("redirect_uri", request.RedirectUri.OriginalString),
            ("state", state),
        };
        if (verifier is not null)
        {
            query.Add(("code_challenge", TikTokPkce.Challenge(verifier)));
            query.Add(("code_challenge_method", TikTokPkce.Method));
        }
        if (request.DisableAutoAuth is { } always)
        {
            query.Add(("disable_auto_auth", always ? "1" : "0"));
        }
        var text = string.Join('&', query.Select(static pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));
        return new TikTokAuthorization(state, verifier, request.RedirectUri) { Url = new Uri($"{_authorizePage.OriginalString}?{text}") };
    }

    /// <summary>Ends a sign-in: compares the state, and exchanges the code.</summary>
    /// <param name="authorization">The sign-in that this browser has begun.</param>
    /// <param name="callback">The address that the browser came back to.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The creator's tokens. Look at <see cref="TikTokTokens.Scopes"/>: the creator may have refused some.</returns>
    /// <exception cref="TikTokSignInException">The creator refused, or the callback is not this sign-in's.</exception>
    /// <exception cref="TikTokOAuthException">TikTok did not take the code.</exception>
    /// <exception cref="ApiException">TikTok could not be asked. A code works once: begin again.</exception>
    public Task<TikTokTokens> CompleteAsync(TikTokAuthorization authorization, Uri callback, CancellationToken cancellationToken = default) =>
        CompleteAsync(authorization, TikTokCallback.Read(callback), cancellationToken);

    /// <inheritdoc cref="CompleteAsync(TikTokAuthorization, Uri, CancellationToken)"/>
    public Task<TikTokTokens> CompleteAsync(TikTokAuthorization authorization, TikTokCallback callback, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(authorization);
        ArgumentNullException.ThrowIfNull(callback);
        var code = CodeOf(callback, authorization.State);
        return ExchangeCodeAsync(code, authorization.RedirectUri, authorization.CodeVerifier, cancellationToken);
    }

    /// <summary>Exchanges a code whose state was compared already.</summary>
    /// <param name="code">The code, decoded once.</param>
    /// <param name="redirectUri">The redirect URI that the sign-in began with.</param>
    /// <param name="codeVerifier">The verifier of the challenge that the sign-in began with; null when it had none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The creator's tokens.</returns>
    /// <exception cref="TikTokOAuthException">TikTok did not take the code.</exception>
    /// <exception cref="ApiException">TikTok could not be asked. A code works once: begin again.</exception>
    public async Task<TikTokTokens> ExchangeCodeAsync(string code, Uri redirectUri, string? codeVerifier, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        ArgumentNullException.ThrowIfNull(redirectUri);
        var request = Grant(OAuthGrantType.AuthorizationCode);
        (request.Code, request.RedirectUri, request.CodeVerifier) = (code, redirectUri.OriginalString, codeVerifier);
        var now = Time.GetUtcNow();
        return TikTokTokens.From(await AskAsync(request, cancellationToken).ConfigureAwait(false), now, previous: null);
    }

    /// <summary>
    /// Refreshes tokens, once. The refresh token ends with it, whether the answer arrives or not: let <see cref="TikTokAccount"/> do it, which stores what comes and never
    /// refreshes twice at once.
    /// </summary>
    /// <param name="tokens">The newest tokens of the creator.</param>
    /// <param name="cancellationToken">Stops it, and then nobody knows whether the refresh token still works.</param>
    /// <returns>The new tokens.</returns>
    /// <exception cref="TikTokOAuthException">TikTok did not take the refresh token.</exception>
    /// <exception cref="ApiException">TikTok could not be asked; when the outcome is unknown, the refresh token may be used up.</exception>
    public async Task<TikTokTokens> RefreshAsync(TikTokTokens tokens, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var request = Grant(OAuthGrantType.RefreshToken);
        request.RefreshToken = tokens.RefreshToken;
        var now = Time.GetUtcNow();
        return TikTokTokens.From(await AskAsync(request, cancellationToken).ConfigureAwait(false), now, tokens);
    }

    /// <summary>Gets a token of the app itself.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The token. Keep it until it ends.</returns>
    /// <exception cref="TikTokOAuthException">TikTok refused.</exception>
    /// <exception cref="ApiException">TikTok could not be asked.</exception>
    public async Task<TikTokClientToken> GetClientTokenAsync(CancellationToken cancellationToken = default)
    {
        var now = Time.GetUtcNow();
        var answer = await AskAsync(Grant(OAuthGrantType.ClientCredentials), cancellationToken).ConfigureAwait(false);
        return new TikTokClientToken(answer.AccessToken, TikTokTokens.After(now, answer.ExpiresIn));
    }

    /// <summary>Ends a creator's consent. TikTok refuses an access token that has expired: <see cref="TikTokAccount.RevokeAsync"/> refreshes it first.</summary>
    /// <param name="accessToken">The creator's access token.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="TikTokOAuthException">TikTok refused.</exception>
    /// <exception cref="ApiException">TikTok could not be asked.</exception>
    public async Task RevokeAsync(string accessToken, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(accessToken);
        var request = new OAuthRevokeRequest { ClientKey = App.ClientKey, ClientSecret = App.ClientSecret, Token = accessToken };
        Check(await _client.RevokeTokenWithResponseAsync(request, null, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Closes the connections that it made itself.</summary>
    public void Dispose() => _client.Dispose();

    private OAuthTokenRequest Grant(OAuthGrantType type) => new() { ClientKey = App.ClientKey, ClientSecret = App.ClientSecret, GrantType = type };

    private async Task<OAuthTokenResponse> AskAsync(OAuthTokenRequest request, CancellationToken cancellationToken)
    {
        var response = await _client.RequestTokenWithResponseAsync(request, null, cancellationToken).ConfigureAwait(false);
        Check(response);
        return response.Body!;
    }

    private static void Check(ApiResponse response)
    {
        if (response.Failure is { RawBody.IsEmpty: false } failure and not TikTokOAuthException)
        {
            // A success whose connection broke off: there may be tokens in what arrived of it.
            throw new ApiException(response, "The answer broke off.", failure.InnerException) { RawBody = default, IsTransient = failure.IsTransient, OutcomeUnknown = failure.OutcomeUnknown };
        }
        response.EnsureSuccess();
    }

    private static string CodeOf(TikTokCallback callback, string state)
    {
        if (!TikTokCallback.AreEqual(callback.State, state) && (callback.State is not null || callback.Error is null))
        {
            throw new TikTokSignInException(
                TikTokSignInFailure.StateMismatch,
                "The callback's state is not the one that this sign-in began with, so it is not taken: it may come from an old tab, or from somebody who wants to slip in another account. Begin again.");
        }
        if (callback.Error is { } error)
        {
            var code = LogIds.Identifier(error) ?? "unreadable";
            var reason = error == "access_denied" ? TikTokSignInFailure.Denied : TikTokSignInFailure.Refused;
            throw new TikTokSignInException(reason, reason == TikTokSignInFailure.Denied ? "The creator has refused to sign in (access_denied)." : $"TikTok ended the sign-in with '{code}'.") { ErrorCode = code };
        }
        return callback.Code ?? throw new TikTokSignInException(TikTokSignInFailure.UnexpectedAnswer, "The callback has neither a code nor an error.");
    }

    private static void CheckRedirectUri(Uri? address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            throw new ArgumentException("A redirect URI is an https address; http is for tools on the creator's own machine (127.0.0.1 or localhost).", nameof(address));
        }
        if (address.Query.Length > 0 || address.Fragment.Length > 0 || address.OriginalString.Length > LongestRedirectUri)
        {
            throw new ArgumentException("TikTok takes no redirect URI with a query or a fragment, or of 512 characters and more. What belongs to this one sign-in goes into the state.", nameof(address));
        }
    }
}
