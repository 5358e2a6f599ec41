namespace TikTok.ContentPosting.AspNetCore;

/// <summary>Remembers in this process's memory, about 200 bytes for each event. Safe to use from several threads.</summary>
/// <param name="time">The clock; null for the system's.</param>
public sealed class InMemoryWebhookIdempotencyStore(TimeProvider? time = null) : IWebhookIdempotencyStore
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (WebhookClaim State, DateTimeOffset Until)> _events = new(StringComparer.Ordinal);
    private DateTimeOffset _sweepAt;

    /// <inheritdoc/>
    public ValueTask<WebhookClaim> TryClaimAsync(string key, TimeSpan handlingTime, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        lock (_lock)
        {
            Sweep(now);
            if (_events.TryGetValue(key, out var known) && known.Until > now)
            {
                return ValueTask.FromResult(known.State);
            }
            _events[key] = (WebhookClaim.Busy, now + handlingTime);
            return ValueTask.FromResult(WebhookClaim.Granted);
        }
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(string key, TimeSpan retention, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _events[key] = (WebhookClaim.Handled, _time.GetUtcNow() + retention);
        }
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask ReleaseAsync(string key, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _events.Remove(key);
        }
        return ValueTask.CompletedTask;
    }

    private void Sweep(DateTimeOffset now)
    {
        if (now < _sweepAt)
        {
            return;
        }
        _sweepAt = now + SweepInterval;
        foreach (var (key, known) in _events)
        {
            if (known.Until <= now)
            {
                _events.Remove(key);
            }
        }
    }
}
