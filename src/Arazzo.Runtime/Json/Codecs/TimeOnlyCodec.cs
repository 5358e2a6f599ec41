using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>RFC 3339 <c>partial-time</c> strings.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeOnlyCodec : IJsonCodec<TimeOnly>
{
    /// <inheritdoc/>
    public static TimeOnly ReadJson(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String && TimeOnly.TryParse(json.GetString(), CultureInfo.InvariantCulture, out var value) ? value : throw JsonUnexpected.Value(ref json, "a time (HH:mm:ss)");

    /// <summary>Reads a value that JSON may give as <c>null</c>.</summary>
    /// <param name="json">The reader.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    public static TimeOnly? ReadOrNull(ref Utf8JsonReader json) => json.TokenType == JsonTokenType.Null ? null : ReadJson(ref json);

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, TimeOnly value) => json.WriteStringValue(value, "HH:mm:ss.FFFFFFF");
}
