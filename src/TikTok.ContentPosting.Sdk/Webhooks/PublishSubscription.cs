namespace TikTok.ContentPosting;

/// <summary>Listens to what happens to one post. One waits with it at a time.</summary>
public sealed class PublishSubscription : IDisposable
{
    private readonly PublishNotifications _notifications;
    private volatile TaskCompletionSource _woken = NewSource();
    private volatile PostEvent? _latest;
    private volatile PublicPostEvent? _latestPublic;

    internal PublishSubscription(PublishNotifications notifications, string publishId)
    {
        _notifications = notifications;
        PublishId = publishId;
    }

    /// <summary>The post's publish id.</summary>
    public string PublishId { get; }

    /// <summary>The event that came last, which need not be the one that happened last; null when none has come.</summary>
    public PostEvent? Latest => _latest;

    /// <summary>What happened last to who can see the post, whatever came after it.</summary>
    internal PublicPostEvent? LatestPublic => _latestPublic;

    /// <summary>Waits for an event that has come since the last wait ended, or since the subscription.</summary>
    /// <param name="cancellationToken">Ends the wait; the next one misses nothing.</param>
    /// <returns>A task that ends when there is one.</returns>
    public async Task WaitAsync(CancellationToken cancellationToken = default)
    {
        var woken = _woken;
        await woken.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        Interlocked.CompareExchange(ref _woken, NewSource(), woken);
    }

    /// <summary>Ends the subscription. Waits under way go on until they are cancelled.</summary>
    public void Dispose() => _notifications.Remove(this);

    internal void Wake(PostEvent postEvent)
    {
        _latest = postEvent;
        if (postEvent is PublicPostEvent seen && !(_latestPublic?.CreatedAt > seen.CreatedAt))
        {
            _latestPublic = seen;
        }
        _woken.TrySetResult();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
