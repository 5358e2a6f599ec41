using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TikTok.ContentPosting;

/// <summary>The value of a <c>TikTok-Signature</c> header: <c>t=1770210873,s=7f90…</c>.</summary>
/// <remarks>
/// HMAC-SHA256, with the client secret, of the time as it stands in the header, a dot and the body. Source: https://developers.tiktok.com/doc/webhooks-verification
/// </remarks>
public static class WebhookSignature
{
    /// <summary>The header's name.</summary>
    public const string HeaderName = "TikTok-Signature";

    private const int LongestHeader = 256;

    /// <summary>Signs a body as TikTok does, for tests.</summary>
    /// <param name="body">The body.</param>
    /// <param name="clientSecret">The app's client secret.</param>
    /// <param name="time">The time of the signature.</param>
    /// <returns>The header's value.</returns>
    public static string Create(ReadOnlySpan<byte> body, string clientSecret, DateTimeOffset time)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientSecret);
        var seconds = time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Compute(seconds, body, Encoding.UTF8.GetBytes(clientSecret), hash);
        return $"t={seconds},s={Convert.ToHexStringLower(hash)}";
    }

    internal static void Compute(ReadOnlySpan<char> seconds, ReadOnlySpan<byte> body, ReadOnlySpan<byte> key, Span<byte> hash)
    {
        Span<byte> prefix = stackalloc byte[LongestHeader];
        var length = Encoding.UTF8.GetBytes(seconds, prefix);
        prefix[length] = (byte)'.';
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(prefix[..(length + 1)]);
        hmac.AppendData(body);
        hmac.GetHashAndReset(hash);
    }

    /// <summary>Reads the header. Parts may come in any order, and parts of other names may come with them; none of these two may come twice.</summary>
    internal static bool TryParse(ReadOnlySpan<char> header, out ReadOnlySpan<char> seconds, Span<byte> hash)
    {
        seconds = default;
        if (header.Length > LongestHeader)
        {
            return false;
        }
        ReadOnlySpan<char> signature = default;
        foreach (var range in header.Split(','))
        {
            var part = header[range].Trim();
            if (part.StartsWith("t=") && seconds.IsEmpty)
            {
                seconds = part[2..];
            }
            else if (part.StartsWith("s=") && signature.IsEmpty)
            {
                signature = part[2..];
            }
            else if (part.StartsWith("t=") || part.StartsWith("s="))
            {
                return false;
            }
        }
        return IsNumber(seconds) && signature.Length == 2 * hash.Length
            && Convert.FromHexString(signature, hash, out _, out _) == OperationStatus.Done;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length is > 0 and <= 18 && !text.ContainsAnyExceptInRange('0', '9');
}
