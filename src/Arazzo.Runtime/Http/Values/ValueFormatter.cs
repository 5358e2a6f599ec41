using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Writes values as paths, queries, headers and cookies have them: invariant, and as they would stand in JSON.</summary>
internal static class ValueFormatter
{
    /// <summary>Enough for every number, date, duration and identifier.</summary>
    public const int ScratchLength = 128;

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    /// <summary>The value as text, in <paramref name="scratch"/> when it fits there.</summary>
    public static ReadOnlySpan<char> Format<T>(T value, Span<char> scratch)
    {
        switch (value)
        {
            case bool or DateTimeOffset or DateTime or TimeSpan or DateOnly or TimeOnly:
                return ToText(value);
            case ISpanFormattable formattable when formattable.TryFormat(scratch, out var written, default, Invariant):
                return scratch[..written];
            default:
                return ToText(value);
        }
    }

    /// <summary>The value as text; several are joined by commas (style <c>simple</c>, and <c>form</c> without explode).</summary>
    public static string ToText<T>(T value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => DateTimeText(time),
        DateTime time => time.ToString(time.Kind == DateTimeKind.Unspecified ? "yyyy-MM-ddTHH:mm:ss.FFFFFFF" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", Invariant),
        DateOnly date => date.ToString("O", Invariant),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", Invariant),
        TimeSpan duration => XmlConvert.ToString(duration),
        Uri uri => uri.OriginalString,
        byte[] bytes => Convert.ToBase64String(bytes),
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString()!,
        JsonElement json => json.GetRawText(),
        IFormattable formattable => formattable.ToString(null, Invariant),
        System.Collections.IEnumerable values => string.Join(',', values.Cast<object?>().Select(ToText)),
        _ => value.ToString() ?? "",
    };

    // RFC 3339, section 5.6: UTC is Z.
    private static string DateTimeText(DateTimeOffset time) => time.Offset == TimeSpan.Zero
        ? time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", Invariant)
        : time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", Invariant);
}
