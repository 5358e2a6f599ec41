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

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, TimeOnly value) => json.WriteStringValue(value, "HH:mm:ss.FFFFFFF");
}
