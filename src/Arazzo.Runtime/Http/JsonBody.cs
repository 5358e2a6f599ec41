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
    public static UnreadableBody? Read<T>(JsonResponseCase<T> response, ReadOnlySpan<byte> body, out T? value)
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

    /// <summary>Reads JSON that XML was converted to.</summary>
    /// <param name="text">The JSON, which is well-formed.</param>
    /// <param name="value">The value.</param>
    /// <param name="position">The offset in bytes of what cannot be read.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>Null, or why it cannot be read.</returns>
    public static Exception? ReadConverted<T, TCodec>(ReadOnlySpan<byte> text, out T? value, out long position)
        where TCodec : IJsonCodec<T>
    {
        var json = new Utf8JsonReader(text, Options);
        try
        {
            json.Read();
            value = TCodec.ReadJson(ref json);
            position = 0;
            return null;
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            value = default;
            position = json.TokenStartIndex;
            return exception;
        }
    }

    /// <summary>Reads the first of the values in a text.</summary>
    /// <param name="text">The text, without a byte order mark.</param>
    /// <param name="value">The value.</param>
    /// <param name="length">Where it ends.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>Null, or why it cannot be read.</returns>
    public static UnreadableBody? ReadValue<T, TCodec>(ReadOnlySpan<byte> text, out T? value, out int length)
        where TCodec : IJsonCodec<T>
    {
        var json = new Utf8JsonReader(text, Options with { AllowMultipleValues = true });
        try
        {
            json.Read();
            value = TCodec.ReadJson(ref json);
            length = (int)json.BytesConsumed;
            return null;
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            value = default;
            length = 0;
            return Describe(text, ref json, exception);
        }
    }

    /// <summary>Reads the data of an event whose name says what it is.</summary>
    /// <returns>Null, or why it cannot be read.</returns>
    public static UnreadableBody? ReadValue<T>(EventCase<T> named, ReadOnlySpan<byte> text, out T? value)
    {
        var json = new Utf8JsonReader(text, Options with { AllowMultipleValues = true });
        try
        {
            json.Read();
            value = named.Read(ref json);
            return null;
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            value = default;
            return Describe(text, ref json, exception);
        }
    }

    public static int ByteOrderMarkLength(ReadOnlySpan<byte> body) => body.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;

    // The reader itself throws InvalidOperationException for text that is not UTF-8 or has lone surrogates.
    private static bool IsUnreadable(Exception exception) => exception is JsonException or InvalidOperationException or FormatException;

    private static ReadOnlySpan<byte> SkipByteOrderMark(ReadOnlySpan<byte> body) => body[ByteOrderMarkLength(body)..];

    private static UnreadableBody Describe(ReadOnlySpan<byte> body, ref Utf8JsonReader failed, Exception exception)
    {
        var json = SkipByteOrderMark(body);
        // Only the reader's own exceptions have a line: then the JSON itself is broken, somewhere after the last token.
        var isMalformed = exception is JsonException { LineNumber: not null };
        var (path, position) = JsonLocation.Find(json, Options, isMalformed ? long.MaxValue : failed.TokenStartIndex);
        // Codecs never quote the JSON; what other exceptions say is not known.
        var reason = exception is JsonException ? exception.Message : "The text is not valid.";
        return new UnreadableBody($"The JSON cannot be read at {path} (byte {position + (body.Length - json.Length)}). {reason}", exception);
    }
}
