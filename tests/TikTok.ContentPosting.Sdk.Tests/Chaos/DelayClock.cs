using Microsoft.Extensions.Time.Testing;

namespace TikTok.ContentPosting.Tests.Chaos;

/// <summary>A clock that stands still and says when somebody begins to wait for it.</summary>
/// <param name="longest">What is longer is a limit and no delay.</param>
/// <param name="delayed">Called with the clock and the delay, which ends when the clock is advanced, or by what it waits for.</param>
internal sealed class DelayClock(TimeSpan longest, Func<DelayClock, TimeSpan, Task> delayed) : FakeTimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= longest)
        {
            // Not at once: whoever begins the delay does not have its timer yet.
            _ = Task.Run(() => delayed(this, dueTime));
        }
        return timer;
    }
}
