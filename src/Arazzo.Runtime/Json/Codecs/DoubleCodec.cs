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

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, double value) => json.WriteNumberValue(value);
}
