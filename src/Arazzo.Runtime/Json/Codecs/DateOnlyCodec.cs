using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>RFC 3339 <c>full-date</c> strings.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateOnlyCodec : IJsonCodec<DateOnly>
{
    /// <inheritdoc/>
    public static DateOnly ReadJson(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String && DateOnly.TryParseExact(json.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : throw JsonUnexpected.Value(ref json, "a date (yyyy-MM-dd)");

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, DateOnly value) => json.WriteStringValue(value, "yyyy-MM-dd");
}
