using Microsoft.Extensions.Time.Testing;
using TikTok.ContentPosting.Tests.Harness;
using TikTok.ContentPosting.Tests.Webhooks;

namespace TikTok.ContentPosting.Tests.Waiting;

/// <summary>Webhooks that end waits early. The clock stands still, so that no delay ever ends by itself.</summary>
public sealed class NotificationTests
{
    [Fact]
    public async Task A_webhook_makes_the_next_look_come_at_once()
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(PublishStatuses.ProcessingDownload));
        var notifications = new PublishNotifications();
        var options = Options(notifications, _ =>
        {
            stage.Emulator.Posts.Single().Continue(new PostScript().Then(PublishStatuses.SendToUserInbox));
            notifications.Notify(Event("post.publish.inbox_delivered", publishId));
        });

        Assert.IsType<PostDelivered>(await stage.Account.WaitUntilDeliveredAsync(publishId, options, Stage.Cancellation));
        Assert.Equal(2, stage.Received(EmulatorOperation.GetPublishStatus));
    }

    [Fact]
    public async Task The_status_stays_the_truth()
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(PublishStatuses.ProcessingDownload, polls: 1).Then(PublishStatuses.ProcessingUpload, polls: 1).ThenFail(FailReasons.Internal));
        var notifications = new PublishNotifications();
        var options = Options(notifications, _ => notifications.Notify(Event("post.publish.complete", publishId)));

        Assert.IsType<PostFailed>(await stage.Account.WaitUntilPublishedAsync(publishId, options, Stage.Cancellation));
    }

    [Theory]
    [InlineData("post.publish.publicly_available")]
    [InlineData("post.publish.publicly_available", "post.publish.complete")]
    [InlineData("post.publish.complete", "post.publish.publicly_available")]
    public async Task An_id_that_the_status_leaves_out_comes_from_the_webhook_in_whatever_order_they_come(params string[] events)
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(new PostStep(PublishStatuses.PublishComplete) { PostIds = [] }));
        var notifications = new PublishNotifications();
        var options = Options(notifications, _ => Array.ForEach(events, name => notifications.Notify(Event(name, publishId, ",\"post_id\":\"7602997517160123666\""))));

        var end = await stage.Account.WaitUntilPubliclyAvailableAsync(publishId, options, Stage.Cancellation);

        Assert.Equal([7602997517160123666], Assert.IsType<PostPublished>(end).PostIds);
    }

    private static WaitOptions Options(PublishNotifications notifications, Action<PublishStatusData> onChange) =>
        new() { TimeProvider = new FakeTimeProvider(), Notifications = notifications, Progress = new Listener(onChange) };

    private static PostEvent Event(string name, string publishId, string more = "") =>
        (PostEvent)Bodies.Event(name, $$"""{"publish_id":"{{publishId}}"{{more}}}""");

    private sealed class Listener(Action<PublishStatusData> hear) : IProgress<PublishStatusData>
    {
        public void Report(PublishStatusData value) => hear(value);
    }
}
