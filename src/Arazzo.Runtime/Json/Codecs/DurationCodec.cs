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

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, Duration value) => json.WriteStringValue(value.ToString());
}
