using Microsoft.Extensions.Time.Testing;

namespace TikTok.ContentPosting.Tests.Harness;

/// <summary>A clock that jumps to the end of every wait as soon as somebody begins it, so that hours of polling take no time. The limits of attempts stay limits.</summary>
internal sealed class JumpingTimeProvider() : FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero))
{
    private static readonly TimeSpan ShortestLimit = new ApiClientOptions().Timeout;
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _waits = [];

    /// <summary>How long was waited, each time.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
            {
                return [.. _waits];
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime >= TimeSpan.Zero && dueTime < ShortestLimit)
        {
            lock (_lock)
            {
                _waits.Add(dueTime);
            }
            // Not at once: whoever begins the wait does not have its timer yet.
            ThreadPool.UnsafeQueueUserWorkItem(static wait => wait.Time.Advance(wait.DueTime), (Time: this, DueTime: dueTime), preferLocal: false);
        }
        return timer;
    }
}
