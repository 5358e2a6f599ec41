namespace Arazzo.Runtime.CompilerServices;

/// <summary>The time that an attempt may take.</summary>
internal static class AttemptTimeout
{
    /// <summary>Refuses what no timer can wait for.</summary>
    public static TimeSpan Check(TimeSpan timeout)
    {
        if (timeout != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(timeout, TimeSpan.FromDays(24));
        }
        return timeout;
    }
}
