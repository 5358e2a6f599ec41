namespace Arazzo.Runtime;

/// <summary>How a workflow waits between two looks at something that is not ready yet: a <c>goto</c> to the same or an earlier step.</summary>
/// <remarks>A server's <c>Retry-After</c> overrules the computed delay.</remarks>
public sealed class PollingOptions
{
    /// <summary>The wait before the second look. 2 seconds unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan FirstDelay
    {
        get;
        set => field = value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A delay is not negative.");
    } = TimeSpan.FromSeconds(2);

    /// <summary>What each wait is multiplied with to get the next. 1.5 unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public double Factor
    {
        get;
        set => field = value >= 1 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A factor is at least 1.");
    } = 1.5;

    /// <summary>The longest computed wait. 30 seconds unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan MaximumDelay
    {
        get;
        set => field = value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A delay is not negative.");
    } = TimeSpan.FromSeconds(30);

    /// <summary>The part of a wait, from 0 to 1, that chance adds or takes away, so that many runs do not poll in step. 0.2 unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 0 and 1.</exception>
    public double Jitter
    {
        get;
        set => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Jitter is between 0 and 1.");
    } = 0.2;

    /// <summary>
    /// How long one polling loop may take before the run ends in a <see cref="WorkflowTimeoutException"/>. 30 minutes unless set. A run that is resumed has what was left of it; the time
    /// during which it was stopped is not counted.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public TimeSpan TotalTimeout
    {
        get;
        set => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A timeout is positive.");
    } = TimeSpan.FromMinutes(30);

    /// <summary>The chance in <see cref="Jitter"/>; a seeded one makes the waits predictable. It must be safe to use from many runs at once.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public Random Random
    {
        get;
        set => field = value ?? throw new ArgumentNullException(nameof(value));
    } = Random.Shared;
}
