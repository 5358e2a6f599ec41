using Microsoft.Extensions.Time.Testing;

namespace Arazzo.Generator.Tests.Harness;

/// <summary>A clock that jumps to the end of every wait as soon as somebody begins it. The limits of attempts stay limits.</summary>
public sealed class JumpingTimeProvider() : FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero))
{
    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime >= TimeSpan.Zero)
        {
            // Not at once: whoever begins the wait does not have its timer yet.
            ThreadPool.UnsafeQueueUserWorkItem(static wait => wait.Time.Advance(wait.DueTime), (Time: this, DueTime: dueTime), preferLocal: false);
        }
        return timer;
    }
}
