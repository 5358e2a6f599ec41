using System.ComponentModel;
using System.Globalization;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Reads headers as what the API's description says they are. What is not there or not of its type is null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ResponseHeaderReader
{
    /// <summary>Reads a value.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="name">The header's name.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The value, or null.</returns>
    public static T? Read<T, TCodec>(this ResponseHeaders headers, string name)
        where T : class
        where TCodec : IJsonCodec<T> => headers[name] is { } text && TryRead<T, TCodec>(text, out var value) ? value : null;

    /// <inheritdoc cref="Read"/>
    public static T? ReadValue<T, TCodec>(this ResponseHeaders headers, string name)
        where T : struct
        where TCodec : IJsonCodec<T> => headers[name] is { } text && TryRead<T, TCodec>(text, out var value) ? value : null;

    /// <summary>Reads a value that is written as JSON.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="name">The header's name.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The value, or null.</returns>
    public static T? ReadJson<T, TCodec>(this ResponseHeaders headers, string name)
        where T : class
        where TCodec : IJsonCodec<T> => headers[name] is { } text && TryParse<T, TCodec>(System.Text.Encoding.UTF8.GetBytes(text), out var value) ? value : null;

    /// <inheritdoc cref="ReadJson"/>
    public static T? ReadJsonValue<T, TCodec>(this ResponseHeaders headers, string name)
        where T : struct
        where TCodec : IJsonCodec<T> => headers[name] is { } text && TryParse<T, TCodec>(System.Text.Encoding.UTF8.GetBytes(text), out var value) ? value : null;

    /// <summary>Reads several values with commas in between (style <c>simple</c>; RFC 9110, section 5.6.1).</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="name">The header's name.</param>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The values; null when the header is not there, or one of them is not of the type.</returns>
    public static IReadOnlyList<T>? ReadList<T, TCodec>(this ResponseHeaders headers, string name)
        where TCodec : IJsonCodec<T>
    {
        if (headers[name] is not { } text)
        {
            return null;
        }
        var values = new List<T>();
        foreach (var element in Elements(text))
        {
            if (!TryRead<T, TCodec>(element, out var value))
            {
                return null;
            }
            values.Add(value!);
        }
        return values;
    }

    /// <summary>All values of a header that is no list, and comes several times all the same: <c>Set-Cookie</c>.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="name">The header's name.</param>
    /// <returns>The values; none when the header is not there.</returns>
    public static IReadOnlyList<string> ReadAll(this ResponseHeaders headers, string name) => [.. headers.GetValues(name)];

    private static bool TryRead<T, TCodec>(string text, out T? value)
        where TCodec : IJsonCodec<T>
    {
        text = text.Trim();
        // Headers have dates of their own (RFC 9110, section 5.6.7).
        if (typeof(T) == typeof(DateTimeOffset) && DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            value = (T)(object)date;
            return true;
        }
        return ValueText.Read<T, TCodec>(text, out value) is null;
    }

    private static bool TryParse<T, TCodec>(ReadOnlySpan<byte> json, out T? value)
        where TCodec : IJsonCodec<T> => JsonBody.ReadValue<T, TCodec>(json, out value, out var length) is null && length == json.Length;

    private static IEnumerable<string> Elements(string text)
    {
        var start = 0;
        var isQuoted = false;
        for (var index = 0; index <= text.Length; index++)
        {
            if (index < text.Length && text[index] == '"')
            {
                isQuoted = !isQuoted;
            }
            if (index < text.Length && (text[index] != ',' || isQuoted))
            {
                continue;
            }
            var element = text[start..index].Trim();
            start = index + 1;
            if (element.Length > 0)
            {
                yield return element is ['"', .. var inner, '"'] ? inner : element;
            }
        }
    }
}
