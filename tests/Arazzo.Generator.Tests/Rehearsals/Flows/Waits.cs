using System.Globalization;
using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>Sees to it that a run waits as long as its document and the server say, before a retry and between two looks.</summary>
internal sealed class Waits
{
    /// <summary>The wait between two looks when the server does not say.</summary>
    public static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    private DateTimeOffset? _end;
    private bool _isExpected;

    /// <summary>A clock that stands still but for waits.</summary>
    public JumpingTimeProvider Clock { get; } = new();

    /// <summary>The same clock for the client, whose limits are no waits.</summary>
    public TimeProvider Watch => field ??= new WatchOnly(Clock);

    /// <summary>Notes how a step ended.</summary>
    /// <param name="outcome">How.</param>
    /// <param name="retryAfter">The server's <c>Retry-After</c>.</param>
    /// <param name="isLoop">Whether it goes back to itself.</param>
    public void Expect(Outcome outcome, string? retryAfter, bool isLoop)
    {
        _isExpected = outcome.Taken?.Type == "retry" || isLoop;
        var own = isLoop ? Poll : TimeSpan.FromSeconds(outcome.Taken?.Seconds ?? 0);
        _end = !_isExpected ? null
            : retryAfter is null ? Clock.GetUtcNow() + own
            : double.TryParse(retryAfter, CultureInfo.InvariantCulture, out var seconds) ? Clock.GetUtcNow() + TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.Parse(retryAfter, CultureInfo.InvariantCulture);
    }

    /// <summary>What is wrong with the time at which a step begins.</summary>
    public IEnumerable<string> Begin(string step)
    {
        if (_end is { } end && end != Clock.GetUtcNow())
        {
            yield return $"step '{step}' begins {(Clock.GetUtcNow() - end).TotalSeconds.ToString(CultureInfo.InvariantCulture)} s too late";
        }
        _end = null;
    }

    /// <summary>A <c>Retry-After</c> in one form or the other, or none.</summary>
    public string? RetryAfter(int form) => (form % 3) switch
    {
        0 => null,
        1 => "7",
        _ => (Clock.GetUtcNow() + TimeSpan.FromSeconds(9.5)).ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>Lets so much time pass that an attempt has none left.</summary>
    public void Expire(TimeSpan limit)
    {
        Clock.Advance(limit);
        ((WatchOnly)Watch).Expire(limit);
    }

    private sealed class WatchOnly(TimeProvider clock) : TimeProvider
    {
        private readonly List<Limit> _limits = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var limit = new Limit(callback, state) { Due = dueTime };
            _limits.Add(limit);
            return limit;
        }

        public void Expire(TimeSpan passed)
        {
            foreach (var limit in _limits.Where(limit => limit.Due >= TimeSpan.Zero && limit.Due <= passed).ToList())
            {
                limit.Expire();
            }
        }

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override long GetTimestamp() => clock.GetTimestamp();
    }

    private sealed class Limit(TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan Due { get; set; }

        public void Expire()
        {
            Due = Timeout.InfiniteTimeSpan;
            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime;
            return true;
        }

        public void Dispose() => Due = Timeout.InfiniteTimeSpan;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
