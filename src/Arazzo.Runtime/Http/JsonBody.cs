using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Reads JSON bodies.</summary>
internal static class JsonBody
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static JsonReaderOptions Options => new() { MaxDepth = JsonDepth.Maximum };

    /// <summary>application/json, text/json and every type with the suffix +json (RFC 6839).</summary>
    public static bool IsJson(ReadOnlySpan<char> mediaType)
    {
        var end = mediaType.IndexOf(';');
        var type = (end < 0 ? mediaType : mediaType[..end]).Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
            || type.Equals("text/json", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The body as an element; undefined when it is not JSON.</summary>
    public static JsonElement Parse(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(SkipByteOrderMark(body), Options);
        try
        {
            return JsonElement.TryParseValue(ref json, out var element) && !json.Read() ? element.Value : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>Reads the body as a success.</summary>
    /// <returns>Null, or why it cannot be read.</returns>
    public static UnreadableJson? Read<T>(JsonResponseCase<T> response, ReadOnlySpan<byte> body, out T? value)
    {
        var json = new Utf8JsonReader(SkipByteOrderMark(body), Options);
        try
        {
            json.Read();
            value = response.Read(ref json);
            json.Read();
            return null;
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            value = default;
            return Describe(body, ref json, exception);
        }
    }

    /// <summary>Reads the body as an error, or as a success of another type than the operation's.</summary>
    /// <returns>Null, or why it cannot be read.</returns>
    public static UnreadableJson? Read(ResponseCase response, ReadOnlySpan<byte> body, out object? value)
    {
        var json = new Utf8JsonReader(SkipByteOrderMark(body), Options);
        try
        {
            json.Read();
            value = response.ReadObject(ref json);
            json.Read();
            return null;
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            value = null;
            return Describe(body, ref json, exception);
        }
    }

    // The reader itself throws InvalidOperationException for text that is not UTF-8 or has lone surrogates.
    private static bool IsUnreadable(Exception exception) => exception is JsonException or InvalidOperationException or FormatException;

    private static ReadOnlySpan<byte> SkipByteOrderMark(ReadOnlySpan<byte> body) => body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body;

    private static UnreadableJson Describe(ReadOnlySpan<byte> body, ref Utf8JsonReader failed, Exception exception)
    {
        var json = SkipByteOrderMark(body);
        // Only the reader's own exceptions have a line: then the JSON itself is broken, somewhere after the last token.
        var isMalformed = exception is JsonException { LineNumber: not null };
        var (path, position) = JsonLocation.Find(json, Options, isMalformed ? long.MaxValue : failed.TokenStartIndex);
        // Codecs never quote the JSON; what other exceptions say is not known.
        var reason = exception is JsonException ? exception.Message : "The text is not valid.";
        return new UnreadableJson($"The JSON cannot be read at {path} (byte {position + (body.Length - json.Length)}). {reason}", exception);
    }
}
