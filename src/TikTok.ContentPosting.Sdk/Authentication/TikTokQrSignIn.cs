using System.Diagnostics;

namespace TikTok.ContentPosting;

/// <summary>A sign-in by QR code that has begun. Its text shows neither token nor ticket.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TikTokQrSignIn
{
    private const string Placeholder = "client_ticket=tobefilled";
    private const string EscapedPlaceholder = "client_ticket%3Dtobefilled";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly TikTokSignIn _signIn;
    private readonly string _token;
    private readonly string _ticket;
    private readonly string _state;
    private TikTokTokens? _tokens;

    internal TikTokQrSignIn(TikTokSignIn signIn, QrCode code, string ticket, string state)
    {
        if (!code.ScanQrcodeUrl.Contains(Placeholder, StringComparison.Ordinal))
        {
            throw new TikTokSignInException(
                TikTokSignInFailure.UnexpectedAnswer, "TikTok's QR code has no place for a ticket, without which nobody can tell whose consent comes back.");
        }
        (_signIn, _token, _ticket, _state) = (signIn, code.Token, ticket, state);
        Text = code.ScanQrcodeUrl
            .Replace(Placeholder, $"client_ticket={ticket}", StringComparison.Ordinal)
            .Replace(EscapedPlaceholder, $"client_ticket%3D{ticket}", StringComparison.Ordinal);
    }

    /// <summary>What to draw as a QR code. It is an address of the TikTok app.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Text { get; }

    /// <summary>The creator's tokens, once the code is confirmed; null until then.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public TikTokTokens? Tokens => _tokens;

    /// <summary>Asks once how far the sign-in has come. When the creator has confirmed, the code is exchanged, and <see cref="Tokens"/> has what was granted.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How far it has come: new, scanned, confirmed, expired or utilised.</returns>
    /// <exception cref="TikTokSignInException">An answer is not about this sign-in, or lacks the code.</exception>
    /// <exception cref="TikTokOAuthException">TikTok refused.</exception>
    /// <exception cref="ApiException">TikTok could not be asked.</exception>
    public async Task<QrCodeStatus> CheckAsync(CancellationToken cancellationToken = default)
    {
        if (_tokens is not null)
        {
            return QrCodeStatus.Confirmed;
        }
        var check = await _signIn.CheckQrAsync(_token, cancellationToken).ConfigureAwait(false);
        CheckTicket(check);
        if (check.Status == QrCodeStatus.Confirmed)
        {
            var (code, redirectUri) = Consent(check);
            _tokens = await _signIn.ExchangeCodeAsync(code, redirectUri, codeVerifier: null, cancellationToken).ConfigureAwait(false);
        }
        return check.Status;
    }

    /// <summary>Asks every two seconds until the creator has confirmed.</summary>
    /// <param name="progress">Told each state once.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The creator's tokens.</returns>
    /// <exception cref="TikTokSignInException">The code has expired or was used before, or an answer is not about this sign-in. Begin another one.</exception>
    /// <exception cref="TikTokOAuthException">TikTok refused.</exception>
    /// <exception cref="ApiException">TikTok could not be asked.</exception>
    public async Task<TikTokTokens> WaitAsync(IProgress<QrCodeStatus>? progress = null, CancellationToken cancellationToken = default)
    {
        QrCodeStatus? last = null;
        while (true)
        {
            var status = await CheckAsync(cancellationToken).ConfigureAwait(false);
            if (status != last)
            {
                progress?.Report(status);
                last = status;
            }
            if (_tokens is not null)
            {
                return _tokens;
            }
            if (status == QrCodeStatus.Expired)
            {
                throw new TikTokSignInException(TikTokSignInFailure.Expired, "Nobody has confirmed the QR code in time. Begin another sign-in.");
            }
            if (status == QrCodeStatus.Utilised)
            {
                throw new TikTokSignInException(TikTokSignInFailure.AlreadyUsed, "The consent behind the QR code was handed out before, perhaps in an answer that was lost. Begin another sign-in.");
            }
            await Task.Delay(Pause, _signIn.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether there are tokens by now; never the token or the ticket.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{nameof(TikTokQrSignIn)} ({(_tokens is null ? "waiting" : "confirmed")})";

    // TikTok knows no ticket before the code is scanned, and none after it has expired.
    private void CheckTicket(QrCodeCheck check)
    {
        var isUnknown = string.IsNullOrEmpty(check.ClientTicket) && (check.Status == QrCodeStatus.New || check.Status == QrCodeStatus.Expired);
        if (!isUnknown && !TikTokCallback.AreEqual(check.ClientTicket, _ticket))
        {
            throw new TikTokSignInException(
                TikTokSignInFailure.TicketMismatch, "The answer does not carry this sign-in's ticket, so it is not taken: somebody may have shown the creator another code.");
        }
    }

    private (string Code, Uri RedirectUri) Consent(QrCodeCheck check)
    {
        // TikTok's table puts the address into `code`, its example into `redirect_uri`.
        var text = string.IsNullOrEmpty(check.RedirectUri) ? check.Code : check.RedirectUri;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            throw new TikTokSignInException(TikTokSignInFailure.UnexpectedAnswer, "The QR code is confirmed, but the answer has no address with a code.");
        }
        var callback = TikTokCallback.Read(address);
        if ((callback.State ?? check.State) is { Length: > 0 } state && !TikTokCallback.AreEqual(state, _state))
        {
            throw new TikTokSignInException(TikTokSignInFailure.StateMismatch, "The answer's state is not the one that this sign-in began with, so it is not taken.");
        }
        var code = callback.Code ?? throw new TikTokSignInException(TikTokSignInFailure.UnexpectedAnswer, "The QR code is confirmed, but the answer has no code.");
        return (code, new Uri(address.GetLeftPart(UriPartial.Path)));
    }
}
