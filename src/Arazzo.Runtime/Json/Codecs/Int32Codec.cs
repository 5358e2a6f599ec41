using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>JSON numbers as <see cref="int"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Int32Codec : IJsonCodec<int>
{
    /// <inheritdoc/>
    public static int ReadJson(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Number && (json.TryGetInt32(out var value) || WholeNumber.TryGet(ref json, out value)) ? value : throw JsonUnexpected.Value(ref json, "a 32-bit integer");

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, int value) => json.WriteNumberValue(value);
}
