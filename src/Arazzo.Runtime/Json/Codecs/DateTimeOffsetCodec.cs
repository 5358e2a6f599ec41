using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>RFC 3339 <c>date-time</c> strings.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeOffsetCodec : IJsonCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public static DateTimeOffset ReadJson(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String && json.TryGetDateTimeOffset(out var value) ? value : throw JsonUnexpected.Value(ref json, "a date and time (RFC 3339)");

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter json, DateTimeOffset value) => json.WriteStringValue(value);
}
