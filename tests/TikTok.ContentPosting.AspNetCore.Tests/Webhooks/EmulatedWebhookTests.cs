using System.Net.Http.Headers;
using System.Text;
using Arazzo.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace TikTok.ContentPosting.AspNetCore.Tests.Webhooks;

/// <summary>The emulator's webhooks, from the post to the handler: who signs and who verifies have no code in common.</summary>
public class EmulatedWebhookTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(false, "as it should be", typeof(DraftDeliveredEvent), typeof(PostCompletedEvent), typeof(PostPubliclyAvailableEvent))]
    [InlineData(false, "twice", typeof(DraftDeliveredEvent), typeof(PostCompletedEvent), typeof(PostPubliclyAvailableEvent))]
    [InlineData(false, "out of order", typeof(PostCompletedEvent), typeof(DraftDeliveredEvent), typeof(PostPubliclyAvailableEvent))]
    [InlineData(false, "late", typeof(PostCompletedEvent), typeof(PostPubliclyAvailableEvent), typeof(DraftDeliveredEvent))]
    [InlineData(false, "lost", typeof(PostCompletedEvent), typeof(PostPubliclyAvailableEvent))]
    [InlineData(false, "forged", typeof(PostCompletedEvent), typeof(PostPubliclyAvailableEvent))]
    [InlineData(true, "an outage of two days", typeof(DraftDeliveredEvent), typeof(PostCompletedEvent), typeof(PostPubliclyAvailableEvent))]
    public async Task What_happens_to_a_draft_reaches_the_handler_once(bool isAway, string fault, params Type[] expected)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        await using var app = await WebhookApp.StartAsync(time);
        await using var tiktok = await TikTokEmulator.StartAsync(new TikTokEmulatorOptions { TimeProvider = time }, TestContext.Current.CancellationToken);
        tiktok.SendWebhooksTo(WebhookApp.Url, isAway ? new Away() : app.CreateHandler());
        if (Fault(fault) is { } webhookFault)
            tiktok.NextWebhook(webhookFault);
        tiktok.NextPost(new PostScript().Then(PublishStatuses.SendToUserInbox, Minute).Then(PublishStatuses.PublishComplete));
        await OpenDraftAsync(tiktok);

        await PassAsync(tiktok, time, Minute);
        if (isAway)
        {
            Assert.Empty(app.Received);
            await PassUntilAsync(tiktok, time, time.GetUtcNow() + TimeSpan.FromDays(1.4));
            tiktok.SendWebhooksTo(WebhookApp.Url, app.CreateHandler());
        }
        await PassUntilAsync(tiktok, time, time.GetUtcNow() + TimeSpan.FromDays(2));

        Assert.Equal(expected.OrderBy(static type => type.Name), app.Received.Select(static webhook => webhook.GetType()).OrderBy(static type => type.Name));
        if (!isAway)
            Assert.Equal(expected, app.Received.Select(static webhook => webhook.GetType()));
        Assert.All(app.Received.OfType<PostEvent>(), webhook => Assert.Equal((tiktok.Posts[0].PublishId, PublishType.InboxShare), (webhook.PublishId, webhook.PublishType)));
    }

    [Fact]
    public async Task A_creator_who_disconnects_is_told()
    {
        await using var app = await WebhookApp.StartAsync();
        await using var tiktok = await TikTokEmulator.StartAsync(new TikTokEmulatorOptions { TimeProvider = app.Time }, TestContext.Current.CancellationToken);
        tiktok.SendWebhooksTo(WebhookApp.Url, app.CreateHandler());

        tiktok.RemoveAuthorization(tiktok.DefaultCreator, reason: 1);
        await tiktok.WebhooksSettledAsync(TestContext.Current.CancellationToken);

        var removed = Assert.IsType<AuthorizationRemovedEvent>(Assert.Single(app.Received));
        Assert.Equal((tiktok.DefaultCreator.OpenId, AuthorizationRemovalReason.UserDisconnected), (removed.OpenId, removed.Reason));
    }

    [Fact]
    public async Task A_wait_ends_with_the_webhook_and_not_with_its_delay()
    {
        await using var app = await WebhookApp.StartAsync(configure: static services => services.AddTikTokContentPosting());
        await using var tiktok = await TikTokEmulator.StartAsync(new TikTokEmulatorOptions { TimeProvider = app.Time }, TestContext.Current.CancellationToken);
        tiktok.SendWebhooksTo(WebhookApp.Url, app.CreateHandler());
        tiktok.NextPost(new PostScript().Then(PublishStatuses.ProcessingDownload));
        await OpenDraftAsync(tiktok);
        using var client = new ContentPostingClient(new ApiClientOptions { BaseAddress = tiktok.BaseAddress, TimeProvider = app.Time, AccessTokenProvider = new StaticAccessTokenProvider(tiktok.AccessToken) });
        var wait = client.WaitUntilDeliveredAsync(
            tiktok.Posts[0].PublishId,
            new WaitOptions { TimeProvider = app.Time, Notifications = app.Services.GetRequiredService<PublishNotifications>(), Polling = new PollingOptions { FirstDelay = TimeSpan.FromHours(1), MaximumDelay = TimeSpan.FromHours(1), TotalTimeout = TimeSpan.FromDays(1) } },
            TestContext.Current.CancellationToken);
        while (tiktok.Requests.All(static request => request is not { Operation: EmulatorOperation.GetPublishStatus, StatusCode: 200 }))
            await Task.Yield();

        tiktok.Posts[0].Continue(new PostScript().Then(PublishStatuses.SendToUserInbox));

        Assert.IsType<PostDelivered>(await wait);
    }

    private static WebhookFault? Fault(string name) => name switch
    {
        "twice" => WebhookFault.Duplicate(2),
        "out of order" => WebhookFault.AfterNext,
        "late" => WebhookFault.Delay(TimeSpan.FromHours(1)),
        "lost" => WebhookFault.Lose,
        "forged" => WebhookFault.WrongSignature,
        _ => null,
    };

    private static async Task OpenDraftAsync(TikTokEmulator tiktok)
    {
        using var http = new HttpClient { BaseAddress = tiktok.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tiktok.AccessToken);
        using var body = new StringContent("""{"source_info":{"source":"PULL_FROM_URL","video_url":"https://example.com/clip.mp4"}}""", Encoding.UTF8, "application/json");
        using var response = await http.PostAsync("/v2/post/publish/inbox/video/init/", body, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private static async Task PassUntilAsync(TikTokEmulator tiktok, FakeTimeProvider time, DateTimeOffset end)
    {
        while (time.GetUtcNow() < end)
            await PassAsync(tiktok, time, Next(tiktok, time.GetUtcNow(), end) - time.GetUtcNow());
    }

    private static DateTimeOffset Next(TikTokEmulator tiktok, DateTimeOffset now, DateTimeOffset end) =>
        tiktok.Webhooks.Select(static webhook => webhook.NextAttemptAt).OfType<DateTimeOffset>().Where(next => next > now && next < end).DefaultIfEmpty(end).Min();

    private static async Task PassAsync(TikTokEmulator tiktok, FakeTimeProvider time, TimeSpan span)
    {
        time.Advance(span);
        await tiktok.WebhooksSettledAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>An app that is not there.</summary>
    private sealed class Away : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw new HttpRequestException("away");
    }
}
