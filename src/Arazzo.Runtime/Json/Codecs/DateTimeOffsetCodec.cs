using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>
/// RFC 3339 <c>date-time</c> strings. Read as well, for servers write them: a space instead of the T, no seconds, no colon in the offset, a date alone; and what names no
/// zone is UTC, whatever the machine's zone is.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateTimeOffsetCodec : IJsonCodec<DateTimeOffset>
{
    // A date and a time with minutes, and the shortest zone.
    private const int ShortestWithZone = 17;
    private const int LengthOfOffset = 6;
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFF zzz",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd' 'HH:mmK", "yyyy-MM-dd",
    ];

    /// <inheritdoc/>
    public static DateTimeOffset ReadJson(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.String && ((HasZone(ref json) && json.TryGetDateTimeOffset(out var value)) || TryParse(json.GetString()!, out value)))
        {
            return value;
        }
        throw JsonUnexpected.Value(ref json, "a date and time (RFC 3339)");
    }

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, DateTimeOffset value) => json.WriteStringValue(value);

    // Without one the reader would take the machine's.
    private static bool HasZone(ref Utf8JsonReader json)
    {
        var text = json.ValueSpan;
        return !json.HasValueSequence && text.Length >= ShortestWithZone && (text[^1] == 'Z' || text[^LengthOfOffset] is (byte)'+' or (byte)'-');
    }

    private static bool TryParse(string text, out DateTimeOffset value) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
}
