namespace Arazzo.Runtime;

/// <summary>
/// When a failed call is tried again. Only operations that are safe to repeat are (GET, PUT, DELETE and those that the API's description marks so),
/// after a lost connection, a timeout, 408, 429 or a 5xx; any operation is when its request provably did not reach the server.
/// </summary>
public sealed class ResilienceOptions
{
    /// <summary>Whether failed calls are tried again; switch it off when the given <see cref="HttpClient"/> has a resilience handler of its own. True by default.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How often a call is tried again after its first attempt. 3 by default; 0 is as good as <see cref="Enabled"/> = false.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxRetries
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 3;

    /// <summary>The wait before the first retry, about doubled for each that follows, with jitter. Half a second by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or longer than a day.</exception>
    public TimeSpan BaseDelay
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(1));
            field = value;
        }
    } = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// The longest wait between attempts. When the server asks for a longer one (<c>Retry-After</c>), the call is not tried again: its failure says how
    /// long to wait (<see cref="ApiException.RetryAfter"/>). 30 seconds by default.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than a day.</exception>
    public TimeSpan MaxDelay
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(1));
            field = value;
        }
    } = TimeSpan.FromSeconds(30);

    internal ResilienceOptions Clone() => (ResilienceOptions)MemberwiseClone();
}
