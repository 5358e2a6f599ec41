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

    /// <summary>Reads a value that JSON may give as <c>null</c>.</summary>
    /// <param name="json">The reader.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public static float? ReadOrNull(ref Utf8JsonReader json) => json.TokenType == JsonTokenType.Null ? null : ReadJson(ref json);

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, float value) => json.WriteNumberValue(value);
}
