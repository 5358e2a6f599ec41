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

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, decimal value) => json.WriteNumberValue(value);
}
