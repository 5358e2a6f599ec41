namespace TikTok.ContentPosting;

public sealed partial class TikTokSignIn
{
    /// <summary>Signs a creator in who sits in front of this machine, as a console tool does: the browser comes back to a port of 127.0.0.1.</summary>
    /// <param name="scopes">The scopes to ask for: see <see cref="TikTokScopes"/>.</param>
    /// <param name="openBrowser">Opens the address in the creator's browser, or shows it.</param>
    /// <param name="redirectUri">
    /// One of the app's redirect URIs, such as <c>http://127.0.0.1:8910/callback/</c>. Null: <c>/callback/</c> on a free port, for which
    /// <c>http://127.0.0.1:*/callback/</c> has to be registered.
    /// </param>
    /// <param name="cancellationToken">Stops waiting for the creator, who may never come back.</param>
    /// <returns>The creator's tokens.</returns>
    /// <exception cref="ArgumentException">The redirect URI is not on this machine.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The port is taken.</exception>
    /// <exception cref="TikTokSignInException">The creator refused.</exception>
    /// <exception cref="TikTokOAuthException">TikTok did not take the code.</exception>
    /// <exception cref="ApiException">TikTok could not be asked.</exception>
    public async Task<TikTokTokens> SignInOnLoopbackAsync(
        IReadOnlyList<string> scopes, Func<Uri, CancellationToken, Task> openBrowser, Uri? redirectUri = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(openBrowser);
        if (redirectUri is not null && (!redirectUri.IsAbsoluteUri || redirectUri.Scheme != Uri.UriSchemeHttp || !redirectUri.IsLoopback))
        {
            throw new ArgumentException("The browser comes back to this machine over http: http://127.0.0.1:8910/callback/.", nameof(redirectUri));
        }
        using var receiver = new LoopbackReceiver(redirectUri);
        var authorization = Begin(new TikTokAuthorizationRequest { RedirectUri = receiver.RedirectUri, Scopes = scopes });
        var receiving = receiver.ReceiveAsync(authorization.State, cancellationToken);
        await openBrowser(authorization.Url!, cancellationToken).ConfigureAwait(false);
        return await CompleteAsync(authorization, await receiving.ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }
}
