namespace Arazzo.Runtime;

/// <summary>One polling loop of a run: it lives while its action leads back, round after round, and in checkpoints between them.</summary>
/// <param name="step">The step that leads back.</param>
/// <param name="action">Its action.</param>
/// <param name="options">How it waits.</param>
/// <param name="time">The clock.</param>
/// <param name="rounds">How many rounds it has waited for before, in a run that is resumed.</param>
/// <param name="elapsed">How long it has taken before.</param>
internal sealed class PollingLoop(string step, string action, PollingOptions options, TimeProvider time, int rounds = 0, TimeSpan elapsed = default)
{
    private readonly long _started = time.GetTimestamp() - (long)(elapsed.TotalSeconds * time.TimestampFrequency);
    private double _delay = Delay(options, rounds);

    public string Step { get; } = step;

    public string Action { get; } = action;

    /// <summary>How many rounds have been waited for.</summary>
    public int Count { get; private set; } = rounds;

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

    /// <summary>The wait after so many rounds, in milliseconds. None grows to none, though the factor's power may be beyond all numbers.</summary>
    private static double Delay(PollingOptions options, int rounds) => rounds == 0 || options.FirstDelay == TimeSpan.Zero
        ? options.FirstDelay.TotalMilliseconds
        : Math.Min(options.FirstDelay.TotalMilliseconds * Math.Pow(options.Factor, rounds), options.MaximumDelay.TotalMilliseconds);
}
