namespace Arazzo.Runtime.CompilerServices;

/// <summary>When the time is up that a step gives to the workflow that it calls.</summary>
/// <param name="step">The calling step.</param>
/// <param name="limit">Its timeout.</param>
/// <param name="time">The clock.</param>
internal sealed class CallDeadline(string step, TimeSpan limit, TimeProvider time)
{
    private readonly long _begin = time.GetTimestamp();

    public string Step => step;

    public TimeSpan Remaining => limit - time.GetElapsedTime(_begin);

    public static CallDeadline Earlier(CallDeadline? one, CallDeadline other) => one is not null && one.Remaining < other.Remaining ? one : other;

    public override string ToString() => FormattableString.Invariant($"the {limit.TotalMilliseconds:0} ms are over that the calling step '{step}' allows");
}
