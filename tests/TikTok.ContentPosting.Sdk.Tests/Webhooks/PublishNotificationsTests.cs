namespace TikTok.ContentPosting.Tests.Webhooks;

public class PublishNotificationsTests
{
    private readonly PublishNotifications _notifications = new();

    [Fact]
    public async Task An_event_wakes_everybody_who_waits_for_its_post_and_nobody_else()
    {
        using var one = _notifications.Subscribe("p");
        using var other = _notifications.Subscribe("p");
        using var stranger = _notifications.Subscribe("q");
        var waits = new[] { one.WaitAsync(), other.WaitAsync(), stranger.WaitAsync() };

        _notifications.Notify(Completed("p"));

        await Task.WhenAll(waits[..2]);
        Assert.False(waits[2].IsCompleted);
        Assert.Equal(("p", null), (one.Latest?.PublishId, stranger.Latest?.PublishId));
    }

    [Fact]
    public async Task An_event_between_two_waits_is_not_missed_and_ends_one_wait_only()
    {
        using var subscription = _notifications.Subscribe("p");
        _notifications.Notify(Completed("p"));
        _notifications.Notify(Completed("p"));

        await subscription.WaitAsync();
        var next = subscription.WaitAsync();

        Assert.False(next.IsCompleted);
        _notifications.Notify(Completed("p"));
        await next;
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_takes_nothing_away()
    {
        using var subscription = _notifications.Subscribe("p");
        using var stop = new CancellationTokenSource();
        var wait = subscription.WaitAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        _notifications.Notify(Completed("p"));
        await subscription.WaitAsync();
    }

    [Fact]
    public void Nobody_is_told_after_the_subscription_and_nobody_needs_to_listen()
    {
        var subscription = _notifications.Subscribe("p");
        subscription.Dispose();
        subscription.Dispose();

        _notifications.Notify(Completed("p"));

        Assert.Null(subscription.Latest);
        Assert.Throws<ArgumentException>(() => _notifications.Subscribe(""));
    }

    private static PostEvent Completed(string publishId) => (PostEvent)Bodies.Event("post.publish.complete", $$"""{"publish_id":"{{publishId}}"}""");
}
