using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>ISO 8601 <c>duration</c> strings such as <c>PT1M30S</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DurationCodec : IJsonCodec<Duration>
{
    /// <inheritdoc/>
    public static Duration ReadJson(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String && Duration.TryParse(json.GetString(), out var value) ? value : throw JsonUnexpected.Value(ref json, "a duration (ISO 8601)");

    /// <summary>Reads a value that JSON may give as <c>null</c>.</summary>
    /// <param name="json">The reader.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public static Duration? ReadOrNull(ref Utf8JsonReader json) => json.TokenType == JsonTokenType.Null ? null : ReadJson(ref json);

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, Duration value) => json.WriteStringValue(value.ToString());
}
