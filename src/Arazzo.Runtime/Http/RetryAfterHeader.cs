using System.Globalization;
using System.Net.Http.Headers;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Reads <c>Retry-After</c> (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfterHeader
{
    /// <summary>The time to wait, from seconds or from a date; never negative, and null when the header is not there or makes no sense.</summary>
    public static TimeSpan? Read(HttpResponseMessage answer, TimeProvider timeProvider)
    {
        if (!answer.Headers.NonValidated.TryGetValues("Retry-After", out var values))
        {
            return null;
        }
        var text = values.ToString();
        // Fractions are not standard, and are sent all the same.
        if (decimal.TryParse(text.AsSpan().Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds((double)Math.Min(seconds, int.MaxValue));
        }
        if (RetryConditionHeaderValue.TryParse(text, out var condition) && condition.Date is { } date)
        {
            var wait = date - timeProvider.GetUtcNow();
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
        return null;
    }
}
