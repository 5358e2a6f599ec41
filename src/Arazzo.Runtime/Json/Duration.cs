using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime;

/// <summary>
/// A duration of ISO 8601, such as <c>P1Y2M3DT4H</c>: some months, and some time. It has no length, for months have none: a <see cref="TimeSpan"/> is a duration, but
/// not the other way round. The text that it was read from is kept.
/// </summary>
[JsonConverter(typeof(JsonCodecConverter<Duration>))]
public readonly struct Duration : IEquatable<Duration>, IParsable<Duration>, IJsonCodec<Duration>
{
    private const int MonthsOfYear = 12;
    private const int DaysOfWeek = 7;
    private readonly string? _text;

    /// <summary>Makes a duration.</summary>
    /// <param name="months">The months, 12 for each year.</param>
    /// <param name="time">The time beside them, of the same sign.</param>
    /// <exception cref="ArgumentException">One is negative and the other is not.</exception>
    public Duration(int months, TimeSpan time)
        : this(months, time, null)
    {
        if ((long)Math.Sign(months) * Math.Sign(time.Ticks) < 0)
        {
            throw new ArgumentException("Months and time of a duration have the same sign.", nameof(time));
        }
    }

    private Duration(int months, TimeSpan time, string? text)
    {
        Months = months;
        Time = time;
        _text = text;
    }

    /// <summary>The months, 12 for each year.</summary>
    public int Months { get; }

    /// <summary>The time beside the <see cref="Months"/>: weeks (7 days), days (24 hours), hours, minutes and seconds.</summary>
    public TimeSpan Time { get; }

    /// <summary>A <see cref="TimeSpan"/> is a duration without months.</summary>
    /// <param name="time">The time.</param>
    public static implicit operator Duration(TimeSpan time) => new(0, time);

    /// <summary>A duration without months is a <see cref="TimeSpan"/>.</summary>
    /// <param name="duration">The duration.</param>
    /// <exception cref="InvalidOperationException">It has months.</exception>
    public static explicit operator TimeSpan(Duration duration) => duration.ToTimeSpan();

    /// <summary>Whether two durations are the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are: <c>PT60S</c> is <c>PT1M</c>.</returns>
    public static bool operator ==(Duration left, Duration right) => left.Equals(right);

    /// <summary>Whether two durations differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they do.</returns>
    public static bool operator !=(Duration left, Duration right) => !left.Equals(right);

    /// <summary>Reads a duration.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Has no influence.</param>
    /// <returns>The duration.</returns>
    /// <exception cref="FormatException">It is none of ISO 8601.</exception>
    public static Duration Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var result) ? result : throw new FormatException("The text is no duration of ISO 8601.");
    }

    /// <summary>Reads a duration, if the text is one.</summary>
    /// <param name="s">The text.</param>
    /// <param name="result">The duration.</param>
    /// <returns>Whether it is one of ISO 8601 whose months and time are in the range of <see cref="int"/> and <see cref="TimeSpan"/>.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, out Duration result)
    {
        result = default;
        if (s is null || !TryParse(s.AsSpan(), out var months, out var time))
        {
            return false;
        }
        result = new Duration(months, time, s);
        return true;
    }

    /// <inheritdoc/>
    static bool IParsable<Duration>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Duration result) => TryParse(s, out result);

    /// <summary>The duration as time.</summary>
    /// <returns>The time.</returns>
    /// <exception cref="InvalidOperationException">It has months.</exception>
    public TimeSpan ToTimeSpan() => Months == 0 ? Time : throw new InvalidOperationException("A duration with months has no length of its own: add it to a date.");

    /// <summary>The time at which the duration is over, by the calendar: a month after January 31 is February 28 or 29.</summary>
    /// <param name="start">When it starts.</param>
    /// <returns>When it ends.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No date is so far away.</exception>
    public DateTimeOffset After(DateTimeOffset start) => start.AddMonths(Months) + Time;

    /// <inheritdoc/>
    public bool Equals(Duration other) => Months == other.Months && Time == other.Time;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Duration other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Months, Time);

    /// <summary>The duration in ISO 8601: as it was read, or as short as it can be.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        if (_text is not null || Months == 0)
        {
            return _text ?? XmlConvert.ToString(Time);
        }
        var months = Math.Abs((long)Months);
        var (years, rest) = (months / MonthsOfYear, months % MonthsOfYear);
        var time = Time == TimeSpan.Zero ? "" : XmlConvert.ToString(Time).TrimStart('-')[1..];
        return string.Create(CultureInfo.InvariantCulture, $"{(Months < 0 ? "-" : "")}P{(years > 0 ? $"{years}Y" : "")}{(rest > 0 ? $"{rest}M" : "")}{time}");
    }

    /// <inheritdoc/>
    static Duration IJsonCodec<Duration>.ReadJson(ref Utf8JsonReader json) => DurationCodec.ReadJson(ref json);

    /// <inheritdoc/>
    static void IJsonCodec<Duration>.WriteJson(JsonOutput json, Duration value) => DurationCodec.WriteJson(json, value);

    // ISO 8601-1:2019, section 5.5.2, with weeks beside the rest and signs before numbers, as in ISO 8601-2.
    private static bool TryParse(ReadOnlySpan<char> text, out int months, out TimeSpan time)
    {
        (months, time) = (0, default);
        var sign = text is ['-', ..] ? -1 : 1;
        text = text is ['-' or '+', ..] ? text[1..] : text;
        if (text is not ['P', .. var date] || date.IsEmpty || date[^1] == 'T')
        {
            return false;
        }
        var at = date.IndexOf('T');
        var clock = at < 0 ? default : date[(at + 1)..];
        date = at < 0 ? date : date[..at];
        if (!(TryTake(ref date, 'Y', out var years) && TryTake(ref date, 'M', out var rest) && TryTake(ref date, 'W', out var weeks) && TryTake(ref date, 'D', out var days) && date.IsEmpty
            && TryTake(ref clock, 'H', out var hours) && TryTake(ref clock, 'M', out var minutes) && TryTake(ref clock, 'S', out var seconds) && clock.IsEmpty))
        {
            return false;
        }
        var allMonths = sign * ((years * MonthsOfYear) + rest);
        var ticks = sign * ((((weeks * DaysOfWeek) + days) * TimeSpan.TicksPerDay) + (hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute) + (seconds * TimeSpan.TicksPerSecond));
        if (allMonths is < int.MinValue or > int.MaxValue || allMonths != decimal.Truncate(allMonths) || ticks is < long.MinValue or > long.MaxValue)
        {
            return false;
        }
        (months, time) = ((int)allMonths, new TimeSpan((long)ticks));
        return true;
    }

    /// <summary>Takes the number before a letter off the text, or none when the letter is not there.</summary>
    private static bool TryTake(ref ReadOnlySpan<char> text, char letter, out decimal number)
    {
        // More seconds than any time has, and few enough for all sums.
        const decimal most = 1e12m;
        number = 0;
        if (text.IndexOf(letter) is not (>= 0 and var end))
        {
            return true;
        }
        var isNumber = decimal.TryParse(text[..end], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && number is >= -most and <= most;
        text = text[(end + 1)..];
        return isNumber;
    }
}
