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
        JsonDepth.Check(ref json);
    }

    /// <summary>Reads a value.</summary>
    /// <param name="json">The reader, on the value's first token.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public static T Read<T>(this ref Utf8JsonReader json)
        where T : IJsonCodec<T> => T.ReadJson(ref json);

    /// <summary>Reads a value.</summary>
    /// <param name="json">The reader, on the value's first token.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public static T Read<T, TCodec>(this ref Utf8JsonReader json)
        where TCodec : IJsonCodec<T> => TCodec.ReadJson(ref json);

    /// <summary>Reads an object of exactly this class, none that is derived from it.</summary>
    /// <param name="json">The reader, on the start of the object.</param>
    /// <typeparam name="T">The class.</typeparam>
    /// <returns>The object.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public static T ReadObject<T>(this ref Utf8JsonReader json)
        where T : class, IJsonObject<T>
    {
        var value = T.New();
        var members = new ObjectMembers<Reading>(ref json, value);
        T.Members(value, ref members);
        return value;
    }
}
