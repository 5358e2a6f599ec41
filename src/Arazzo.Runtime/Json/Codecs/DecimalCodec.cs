using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>JSON numbers as <see cref="decimal"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DecimalCodec : IJsonCodec<decimal>
{
    /// <inheritdoc/>
    public static decimal ReadJson(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Number && json.TryGetDecimal(out var value) ? value : throw JsonUnexpected.Value(ref json, "a decimal number");

    /// <summary>Reads a value that JSON may give as <c>null</c>.</summary>
    /// <param name="json">The reader.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public static decimal? ReadOrNull(ref Utf8JsonReader json) => json.TokenType == JsonTokenType.Null ? null : ReadJson(ref json);

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, decimal value) => json.WriteNumberValue(value);
}
