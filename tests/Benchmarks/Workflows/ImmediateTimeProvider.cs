namespace Benchmarks.Workflows;

/// <summary>A clock on which every wait is over as soon as it begins.</summary>
internal sealed class ImmediateTimeProvider : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        callback(state);
        return Timer.Instance;
    }

    private sealed class Timer : ITimer
    {
        public static Timer Instance { get; } = new();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
