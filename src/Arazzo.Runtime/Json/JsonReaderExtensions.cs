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
        properties[name] = TCodec.ReadJson(ref json);
    }
}
