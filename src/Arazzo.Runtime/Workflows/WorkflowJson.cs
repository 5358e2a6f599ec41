using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>JSON of which the document does not say the type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WorkflowJson
{
    // What answers may have, and something around it.
    private const int MaxDepth = 256;

    /// <summary>What a JSON Pointer (RFC 6901) points to.</summary>
    /// <param name="json">The document.</param>
    /// <param name="tokens">The pointer's reference tokens, unescaped.</param>
    /// <returns>The value; null when there is none.</returns>
    public static JsonElement? At(this JsonElement json, params ReadOnlySpan<string> tokens)
    {
        foreach (var token in tokens)
        {
            if (json.ValueKind == JsonValueKind.Object)
            {
                if (!json.TryGetProperty(token, out json))
                {
                    return null;
                }
            }
            else if (json.ValueKind == JsonValueKind.Array && IsIndex(token, out var index) && index < json.GetArrayLength())
            {
                json = json[index];
            }
            else
            {
                return null;
            }
        }
        return json.ValueKind == JsonValueKind.Undefined ? null : json;
    }

    /// <summary>An element of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="index">Counted from 0.</param>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <returns>The element; null when there is none.</returns>
    public static T? At<T>(this IReadOnlyList<T>? list, int index)
        where T : class? => list is not null && index < list.Count ? list[index] : null;

    /// <inheritdoc cref="At{T}(IReadOnlyList{T}, int)"/>
    public static T? AtValue<T>(this IReadOnlyList<T>? list, int index)
        where T : struct => list is not null && index < list.Count ? list[index] : null;

    /// <inheritdoc cref="At{T}(IReadOnlyList{T}, int)"/>
    public static T? AtValue<T>(this IReadOnlyList<T?>? list, int index)
        where T : struct => list is not null && index < list.Count ? list[index] : null;

    /// <summary>A value of a map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="key">The key.</param>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <returns>The value; null when there is none.</returns>
    public static T? At<T>(this IReadOnlyDictionary<string, T>? map, string key)
        where T : class? => map is not null && map.TryGetValue(key, out var value) ? value : null;

    /// <inheritdoc cref="At{T}(IReadOnlyDictionary{string, T}, string)"/>
    public static T? AtValue<T>(this IReadOnlyDictionary<string, T>? map, string key)
        where T : struct => map is not null && map.TryGetValue(key, out var value) ? value : null;

    /// <inheritdoc cref="At{T}(IReadOnlyDictionary{string, T}, string)"/>
    public static T? AtValue<T>(this IReadOnlyDictionary<string, T?>? map, string key)
        where T : struct => map is not null && map.TryGetValue(key, out var value) ? value : null;

    /// <summary>The number of elements of an array.</summary>
    /// <param name="list">The array.</param>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <returns>The number; null when there is no array.</returns>
    public static int? Length<T>(IReadOnlyList<T>? list) => list?.Count;

    /// <summary>The number of characters of a string.</summary>
    /// <param name="text">The string.</param>
    /// <returns>The number; null when there is no string.</returns>
    public static int? Length(string? text) => text?.Length;

    /// <summary>The number of elements or characters; of an object its property <c>length</c>.</summary>
    /// <param name="json">The value.</param>
    /// <returns>The number; null when there is none.</returns>
    public static int? Length(JsonElement? json) => json?.ValueKind switch
    {
        JsonValueKind.Array => json.Value.GetArrayLength(),
        JsonValueKind.String => json.Value.GetString()!.Length,
        JsonValueKind.Object when json.Value.At("length") is { ValueKind: JsonValueKind.Number } length && length.TryGetInt32(out var number) => number,
        _ => null,
    };

    /// <summary>Makes an object.</summary>
    /// <param name="properties">Names and values; what is missing is left out.</param>
    /// <returns>The object.</returns>
    public static JsonElement Object(params ReadOnlySpan<(string Name, JsonElement? Value)> properties)
    {
        var json = new JsonOutput();
        json.WriteStartObject();
        foreach (var (name, value) in properties)
        {
            if (value is { ValueKind: not JsonValueKind.Undefined } present)
            {
                json.WritePropertyName(name);
                json.WriteElement(present);
            }
        }
        json.WriteEndObject();
        return Parse(json.Written);
    }

    /// <summary>Makes an array.</summary>
    /// <param name="items">The elements; what is missing is null.</param>
    /// <returns>The array.</returns>
    public static JsonElement Array(params ReadOnlySpan<JsonElement?> items)
    {
        var json = new JsonOutput();
        json.WriteStartArray();
        foreach (var item in items)
        {
            AnyCodec.WriteJson(json, item.GetValueOrDefault());
        }
        json.WriteEndArray();
        return Parse(json.Written);
    }

    internal static JsonElement Array(IEnumerable<JsonElement> items)
    {
        var json = new JsonOutput();
        json.WriteStartArray();
        foreach (var item in items)
        {
            json.WriteElement(item);
        }
        json.WriteEndArray();
        return Parse(json.Written);
    }

    /// <summary>A value as JSON.</summary>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The JSON.</returns>
    public static JsonElement From<T, TCodec>(T value)
        where TCodec : IJsonCodec<T>
    {
        var json = new JsonOutput();
        TCodec.WriteJson(json, value);
        return Parse(json.Written);
    }

    /// <summary>JSON from text that the generator has checked.</summary>
    /// <param name="utf8Json">The text.</param>
    /// <returns>The JSON.</returns>
    public static JsonElement Parse(ReadOnlySpan<byte> utf8Json)
    {
        var reader = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = MaxDepth });
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>JSON from text that was put together.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The JSON.</returns>
    /// <exception cref="FormatException">The text is no JSON.</exception>
    public static JsonElement Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            // The text is not in the message: it may have a secret in it.
            throw new WorkflowConversionException("The text of a payload is no JSON.", exception);
        }
    }

    /// <summary>What stands outside of the quotes of a text that says JSON: one value, so that it cannot close what it stands in.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The same text.</returns>
    /// <exception cref="FormatException">The text is no JSON value.</exception>
    public static string Value(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return json;
        }
        catch (JsonException exception)
        {
            throw new WorkflowConversionException("What is embedded in the text of a payload outside of quotes is no JSON value; the document can put it inside quotes.", exception);
        }
    }

    // RFC 6901 §4: digits without a leading zero.
    private static bool IsIndex(string token, out int index) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out index) && (token.Length == 1 || token[0] != '0');
}
