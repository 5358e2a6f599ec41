using System.Net.Http.Headers;
using System.Text;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Turns bytes into text.</summary>
internal static class ResponseText
{
    /// <summary>The text, by its byte order mark, else by the charset, else as UTF-8; bytes that are not of the charset become U+FFFD.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="contentType">The <c>Content-Type</c>, or null.</param>
    public static string Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        var encoding = ByteOrderMark(body) ?? Charset(contentType) ?? Encoding.UTF8;
        var mark = encoding.Preamble;
        return encoding.GetString(mark.Length > 0 && body.StartsWith(mark) ? body[mark.Length..] : body);
    }

    private static Encoding? ByteOrderMark(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        _ => null,
    };

    /// <summary>The encoding that a <c>Content-Type</c> names; null for none, or one that is not known.</summary>
    public static Encoding? Charset(string? contentType)
    {
        if (contentType is null || !MediaTypeHeaderValue.TryParse(contentType, out var type) || type.CharSet is not { Length: > 0 } name)
        {
            return null;
        }
        name = name.Trim('"');
        try
        {
            // Not registered for the whole process: that is for the application to decide.
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
