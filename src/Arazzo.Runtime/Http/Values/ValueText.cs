using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Reads single values from text, where they stand as in JSON but without quotes: the way back from <see cref="ValueFormatter"/>.</summary>
internal static class ValueText
{
    /// <summary>Reads a value.</summary>
    /// <param name="text">The text; white space around it does not matter, and nothing is null, if that is a value.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>Null, or why it cannot be read.</returns>
    public static UnreadableBody? Read<T, TCodec>(string text, out T? value)
        where TCodec : IJsonCodec<T>
    {
        text = text.Trim();
        if (text.Length == 0 && ReadJson<T, TCodec>("null"u8, out value) is null && value is null)
        {
            return null;
        }
        if (typeof(T) == typeof(bool) || typeof(T) == typeof(bool?))
        {
            text = text.ToLowerInvariant();
        }
        // Of several types the text is the one that it looks like.
        var isBare = IsBare<T>();
        if (isBare && ReadJson<T, TCodec>(Encoding.UTF8.GetBytes(text), out value) is null && value is not JsonUnion { IsKnown: false })
        {
            return null;
        }
        var unreadable = ReadJson<T, TCodec>(Quote(text).WrittenSpan, out value);
        // An enum may be one of numbers.
        if (unreadable is null || (!isBare && ReadJson<T, TCodec>(Encoding.UTF8.GetBytes(text), out value) is null))
        {
            return null;
        }
        // Codecs never quote the text; what other exceptions say is not known.
        var reason = unreadable.Exception is JsonException { LineNumber: null } exception ? " " + exception.Message : "";
        return new UnreadableBody("The text is not what the API's description says." + reason, unreadable.Exception);
    }

    /// <summary>The text as a JSON string.</summary>
    public static ArrayBufferWriter<byte> Quote(string text)
    {
        var buffer = new ArrayBufferWriter<byte>(text.Length + 2);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStringValue(text);
        return buffer;
    }

    private static bool IsBare<T>() =>
        typeof(T) == typeof(bool) || typeof(T) == typeof(int) || typeof(T) == typeof(long) || typeof(T) == typeof(ulong)
        || typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(decimal)
        || typeof(T) == typeof(bool?) || typeof(T) == typeof(int?) || typeof(T) == typeof(long?) || typeof(T) == typeof(ulong?)
        || typeof(T) == typeof(float?) || typeof(T) == typeof(double?) || typeof(T) == typeof(decimal?)
        || typeof(T).IsAssignableTo(typeof(JsonUnion));

    private static UnreadableBody? ReadJson<T, TCodec>(ReadOnlySpan<byte> json, out T? value)
        where TCodec : IJsonCodec<T>
    {
        var unreadable = JsonBody.ReadValue<T, TCodec>(json, out value, out var length);
        return unreadable is null && length < json.Length ? new UnreadableBody("There is more than one value.", null) : unreadable;
    }
}
