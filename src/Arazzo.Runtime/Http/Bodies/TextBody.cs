using System.Net.Http.Headers;
using System.Text;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Text as bytes, in the charset that its media type names.</summary>
internal static class TextBody
{
    /// <exception cref="ArgumentException">The text has characters that the charset does not.</exception>
    public static BytesBody Create(string body, string mediaType)
    {
        ArgumentText.Check(body, nameof(body));
        var encoding = Encoding.UTF8;
        if (MediaTypeHeaderValue.TryParse(mediaType, out var type))
        {
            if (type.CharSet is { } charset && Find(charset) is { } known)
            {
                encoding = known;
            }
            else if (type.CharSet is not null || type.MediaType!.StartsWith("text/", StringComparison.OrdinalIgnoreCase))
            {
                // RFC 6657: without a charset, some still take text for ASCII or Latin-1.
                type.CharSet = "utf-8";
                mediaType = type.ToString();
            }
        }
        try
        {
            return new BytesBody(encoding.GetBytes(body), mediaType);
        }
        catch (EncoderFallbackException exception)
        {
            throw new ArgumentException($"The text has characters that {encoding.WebName} does not.", nameof(body), exception);
        }
    }

    private static Encoding? Find(string charset)
    {
        try
        {
            return Encoding.GetEncoding(charset.Trim('"'), EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
