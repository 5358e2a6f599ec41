using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>JSON numbers as <see cref="long"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Int64Codec : IJsonCodec<long>
{
    /// <inheritdoc/>
    public static long ReadJson(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Number && (json.TryGetInt64(out var value) || WholeNumber.TryGet(ref json, out value)) ? value : throw JsonUnexpected.Value(ref json, "a 64-bit integer");

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, long value) => json.WriteNumberValue(value);
}
