using System.Globalization;
using System.Text.Json;

namespace Arazzo.Runtime.Tests.Json;

public class DurationTests
{
    [Theory]
    [InlineData("P1Y2M", 14, "00:00:00")]
    [InlineData("P1M", 1, "00:00:00")]
    [InlineData("PT1M", 0, "00:01:00")]
    [InlineData("P2W", 0, "14.00:00:00")]
    [InlineData("P1DT12H", 0, "1.12:00:00")]
    [InlineData("PT36H", 0, "1.12:00:00")]
    [InlineData("PT0.5S", 0, "00:00:00.5000000")]
    [InlineData("PT0.5H", 0, "00:30:00")]
    [InlineData("P0.5Y", 6, "00:00:00")]
    [InlineData("-P1Y1D", -12, "-1.00:00:00")]
    [InlineData("PT-6H+3M", 0, "-05:57:00")]
    [InlineData("PT0S", 0, "00:00:00")]
    [InlineData("PT0.123456789S", 0, "00:00:00.1234567")]
    public void Text__months_and_time_and_the_text_is_kept(string text, int months, string time)
    {
        var duration = Duration.Parse(text);
        Assert.Equal((months, TimeSpan.Parse(time, CultureInfo.InvariantCulture)), (duration.Months, duration.Time));
        Assert.Equal(text, duration.ToString());
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(duration).Replace("\\u002B", "+", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("-")]
    [InlineData("1D")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("P1")]
    [InlineData("PD")]
    [InlineData("P1D2Y")]
    [InlineData("P1H")]
    [InlineData("PT1D")]
    [InlineData("P0.5M")]
    [InlineData("P1Y ")]
    [InlineData("P1e3D")]
    [InlineData("P99999999999D")]
    [InlineData("P99999999999Y")]
    [InlineData("P99999999999999999999999999999999D")]
    [InlineData("PT1H1H")]
    [InlineData("PT1H T1M")]
    public void Text_of_something_else__is_none(string text)
    {
        Assert.False(Duration.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Duration.Parse(text));
    }

    [Theory]
    [InlineData(0, "00:00:00", "PT0S")]
    [InlineData(14, "00:00:00", "P1Y2M")]
    [InlineData(12, "1.02:00:00", "P1Y1DT2H")]
    [InlineData(-1, "-01:00:00", "-P1MT1H")]
    [InlineData(0, "-00:01:30", "-PT1M30S")]
    [InlineData(int.MinValue, "00:00:00", "-P178956970Y8M")]
    public void Made_of_parts__text_that_is_read_as_the_same(int months, string time, string expected)
    {
        var duration = new Duration(months, TimeSpan.Parse(time, CultureInfo.InvariantCulture));
        Assert.Equal(expected, duration.ToString());
        Assert.Equal(duration, Duration.Parse(expected));
    }

    [Fact]
    public void Only_what_has_no_months__is_a_time()
    {
        Assert.Equal(TimeSpan.FromMinutes(1), (TimeSpan)Duration.Parse("PT60S"));
        Assert.True(Duration.Parse("PT60S") == TimeSpan.FromMinutes(1));
        Assert.True(Duration.Parse("P1M") != TimeSpan.FromDays(30));
        Assert.Throws<InvalidOperationException>(() => (TimeSpan)Duration.Parse("P1M"));
        Assert.Throws<ArgumentException>(() => new Duration(1, TimeSpan.FromDays(-1)));
    }

    [Fact]
    public void After__goes_by_the_calendar() =>
        Assert.Equal(new DateTimeOffset(2028, 2, 29, 1, 0, 0, TimeSpan.Zero), Duration.Parse("P1MT1H").After(new DateTimeOffset(2028, 1, 31, 0, 0, 0, TimeSpan.Zero)));
}
