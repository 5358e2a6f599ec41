using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TikTok.ContentPosting;

/// <summary>Tells TikTok's webhooks from everybody else's, and reads them. Safe to use from several threads.</summary>
/// <remarks>
/// Give it the body's bytes as they came: what a JSON library has read and written again has another signature. Whatever the body's length, only one hash is computed for each
/// secret, and no signature is compared faster because it is wrong early.
/// </remarks>
[DebuggerDisplay("{GetType().Name,nq}")]
public sealed class WebhookVerifier
{
    private static readonly TimeSpan LongestLead = TimeSpan.FromMinutes(5);

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[][] _keys;

    private readonly string? _clientKey;
    private readonly TimeSpan _tolerance;
    private readonly TimeProvider _time;

    /// <summary>Makes a verifier of an app with one secret.</summary>
    /// <param name="clientKey">The app's client key; null to take what is for any app.</param>
    /// <param name="clientSecret">The app's client secret.</param>
    /// <exception cref="ArgumentException">The secret is empty.</exception>
    public WebhookVerifier(string? clientKey, string clientSecret)
        : this(new WebhookVerifierOptions { ClientKey = clientKey, ClientSecrets = { clientSecret } })
    {
    }

    /// <summary>Makes a verifier.</summary>
    /// <param name="options">What it believes. Later changes have no effect.</param>
    /// <exception cref="ArgumentException">There is no client secret, or an empty one.</exception>
    public WebhookVerifier(WebhookVerifierOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.ClientSecrets.Count == 0 || options.ClientSecrets.Any(string.IsNullOrEmpty))
        {
            throw new ArgumentException("A verifier needs the app's client secret, and none that is empty.", nameof(options));
        }
        _keys = [.. options.ClientSecrets.Select(Encoding.UTF8.GetBytes)];
        _clientKey = options.ClientKey;
        _tolerance = options.Tolerance;
        _time = options.TimeProvider;
    }

    /// <summary>Verifies a webhook and reads it.</summary>
    /// <param name="body">The request's body as it came.</param>
    /// <param name="signature">The value of its <see cref="WebhookSignature.HeaderName"/> header; null when there is none.</param>
    /// <returns>The event.</returns>
    /// <exception cref="WebhookRejectedException">It is not believed.</exception>
    public TikTokEvent Verify(ReadOnlySpan<byte> body, string? signature) =>
        TryVerify(body, signature, out var verified, out var rejection) ? verified : throw new WebhookRejectedException(rejection);

    /// <summary>Verifies a webhook and reads it, without an exception when it is not believed.</summary>
    /// <param name="body">The request's body as it came.</param>
    /// <param name="signature">The value of its <see cref="WebhookSignature.HeaderName"/> header; null when there is none.</param>
    /// <param name="verified">The event.</param>
    /// <param name="rejection">Why it is not believed; <see cref="WebhookRejection.None"/> when it is.</param>
    /// <returns>Whether it is believed.</returns>
    public bool TryVerify(ReadOnlySpan<byte> body, string? signature, [NotNullWhen(true)] out TikTokEvent? verified, out WebhookRejection rejection)
    {
        verified = null;
        rejection = CheckSignature(body, signature);
        if (rejection != WebhookRejection.None)
        {
            return false;
        }
        var read = Read(body);
        rejection = read is null ? WebhookRejection.Unreadable
            : _clientKey is not null && read.ClientKey != _clientKey ? WebhookRejection.OtherApp
            : WebhookRejection.None;
        verified = rejection == WebhookRejection.None ? read : null;
        return verified is not null;
    }

    private static TikTokEvent? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return TikTokEvent.From(EventReader.Parse<WebhookNotification>(body));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private WebhookRejection CheckSignature(ReadOnlySpan<byte> body, string? signature)
    {
        if (string.IsNullOrEmpty(signature))
        {
            return WebhookRejection.SignatureMissing;
        }
        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (!WebhookSignature.TryParse(signature, out var seconds, claimed))
        {
            return WebhookRejection.SignatureMalformed;
        }
        if (!IsMadeWithAKey(seconds, body, claimed))
        {
            return WebhookRejection.SignatureWrong;
        }
        var age = _time.GetUtcNow().ToUnixTimeSeconds() - long.Parse(seconds, NumberStyles.None, CultureInfo.InvariantCulture);
        return age > _tolerance.TotalSeconds || -age > Math.Min(LongestLead.TotalSeconds, _tolerance.TotalSeconds) ? WebhookRejection.SignatureTooOld : WebhookRejection.None;
    }

    private bool IsMadeWithAKey(ReadOnlySpan<char> seconds, ReadOnlySpan<byte> body, ReadOnlySpan<byte> claimed)
    {
        Span<byte> computed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var isMade = false;
        foreach (var key in _keys)
        {
            WebhookSignature.Compute(seconds, body, key, computed);
            isMade |= CryptographicOperations.FixedTimeEquals(computed, claimed);
        }
        return isMade;
    }
}
