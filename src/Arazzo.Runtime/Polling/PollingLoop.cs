namespace Arazzo.Runtime;

/// <summary>One polling loop of a run: it lives while its action leads back, round after round.</summary>
internal sealed class PollingLoop(string step, string action, PollingOptions options, TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private double _delay = options.FirstDelay.TotalMilliseconds;

    public string Step { get; } = step;

    public string Action { get; } = action;

    /// <summary>How many rounds have been waited for.</summary>
    public int Count { get; private set; }

    public TimeSpan Elapsed => time.GetElapsedTime(_started);

    /// <summary>The wait before the next round; null when the loop's time is up or would be before the server wants to be asked again.</summary>
    public TimeSpan? Next(TimeSpan? retryAfter)
    {
        var remaining = options.TotalTimeout - Elapsed;
        var computed = Math.Min(_delay, options.MaximumDelay.TotalMilliseconds);
        _delay = Math.Min(_delay * options.Factor, options.MaximumDelay.TotalMilliseconds);
        if (remaining <= TimeSpan.Zero || retryAfter > remaining)
        {
            return null;
        }
        Count++;
        // A last look at the deadline is worth more than none.
        var delay = retryAfter ?? TimeSpan.FromMilliseconds(computed * (1 + (options.Jitter * ((2 * options.Random.NextDouble()) - 1))));
        return delay < remaining ? delay : remaining;
    }
}
