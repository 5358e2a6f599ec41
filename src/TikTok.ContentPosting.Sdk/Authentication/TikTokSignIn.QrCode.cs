using System.Security.Cryptography;

namespace TikTok.ContentPosting;

public sealed partial class TikTokSignIn
{
    private const int TicketLength = 24;

    /// <summary>Begins a sign-in by a QR code that the creator scans with the TikTok app, for devices without a keyboard or a browser.</summary>
    /// <param name="scopes">The scopes to ask for: see <see cref="TikTokScopes"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The sign-in, with the text to draw as a QR code.</returns>
    /// <exception cref="TikTokOAuthException">TikTok refused.</exception>
    /// <exception cref="ApiException">TikTok could not be asked.</exception>
    /// <remarks>Source: TikTok's "Login Kit with QR Code".</remarks>
    public async Task<TikTokQrSignIn> BeginQrAsync(IReadOnlyList<string> scopes, CancellationToken cancellationToken = default)
    {
        var state = RandomNumberGenerator.GetString(Letters, StateLength);
        var request = new QrCodeRequest { ClientKey = App.ClientKey, Scope = TikTokScopes.Join(scopes), State = state };
        var response = await _client.CreateQrCodeWithResponseAsync(request, null, cancellationToken).ConfigureAwait(false);
        Check(response);
        return new TikTokQrSignIn(this, response.Body!, RandomNumberGenerator.GetString(Letters, TicketLength), state);
    }

    internal async Task<QrCodeCheck> CheckQrAsync(string token, CancellationToken cancellationToken)
    {
        var request = new QrCodeCheckRequest { ClientKey = App.ClientKey, ClientSecret = App.ClientSecret, Token = token };
        var response = await _client.CheckQrCodeWithResponseAsync(request, null, cancellationToken).ConfigureAwait(false);
        Check(response);
        return response.Body!;
    }
}
