namespace TikTok.ContentPosting;

/// <summary>
/// Carries what webhooks tell about posts to those who wait for them in this process, so that a wait looks at once and not only after its delay. Safe to use from several threads.
/// </summary>
/// <remarks>
/// A wait never depends on it: an event that is late, lost or received by another machine costs the rest of a delay. To wake waits on other machines, call <see cref="Notify"/> there.
/// </remarks>
public sealed class PublishNotifications
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<PublishSubscription>> _subscriptions = new(StringComparer.Ordinal);

    /// <summary>Wakes everybody who waits for the post.</summary>
    /// <param name="postEvent">What happened to it.</param>
    public void Notify(PostEvent postEvent)
    {
        ArgumentNullException.ThrowIfNull(postEvent);
        lock (_lock)
        {
            if (_subscriptions.TryGetValue(postEvent.PublishId, out var subscriptions))
            {
                subscriptions.ForEach(subscription => subscription.Wake(postEvent));
            }
        }
    }

    /// <summary>Listens to what happens to a post. Subscribe before its status is read, so that nothing falls in between.</summary>
    /// <param name="publishId">The post's publish id.</param>
    /// <returns>The subscription. Dispose of it in the end.</returns>
    /// <exception cref="ArgumentException">The publish id is empty.</exception>
    public PublishSubscription Subscribe(string publishId)
    {
        ArgumentException.ThrowIfNullOrEmpty(publishId);
        var subscription = new PublishSubscription(this, publishId);
        lock (_lock)
        {
            if (!_subscriptions.TryGetValue(publishId, out var subscriptions))
            {
                _subscriptions.Add(publishId, subscriptions = []);
            }
            subscriptions.Add(subscription);
        }
        return subscription;
    }

    internal void Remove(PublishSubscription subscription)
    {
        lock (_lock)
        {
            if (_subscriptions.TryGetValue(subscription.PublishId, out var subscriptions) && subscriptions.Remove(subscription) && subscriptions.Count == 0)
            {
                _subscriptions.Remove(subscription.PublishId);
            }
        }
    }
}
