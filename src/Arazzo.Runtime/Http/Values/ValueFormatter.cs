using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Writes values as paths, queries, headers and cookies have them: invariant, and as they would stand in JSON. No value is boxed.</summary>
internal static class ValueFormatter
{
    /// <summary>Enough for every number, date, duration and identifier.</summary>
    public const int ScratchLength = 128;

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    /// <summary>The value as text, in <paramref name="scratch"/> when it fits there.</summary>
    public static ReadOnlySpan<char> Format<T>(T value, Span<char> scratch)
    {
        if (value is bool flag)
        {
            return flag ? "true" : "false";
        }
        if (value is string text)
        {
            return text;
        }
        int written;
        if (value is DateTimeOffset time)
        {
            // RFC 3339, section 5.6: UTC is Z.
            return time.Offset == TimeSpan.Zero
                ? time.UtcDateTime.TryFormat(scratch, out written, "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", Invariant) ? scratch[..written] : default
                : time.TryFormat(scratch, out written, "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", Invariant) ? scratch[..written] : default;
        }
        if (value is DateOnly date)
        {
            return date.TryFormat(scratch, out written, "O", Invariant) ? scratch[..written] : default;
        }
        if (value is TimeOnly clock)
        {
            return clock.TryFormat(scratch, out written, "HH:mm:ss.FFFFFFF", Invariant) ? scratch[..written] : default;
        }
        if (value is Duration duration)
        {
            return duration.ToString();
        }
        if (value is TimeSpan span)
        {
            return XmlConvert.ToString(span);
        }
        // Asked in this form, the compiler calls a struct's own method and makes no object of it.
        if (value is ISpanFormattable and not (Uri or DateTime))
        {
            return ((ISpanFormattable)value).TryFormat(scratch, out written, default, Invariant) ? scratch[..written] : ((ISpanFormattable)value).ToString(null, Invariant);
        }
        return ReferenceText(value);
    }

    /// <summary>The value as text.</summary>
    public static string ToText<T>(T value) => value is string text ? text : NewText(value);

    private static string NewText<T>(T value) => Format(value, stackalloc char[ScratchLength]).ToString();

    private static string ReferenceText<T>(T value) => value switch
    {
        null => "",
        Uri uri => uri.OriginalString,
        byte[] bytes => Convert.ToBase64String(bytes),
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString()!,
        JsonElement json => json.GetRawText(),
        DateTime time => time.ToString(time.Kind == DateTimeKind.Unspecified ? "yyyy-MM-ddTHH:mm:ss.FFFFFFF" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", Invariant),
        IFormattable formattable => formattable.ToString(null, Invariant),
        _ => value.ToString() ?? "",
    };
}
