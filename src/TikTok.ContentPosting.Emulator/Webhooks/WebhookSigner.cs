using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TikTok.ContentPosting.Emulator;

/// <summary>Signs webhooks: HMAC-SHA256, with the client secret, of the time, a dot and the body.</summary>
internal static class WebhookSigner
{
    public const string HeaderName = "TikTok-Signature";

    public static string Sign(string secret, DateTimeOffset time, ReadOnlySpan<byte> body)
    {
        var seconds = time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes(seconds + "."));
        hmac.AppendData(body);
        return $"t={seconds},s={Convert.ToHexStringLower(hmac.GetHashAndReset())}";
    }
}
