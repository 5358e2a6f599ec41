using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>JSON numbers as <see cref="ulong"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UInt64Codec : IJsonCodec<ulong>
{
    /// <inheritdoc/>
    public static ulong ReadJson(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Number && (json.TryGetUInt64(out var value) || WholeNumber.TryGet(ref json, out value)) ? value : throw JsonUnexpected.Value(ref json, "an unsigned 64-bit integer");

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, ulong value) => json.WriteNumberValue(value);
}
