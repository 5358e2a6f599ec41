using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator.Tests.Webhooks;

public class WebhookTests
{
    private const string Delivered = "post.publish.inbox_delivered";
    private const string Complete = "post.publish.complete";
    private const string Failed = "post.publish.failed";
    private const string Public = "post.publish.publicly_available";
    private const string NoLongerPublic = "post.publish.no_longer_publicaly_available";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static TheoryData<PostScript, string[]> Scripts => new()
    {
        { new PostScript().Then("A", Minute).Then(PublishStatuses.SendToUserInbox), [Delivered] },
        { new PostScript().Then(PublishStatuses.SendToUserInbox, Minute).Then(PublishStatuses.SendToUserInbox), [Delivered] },
        { new PostScript().Then(PublishStatuses.SendToUserInbox, Minute).Then(PublishStatuses.PublishComplete), [Delivered, Complete, Public] },
        { new PostScript().Then("A", Minute).ThenFail(FailReasons.VideoPullFailed), [Failed] },
        { new PostScript().Then(new PostStep(PublishStatuses.PublishComplete) { PostIds = [] }), [Complete] },
        { new PostScript().Then(new PostStep(PublishStatuses.PublishComplete) { PostIds = [], Duration = Minute }).Then(new PostStep(PublishStatuses.PublishComplete) { PostIds = [1, 2] }), [Complete, Public, Public] },
        { new PostScript().Then(new PostStep(PublishStatuses.PublishComplete) { PostIds = [1, 2], Duration = Minute }).Then(new PostStep(PublishStatuses.PublishComplete) { PostIds = [2] }), [Complete, Public, Public, NoLongerPublic] },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Each_change_of_a_post_is_told_once_by_time_alone(PostScript script, string[] expected)
    {
        var app = new Receiver();
        await using var tiktok = await StartAsync(app);
        tiktok.Emulator.NextPost(script);
        await tiktok.OpenDraftAsync();

        await PassAsync(tiktok, Minute);

        Assert.Equal(expected, app.Events);
        Assert.All(tiktok.Emulator.Webhooks, webhook => Assert.Equal(WebhookState.Delivered, webhook.State));
    }

    [Fact]
    public async Task A_change_that_a_poll_brings_about_is_told()
    {
        var app = new Receiver();
        await using var tiktok = await StartAsync(app);
        tiktok.Emulator.NextPost(new PostScript().Then("A", polls: 1).Then(PublishStatuses.SendToUserInbox));
        var publishId = await tiktok.OpenDraftAsync();

        await tiktok.StatusAsync(publishId);
        await tiktok.Emulator.WebhooksSettledAsync(TestContext.Current.CancellationToken);

        Assert.Equal([Delivered], app.Events);
    }

    [Fact]
    public async Task A_creator_who_finishes_a_draft_is_told_and_so_is_what_the_post_went_through_before()
    {
        var app = new Receiver();
        await using var tiktok = await StartAsync(app);
        await tiktok.OpenDraftAsync();
        tiktok.Time.Advance(Minute);

        tiktok.Emulator.Posts[0].Continue(new PostScript().Then(PublishStatuses.PublishComplete));
        await PassAsync(tiktok, TimeSpan.Zero);

        Assert.Equal([Delivered, Complete, Public], app.Events);
    }

    [Fact]
    public async Task A_webhook_is_as_TikTok_writes_and_signs_it()
    {
        var app = new Receiver();
        await using var tiktok = await StartAsync(app, isDirect: true);

        await PassAsync(tiktok, TimeSpan.FromSeconds(3));

        var complete = app.Deliveries[0];
        var at = tiktok.Time.Start.ToUnixTimeSeconds() + 3;
        Assert.Equal(
            $$"""{"client_key":"emulated_client_key","event":"post.publish.complete","create_time":{{at}},"user_openid":"{{tiktok.Creator.OpenId}}","content":"{\"publish_id\":\"{{tiktok.Emulator.Posts[0].PublishId}}\",\"publish_type\":\"DIRECT_PUBLISH\"}"}""",
            complete.Body);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes("emulated_client_secret"), Encoding.UTF8.GetBytes($"{at}.{complete.Body}"));
        Assert.Equal($"t={at},s={Convert.ToHexStringLower(signature)}", complete.Signature);
        Assert.Equal("7602997517160123457", (string?)app.Deliveries[1].Content["post_id"]);
    }

    [Fact]
    public async Task A_failure_has_its_reason_and_a_draft_its_type()
    {
        var app = new Receiver();
        await using var tiktok = await StartAsync(app);
        tiktok.Emulator.NextPost(new PostScript().ThenFail(FailReasons.PictureSizeCheckFailed));
        await tiktok.OpenDraftAsync();
        await PassAsync(tiktok, TimeSpan.Zero);

        var content = app.Deliveries.Single().Content;
        Assert.Equal(("picture_size_check_failed", "INBOX_SHARE"), ((string?)content["reason"], (string?)content["publish_type"]));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(401)]
    [InlineData(204)]
    [InlineData(302)]
    [InlineData(0)]
    public async Task What_is_not_answered_with_200_is_sent_again_later_and_later(int status)
    {
        var app = new Receiver(status, status);
        await using var tiktok = await StartAsync(app);
        await DeliverAsync(tiktok);
        var webhook = tiktok.Emulator.Webhooks.Single();

        Assert.Equal((WebhookState.Waiting, TimeSpan.FromSeconds(30)), (webhook.State, webhook.NextAttemptAt - webhook.Attempts[^1].At));
        await PassAsync(tiktok, TimeSpan.FromSeconds(29));
        Assert.Single(app.Deliveries);
        await PassAsync(tiktok, TimeSpan.FromSeconds(1));
        Assert.Equal((WebhookState.Waiting, TimeSpan.FromSeconds(60)), (webhook.State, webhook.NextAttemptAt - webhook.Attempts[^1].At));
        await PassAsync(tiktok, TimeSpan.FromSeconds(60));

        Assert.Equal(WebhookState.Delivered, webhook.State);
        Assert.Equal([status == 0 ? null : status, status == 0 ? null : status, 200], webhook.Attempts.Select(static attempt => attempt.StatusCode));
        Assert.Single(app.Deliveries.Distinct());
    }

    [Fact]
    public async Task After_72_hours_it_is_given_up()
    {
        var app = new Receiver(Enumerable.Repeat(503, 100).ToArray());
        await using var tiktok = await StartAsync(app);
        await DeliverAsync(tiktok);
        var webhook = tiktok.Emulator.Webhooks.Single();
        var first = webhook.Attempts[0].At;

        while (webhook.NextAttemptAt is { } next)
            await PassAsync(tiktok, next - tiktok.Time.GetUtcNow());

        Assert.Equal(WebhookState.GivenUp, webhook.State);
        Assert.InRange(webhook.Attempts[^1].At - first, TimeSpan.FromHours(36), TimeSpan.FromHours(72));
        var count = app.Deliveries.Count;
        await PassAsync(tiktok, TimeSpan.FromDays(7));
        Assert.Equal(count, app.Deliveries.Count);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task A_retry_has_the_first_signature_unless_each_is_signed_anew(bool anew, int signatures)
    {
        var app = new Receiver(500);
        await using var tiktok = await StartAsync(app, time => new() { TimeProvider = time, SignsWebhookRetriesAnew = anew });
        await DeliverAsync(tiktok);

        await PassAsync(tiktok, Minute);

        Assert.Equal(2, app.Deliveries.Count);
        Assert.Equal(signatures, app.Deliveries.Select(static delivery => delivery.Signature).Distinct().Count());
    }

    public static TheoryData<string, WebhookFault, string[], string[]> Faults => new()
    {
        { "twice more", WebhookFault.Duplicate(2), [Delivered, Delivered, Delivered], [Complete, Public] },
        { "late", WebhookFault.Delay(TimeSpan.FromHours(1)), [], [Complete, Public, Delivered] },
        { "out of order", WebhookFault.AfterNext, [], [Complete, Delivered, Public] },
        { "never", WebhookFault.Lose, [], [Complete, Public] },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_script_spoils_the_next_webhook(string what, WebhookFault fault, string[] first, string[] then)
    {
        var app = new Receiver();
        await using var tiktok = await StartAsync(app);
        tiktok.Emulator.NextWebhook(fault);

        await DeliverAsync(tiktok);
        Assert.True(first.SequenceEqual(app.Events), what);
        tiktok.Emulator.Posts[0].Continue(new PostScript().Then(PublishStatuses.PublishComplete));
        await PassAsync(tiktok, TimeSpan.FromHours(1));

        Assert.True(first.Concat(then).SequenceEqual(app.Events), $"{what}: {string.Join(' ', app.Events)}");
        Assert.Equal(what == "never" ? WebhookState.Lost : WebhookState.Delivered, tiktok.Emulator.Webhooks[0].State);
    }

    [Fact]
    public async Task A_forged_signature_fits_the_body_as_little_as_another_secret()
    {
        var app = new Receiver();
        await using var tiktok = await StartAsync(app);
        tiktok.Emulator.NextWebhook(WebhookFault.WrongSignature);
        await DeliverAsync(tiktok);

        var delivery = app.Deliveries.Single();
        var seconds = delivery.Signature[2..delivery.Signature.IndexOf(',', StringComparison.Ordinal)];
        var right = HMACSHA256.HashData(Encoding.UTF8.GetBytes("emulated_client_secret"), Encoding.UTF8.GetBytes($"{seconds}.{delivery.Body}"));
        Assert.Equal($"t={seconds},s=".Length + 64, delivery.Signature.Length);
        Assert.DoesNotContain(Convert.ToHexStringLower(right), delivery.Signature, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_creator_who_disconnects_the_app_ends_what_is_processed_and_nothing_else()
    {
        var app = new Receiver();
        await using var tiktok = await StartAsync(app);
        await DeliverAsync(tiktok);
        await tiktok.OpenDraftAsync();

        tiktok.Emulator.RemoveAuthorization(tiktok.Creator, reason: 1);
        await PassAsync(tiktok, Minute);

        Assert.Equal([Delivered, Failed, "authorization.removed"], app.Events);
        Assert.Equal(("auth_removed", 1), ((string?)app.Deliveries[1].Content["reason"], (int)app.Deliveries[2].Content["reason"]!));
        (await tiktok.CreatorInfoAsync()).ShouldBe(401, ErrorCodes.AccessTokenInvalid);
    }

    [Fact]
    public async Task Any_other_event_can_be_sent()
    {
        var app = new Receiver();
        await using var tiktok = await StartAsync(app);

        tiktok.Emulator.SendWebhook("portability.download.ready", new JsonObject { ["request_id"] = 7 });
        await PassAsync(tiktok, TimeSpan.Zero);

        Assert.Equal((false, 7), (app.Deliveries.Single().Json.AsObject().ContainsKey("user_openid"), (int)app.Deliveries.Single().Content["request_id"]!));
    }

    [Fact]
    public async Task Nobody_is_told_unless_there_is_a_url_and_what_comes_after_one_is_told()
    {
        var app = new Receiver();
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.NextPost(new PostScript().Then(PublishStatuses.SendToUserInbox, Minute).Then(PublishStatuses.PublishComplete));
        await tiktok.OpenDraftAsync();

        tiktok.Emulator.SendWebhooksTo(Receiver.Url, app);
        await PassAsync(tiktok, Minute);
        Assert.Equal([Complete, Public], app.Events);

        tiktok.Emulator.SendWebhooksTo(null);
        await DeliverAsync(tiktok);
        Assert.Equal(2, tiktok.Emulator.Webhooks.Count);
    }

    [Theory]
    [InlineData("ftp://app.example.com/")]
    [InlineData("/webhooks")]
    public async Task A_url_that_is_none_is_refused(string url)
    {
        await using var tiktok = await Harness.StartAsync();

        Assert.Throws<ArgumentException>(() => tiktok.Emulator.SendWebhooksTo(new Uri(url, UriKind.RelativeOrAbsolute)));
        Assert.Throws<ArgumentOutOfRangeException>(() => tiktok.Emulator.NextWebhook(WebhookFault.Lose, times: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => WebhookFault.Duplicate(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => WebhookFault.Delay(-Minute));
    }

    [Fact]
    public async Task Webhooks_go_over_the_network_and_stop_with_the_emulator()
    {
        await using var app = await Harness.StartAsync();
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, WebhookUrl = new Uri(app.Emulator.BaseAddress, "webhooks") });
        await DeliverAsync(tiktok);

        var request = app.Emulator.Requests.Single();
        Assert.Equal("POST /webhooks", request.ToString());
        Assert.StartsWith("t=", request.Headers["TikTok-Signature"], StringComparison.Ordinal);
        Assert.Equal(404, tiktok.Emulator.Webhooks.Single().Attempts.Single().StatusCode);

        await tiktok.Emulator.DisposeAsync();
        tiktok.Time.Advance(Minute);
        Assert.Single(app.Emulator.Requests);
    }

    private static async Task<Harness> StartAsync(Receiver app, Func<TimeProvider, TikTokEmulatorOptions>? options = null, bool isDirect = false)
    {
        var tiktok = await Harness.StartAsync(options);
        tiktok.Emulator.SendWebhooksTo(Receiver.Url, app);
        if (isDirect)
            await tiktok.PostAsync(Paths.VideoInit, Bodies.VideoPull("PUBLIC_TO_EVERYONE"));
        return tiktok;
    }

    private static async Task DeliverAsync(Harness tiktok)
    {
        await tiktok.OpenDraftAsync();
        await PassAsync(tiktok, TimeSpan.FromSeconds(3));
    }

    private static async Task PassAsync(Harness tiktok, TimeSpan time)
    {
        tiktok.Time.Advance(time);
        await tiktok.Emulator.WebhooksSettledAsync(TestContext.Current.CancellationToken);
    }
}
