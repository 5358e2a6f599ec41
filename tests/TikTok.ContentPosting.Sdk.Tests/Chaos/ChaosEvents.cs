using System.Collections.Concurrent;

namespace TikTok.ContentPosting.Tests.Chaos;

/// <summary>What the app makes of webhooks that it believes: it notes each of them, and fails now and then.</summary>
internal sealed class ChaosEvents
{
    private readonly ConcurrentDictionary<string, TikTokEvent> _handled = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _handledTwice = new();
    private readonly ConcurrentQueue<Exception> _failures = new();

    public ICollection<TikTokEvent> Handled => _handled.Values;

    public IReadOnlyCollection<string> HandledTwice => _handledTwice;

    public void FailNext() => _failures.Enqueue(new InvalidOperationException("The database is away."));

    public Task HandleAsync(TikTokEvent webhook)
    {
        if (_failures.TryDequeue(out var failure))
        {
            return Task.FromException(failure);
        }
        if (!_handled.TryAdd(webhook.IdempotencyKey, webhook))
        {
            _handledTwice.Enqueue(webhook.IdempotencyKey);
        }
        return Task.CompletedTask;
    }
}
