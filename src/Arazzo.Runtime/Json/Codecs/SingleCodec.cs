using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>JSON numbers as <see cref="float"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SingleCodec : IJsonCodec<float>
{
    /// <inheritdoc/>
    public static float ReadJson(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Number && json.TryGetSingle(out var value) && float.IsFinite(value) ? value : throw JsonUnexpected.Value(ref json, "a number");

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, float value) => json.WriteNumberValue(value);
}
