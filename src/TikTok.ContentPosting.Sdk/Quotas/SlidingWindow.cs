using System.Threading.RateLimiting;

namespace TikTok.ContentPosting;

/// <summary>
/// So many requests in any minute, in the order in which they ask. Unlike the limiters of <c>System.Threading.RateLimiting</c> it has no timer of its own, its clock is given, and
/// no more come through at the edge of a segment.
/// </summary>
internal sealed class SlidingWindow(int limit, TimeProvider time) : RateLimiter
{
    /// <summary>A minute, and a second because requests do not all take the same time to arrive.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(61);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _line = new(1);
    private readonly long _origin = time.GetTimestamp();

    // When the last requests went out.
    private readonly Queue<TimeSpan> _sent = new(limit);

    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_lock)
            {
                var idle = Now - (_sent.Count == 0 ? TimeSpan.Zero : _sent.Last());
                return _line.CurrentCount > 0 && (_sent.Count == 0 || idle > Length) ? idle : null;
            }
        }
    }

    private TimeSpan Now => time.GetElapsedTime(_origin);

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        var wait = TryTake(permitCount);
        return wait > TimeSpan.Zero ? new Lease(wait) : Lease.Acquired;
    }

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        // Only the first in the line looks at the clock.
        await _line.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            for (var wait = TryTake(permitCount); wait > TimeSpan.Zero; wait = TryTake(permitCount))
            {
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            }
            return Lease.Acquired;
        }
        finally
        {
            _line.Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _line.Dispose();
        }
        base.Dispose(disposing);
    }

    /// <summary>Zero when the request may go out now, and is counted; or how long until there is room.</summary>
    private TimeSpan TryTake(int permitCount)
    {
        lock (_lock)
        {
            var now = Now;
            if (_sent.Count == limit && _sent.Peek() + Length is var free && free > now)
            {
                return free - now;
            }
            if (permitCount > 0)
            {
                if (_sent.Count == limit)
                {
                    _sent.Dequeue();
                }
                _sent.Enqueue(now);
            }
            return TimeSpan.Zero;
        }
    }

    private sealed class Lease(TimeSpan? retryAfter) : RateLimitLease
    {
        public static readonly Lease Acquired = new(null);

        public override bool IsAcquired => retryAfter is null;

        public override IEnumerable<string> MetadataNames => retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? retryAfter : null;
            return metadata is not null;
        }
    }
}
