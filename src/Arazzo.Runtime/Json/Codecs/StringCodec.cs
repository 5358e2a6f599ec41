using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>JSON strings.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StringCodec : IJsonCodec<string>
{
    /// <inheritdoc/>
    public static string ReadJson(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String ? json.GetString()! : throw JsonUnexpected.Value(ref json, "a string");

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, string value) => json.WriteStringValue(value);
}
