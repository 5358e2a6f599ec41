using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 31: nobody can test in public before TikTok's audit, so the package has a TikTok of its own: scripted statuses, 416s, rotations, webhooks, faults.</summary>
public class Demand31_EmulatorTests
{
    [Theory]
    [InlineData(PublishStatuses.SendToUserInbox, null, "delivered")]
    [InlineData(PublishStatuses.PublishComplete, null, "completed")]
    [InlineData(PublishStatuses.Failed, FailReasons.VideoPullFailed, "failed")]
    public async Task Statuses_are_scripted(string status, string? reason, string action)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextPost(new PostScript().Then(PublishStatuses.ProcessingDownload, polls: 2).Then(new PostStep(status) { FailReason = reason }));

        var run = await stage.RunAsync();

        Assert.Equal((action, reason), (run.Action, run.Outputs.FailReason?.Value));
    }

    [Theory]
    [InlineData("bytes 0-9/10", HttpStatusCode.Created)]
    [InlineData("bytes 1-9/10", HttpStatusCode.RequestedRangeNotSatisfiable)]
    public async Task Chunks_are_checked(string range, HttpStatusCode expected)
    {
        await using var stage = await Stage.SetAsync();
        var opened = await stage.Client.InitInboxVideoUploadAsync(
            new InboxVideoInitRequest { SourceInfo = new FileUpload { VideoSize = 10, ChunkSize = 10, TotalChunkCount = 1 } }, new RequestOptions { AccessToken = stage.Emulator.AccessToken }, Stage.Cancellation);
        using var http = new HttpClient();
        using var chunk = new ByteArrayContent(new byte[range.StartsWith("bytes 1", StringComparison.Ordinal) ? 9 : 10]) { Headers = { { "Content-Type", "video/mp4" }, { "Content-Range", range } } };

        using var answer = await http.PutAsync(opened.Data!.UploadUrl, chunk, Stage.Cancellation);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("as sent", true)]
    [InlineData("forged", false)]
    public async Task Webhooks_are_signed_as_TikTok_does(string what, bool isBelieved)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var tiktok = await TikTokEmulator.StartAsync(new TikTokEmulatorOptions { TimeProvider = time }, Stage.Cancellation);
        var app = new Receiver();
        tiktok.SendWebhooksTo(new Uri("https://app.example.com/"), app);
        if (!isBelieved)
            tiktok.NextWebhook(WebhookFault.WrongSignature);

        tiktok.RemoveAuthorization(tiktok.DefaultCreator);
        await tiktok.WebhooksSettledAsync(Stage.Cancellation);

        var verifier = new WebhookVerifier(new WebhookVerifierOptions { ClientKey = "emulated_client_key", ClientSecrets = { "emulated_client_secret" }, TimeProvider = time });
        Assert.True(isBelieved == verifier.TryVerify(app.Body, app.Signature, out _, out _), what);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    public async Task An_app_before_the_audit_posts_only_to_private_accounts(bool isAudited, bool isPrivate, bool isTaken)
    {
        await using var tiktok = await TikTokEmulator.StartAsync(new TikTokEmulatorOptions { IsAudited = isAudited }, Stage.Cancellation);
        tiktok.DefaultCreator.IsPrivate = isPrivate;
        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", tiktok.AccessToken) } };
        using var body = new StringContent("""{"post_info":{"privacy_level":"SELF_ONLY"},"source_info":{"source":"PULL_FROM_URL","video_url":"https://example.com/clip.mp4"}}""", Encoding.UTF8, "application/json");

        using var answer = await http.PostAsync(new Uri(tiktok.BaseAddress, "/v2/post/publish/video/init/"), body, Stage.Cancellation);

        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private sealed class Receiver : HttpMessageHandler
    {
        public byte[] Body { get; private set; } = [];

        public string? Signature { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            Signature = request.Headers.GetValues("TikTok-Signature").Single();
            return new HttpResponseMessage();
        }
    }
}
