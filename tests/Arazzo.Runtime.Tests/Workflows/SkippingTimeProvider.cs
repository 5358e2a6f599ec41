using Microsoft.Extensions.Time.Testing;

namespace Arazzo.Runtime.Tests.Workflows;

/// <summary>A clock that jumps to the end of every wait as soon as somebody waits, and keeps what they waited.</summary>
internal sealed class SkippingTimeProvider : FakeTimeProvider
{
    public List<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
        {
            Waits.Add(dueTime);
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }
        return timer;
    }
}
