using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>The steps of a generated reader.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonReaderExtensions
{
    /// <summary>Checks that the reader stands on the start of an object.</summary>
    /// <param name="json">The reader.</param>
    /// <exception cref="JsonException">It stands on something else.</exception>
    public static void StartObject(this ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw JsonUnexpected.Value(ref json, "an object");
        }
    }

    /// <summary>Moves to the next property's name.</summary>
    /// <param name="json">The reader, on the start of the object or on the last token of the value before.</param>
    /// <returns>False at the end of the object.</returns>
    public static bool NextProperty(this ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.PropertyName;

    /// <summary>Compares the property's name and, when it is the one, moves to its value.</summary>
    /// <param name="json">The reader, on a property's name.</param>
    /// <param name="name">The name in UTF-8.</param>
    /// <returns>Whether the reader now stands on the value.</returns>
    public static bool Is(this ref Utf8JsonReader json, ReadOnlySpan<byte> name) => json.ValueTextEquals(name) && json.Read();

    /// <summary>Passes over the property's value, whatever it is.</summary>
    /// <param name="json">The reader, on a property's name.</param>
    public static void SkipValue(this ref Utf8JsonReader json) => json.Skip();

    /// <summary>Reads a value.</summary>
    /// <param name="json">The reader, on the value's first token.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public static T Read<T, TCodec>(this ref Utf8JsonReader json)
        where TCodec : IJsonCodec<T> => TCodec.Read(ref json);

    /// <summary>Reads a value or null.</summary>
    /// <param name="json">The reader, on the value's first token.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The value, or null for JSON's <c>null</c>.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public static T? ReadOrNull<T, TCodec>(this ref Utf8JsonReader json)
        where T : class
        where TCodec : IJsonCodec<T> => json.TokenType == JsonTokenType.Null ? null : TCodec.Read(ref json);

    /// <summary>Reads a struct or null.</summary>
    /// <param name="json">The reader, on the value's first token.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The value, or null for JSON's <c>null</c>.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public static T? ReadValueOrNull<T, TCodec>(this ref Utf8JsonReader json)
        where T : struct
        where TCodec : IJsonCodec<T> => json.TokenType == JsonTokenType.Null ? null : TCodec.Read(ref json);

    /// <summary>The exception for a required property that is not there.</summary>
    /// <param name="type">The schema's C# name.</param>
    /// <param name="property">The property's name in JSON.</param>
    /// <returns>The exception to throw.</returns>
    public static JsonException Missing(string type, string property) =>
        new($"The required property '{property}' of {type} is missing.");

    /// <summary>Reads a property that the document does not name, and keeps it as it is.</summary>
    /// <param name="json">The reader, on the property's name.</param>
    /// <param name="properties">Where to keep it; made when it is the first.</param>
    public static void ReadAdditional(this ref Utf8JsonReader json, ref Dictionary<string, JsonElement>? properties) =>
        json.ReadAdditional<JsonElement, AnyCodec>(ref properties);

    /// <summary>Reads a property that the document does not name, and keeps it.</summary>
    /// <param name="json">The reader, on the property's name.</param>
    /// <param name="properties">Where to keep it; made when it is the first.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public static void ReadAdditional<T, TCodec>(this ref Utf8JsonReader json, ref Dictionary<string, T>? properties)
        where TCodec : IJsonCodec<T>
    {
        var name = json.GetString()!;
        json.Read();
        properties ??= new Dictionary<string, T>(StringComparer.Ordinal);
        properties[name] = TCodec.Read(ref json);
    }
}
