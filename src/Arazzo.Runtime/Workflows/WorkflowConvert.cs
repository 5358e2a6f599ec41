using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Values on their way from one type to another, where the document says two. Null stays null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WorkflowConvert
{
    /// <summary>The text of a value; that of JSON's null is null.</summary>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>A string's own text; otherwise the value's JSON.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? ToText<T, TCodec>(T? value)
        where T : class
        where TCodec : IJsonCodec<T> => value is null ? null : WorkflowText.Of<T, TCodec>(value);

    /// <inheritdoc cref="ToText{T, TCodec}(T)"/>
    public static string? ToText<T, TCodec>(T? value)
        where T : struct
        where TCodec : IJsonCodec<T> =>
        value is null or JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } ? null : WorkflowText.Of<T, TCodec>(value.Value);

    /// <summary>A value as JSON.</summary>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The JSON.</returns>
    public static JsonElement? ToJson<T, TCodec>(T? value)
        where T : class
        where TCodec : IJsonCodec<T> => value is null ? null : WorkflowJson.From<T, TCodec>(value);

    /// <inheritdoc cref="ToJson{T, TCodec}(T)"/>
    public static JsonElement? ToJson<T, TCodec>(T? value)
        where T : struct
        where TCodec : IJsonCodec<T> => value is null ? null : WorkflowJson.From<T, TCodec>(value.Value);

    /// <summary>A text as what a place wants: the text itself in JSON's form, else the text as JSON.</summary>
    /// <param name="text">The text.</param>
    /// <typeparam name="T">The type that is wanted.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="FormatException">The text is no such value.</exception>
    [return: NotNullIfNotNull(nameof(text))]
    public static T? FromText<T, TCodec>(string? text)
        where T : class
        where TCodec : IJsonCodec<T> => text is null ? null : Parse<T, TCodec>(text);

    /// <inheritdoc cref="FromText{T, TCodec}(string)"/>
    public static T? FromTextValue<T, TCodec>(string? text)
        where T : struct
        where TCodec : IJsonCodec<T> => text is null ? null : Parse<T, TCodec>(text);

    /// <summary>A number as another type.</summary>
    /// <param name="value">The number.</param>
    /// <typeparam name="TFrom">Its type.</typeparam>
    /// <typeparam name="TTo">The type that is wanted.</typeparam>
    /// <returns>The number; of a fraction as near as the type comes.</returns>
    /// <exception cref="FormatException">The type has no such number.</exception>
    public static TTo ToNumber<TFrom, TTo>(TFrom value)
        where TFrom : struct, INumber<TFrom>
        where TTo : struct, INumber<TTo>
    {
        try
        {
            var number = TTo.CreateChecked(value);
            // A half of an integer's type is nothing.
            var isFound = TTo.IsZero(TTo.One / (TTo.One + TTo.One)) ? TFrom.IsInteger(value) : TTo.IsFinite(number);
            return isFound ? number : throw new OverflowException();
        }
        catch (OverflowException exception)
        {
            throw new WorkflowConversionException($"A number cannot be read as {typeof(TTo).Name}.", exception);
        }
    }

    /// <inheritdoc cref="ToNumber{TFrom, TTo}(TFrom)"/>
    public static TTo? ToNumber<TFrom, TTo>(TFrom? value)
        where TFrom : struct, INumber<TFrom>
        where TTo : struct, INumber<TTo> => value is null ? null : ToNumber<TFrom, TTo>(value.Value);

    /// <summary>A text as the bytes of a body or file.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its UTF-8.</returns>
    [return: NotNullIfNotNull(nameof(text))]
    public static BinaryContent? ToBinary(string? text) => text is null ? null : BinaryContent.FromBytes(Encoding.UTF8.GetBytes(text));

    /// <summary>A text as a list: a JSON array, else elements with commas between them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isText">Whether JSON has the elements as strings.</param>
    /// <typeparam name="T">The list's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The list; empty for an empty text.</returns>
    /// <exception cref="FormatException">The text is no such list.</exception>
    [return: NotNullIfNotNull(nameof(text))]
    public static T? FromList<T, TCodec>(string? text, bool isText)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        if (text is null || text.AsSpan().TrimStart().StartsWith('['))
        {
            return text is null ? null : Parse<T, TCodec>(text);
        }
        var items = text.Length == 0 ? [] : text.Split(',', StringSplitOptions.TrimEntries);
        var json = $"[{string.Join(',', isText ? items.Select(static item => $"\"{JsonEncodedText.Encode(item)}\"") : items)}]";
        try
        {
            return Decode<T, TCodec>(Encoding.UTF8.GetBytes(json));
        }
        catch (JsonException exception)
        {
            throw new WorkflowConversionException("A text cannot be read as a list.", exception);
        }
    }

    /// <summary>JSON as what a place wants.</summary>
    /// <param name="json">The JSON.</param>
    /// <typeparam name="T">The type that is wanted.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The value; null for JSON's null.</returns>
    /// <exception cref="FormatException">The JSON is no such value.</exception>
    public static T? FromJson<T, TCodec>(JsonElement? json)
        where T : class
        where TCodec : IJsonCodec<T> => IsNull(json) ? null : Read<T, TCodec>(json.Value);

    /// <inheritdoc cref="FromJson{T, TCodec}(JsonElement?)"/>
    public static T? FromJsonValue<T, TCodec>(JsonElement? json)
        where T : struct
        where TCodec : IJsonCodec<T> => IsNull(json) ? null : Read<T, TCodec>(json.Value);

    /// <summary>A value that is left out when it is missing.</summary>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The value, or nothing.</returns>
    public static Optional<T?> UnlessNull<T>(T? value) => value is null ? default : new Optional<T?>(value);

    private static bool IsNull([NotNullWhen(false)] JsonElement? json) => json is null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined };

    /// <summary>JSON as what a place wants.</summary>
    /// <param name="json">The JSON.</param>
    /// <typeparam name="T">The type that is wanted.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="FormatException">The JSON is no such value.</exception>
    public static T Read<T, TCodec>(JsonElement json)
        where TCodec : IJsonCodec<T>
    {
        try
        {
            return Decode<T, TCodec>(JsonMarshal.GetRawUtf8Value(json));
        }
        catch (JsonException) when (json.ValueKind == JsonValueKind.String)
        {
            return Parse<T, TCodec>(json.GetString()!);
        }
        catch (JsonException exception)
        {
            throw new WorkflowConversionException($"The JSON cannot be read as {typeof(T).Name}.", exception);
        }
    }

    /// <summary>A text as what a place wants: the text itself in JSON's form, else the text as JSON.</summary>
    /// <param name="text">The text, which is in no message: it may be a secret.</param>
    /// <typeparam name="T">The type that is wanted.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="FormatException">The text is no such value.</exception>
    public static T Parse<T, TCodec>(string text)
        where TCodec : IJsonCodec<T>
    {
        try
        {
            return Decode<T, TCodec>(JsonMarshal.GetRawUtf8Value(WorkflowJson.From<string, StringCodec>(text)));
        }
        catch (JsonException)
        {
            try
            {
                return Decode<T, TCodec>(Encoding.UTF8.GetBytes(text));
            }
            catch (JsonException exception)
            {
                throw new WorkflowConversionException($"A text cannot be read as {typeof(T).Name}.", exception);
            }
        }
    }

    private static T Decode<T, TCodec>(ReadOnlySpan<byte> json)
        where TCodec : IJsonCodec<T>
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return TCodec.ReadJson(ref reader);
    }
}
