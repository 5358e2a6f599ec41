using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>JSON numbers as <see cref="ulong"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UInt64Codec : IJsonCodec<ulong>
{
    /// <inheritdoc/>
    public static ulong ReadJson(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Number && (json.TryGetUInt64(out var value) || TryGetWhole(ref json, out value)) ? value : throw JsonUnexpected.Value(ref json, "an unsigned 64-bit integer");

    /// <summary>Reads a value that JSON may give as <c>null</c>.</summary>
    /// <param name="json">The reader.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public static ulong? ReadOrNull(ref Utf8JsonReader json) => json.TokenType == JsonTokenType.Null ? null : ReadJson(ref json);

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, ulong value) => json.WriteNumberValue(value);

    // 1.0 and 1e3 are integers, too (JSON Schema, section 4.2.3 of the core).
    private static bool TryGetWhole(ref Utf8JsonReader json, out ulong value)
    {
        value = 0;
        if (!json.TryGetDecimal(out var number) || number != decimal.Truncate(number) || number is < ulong.MinValue or > ulong.MaxValue)
        {
            return false;
        }
        value = (ulong)number;
        return true;
    }
}
