using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>JSON numbers as <see cref="double"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DoubleCodec : IJsonCodec<double>
{
    /// <inheritdoc/>
    public static double ReadJson(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Number && json.TryGetDouble(out var value) && double.IsFinite(value) ? value : throw JsonUnexpected.Value(ref json, "a number");

    /// <summary>Reads a value that JSON may give as <c>null</c>.</summary>
    /// <param name="json">The reader.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public static double? ReadOrNull(ref Utf8JsonReader json) => json.TokenType == JsonTokenType.Null ? null : ReadJson(ref json);

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, double value) => json.WriteNumberValue(value);
}
