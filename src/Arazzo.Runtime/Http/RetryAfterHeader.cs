using System.Globalization;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Reads <c>Retry-After</c> (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfterHeader
{
    /// <summary>The time to wait, from seconds or from a date; never negative, and null when the header is not there or makes no sense.</summary>
    public static TimeSpan? Read(ResponseHeaders headers, TimeProvider timeProvider)
    {
        if (!headers.TryGetValue("Retry-After", out var text))
        {
            return null;
        }
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var seconds))
        {
            // Fractions are not standard, and are sent all the same.
            return seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;
        }
        // The time zone of an HTTP date is GMT, whatever its form.
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var date))
        {
            var wait = date - timeProvider.GetUtcNow();
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
        return null;
    }
}
