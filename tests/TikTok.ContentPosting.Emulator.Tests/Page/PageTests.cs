using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TikTok.ContentPosting.Emulator.Tests.Page;

public sealed partial class PageTests : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private Harness _tiktok = null!;

    [Fact]
    public async Task The_page_is_whole_by_itself_and_not_recorded()
    {
        await StartAsync();
        using var response = await _http.GetAsync("/", TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("width=device-width", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(Elsewhere, html);
        Assert.Empty(_tiktok.Emulator.Requests);
    }

    [Fact]
    public async Task The_state_has_what_one_needs_to_begin()
    {
        await StartAsync(time => new() { TimeProvider = time, AccessToken = "act.mine", IsAudited = false });
        var state = await StateAsync();

        Assert.Equal(
            (_tiktok.Emulator.BaseAddress.AbsoluteUri, "emulated_client_key", false),
            ((string?)state["baseAddress"], (string?)state["clientKey"], (bool?)state["isAudited"]));
        Assert.Equal(("act.mine", "act.mine"), ((string?)state["creators"]![0]!["accessToken"], _tiktok.Emulator.AccessToken));
    }

    [Fact]
    public async Task The_state_has_what_arrived_newest_first()
    {
        await StartAsync();
        await _tiktok.OpenDraftAsync();
        await _tiktok.CreatorInfoAsync("wrong");
        var (publishId, url) = await _tiktok.OpenUploadAsync(10, 10, 1);
        await _tiktok.PutAsync(url, new byte[10], "bytes 0-9/10");

        var state = await StateAsync();

        var post = state["posts"]![0]!;
        Assert.Equal((publishId, "PROCESSING_UPLOAD", true), ((string?)post["publishId"], (string?)post["status"], (bool?)post["isDraft"]));
        Assert.Equal((10, 10, _tiktok.Emulator.Posts[1].UploadedSha256), ((long?)post["upload"]!["received"], (long?)post["upload"]!["total"], (string?)post["upload"]!["sha256"]));
        Assert.Equal(
            ["PUT /video/ 201", "POST /v2/post/publish/inbox/video/init/ 200 ok", "POST /v2/post/publish/creator_info/query/ 401 access_token_invalid", "POST /v2/post/publish/inbox/video/init/ 200 ok"],
            state["requests"]!.AsArray().Select(static request => $"{request!["method"]} {request["path"]} {request["status"]} {request["code"]}".TrimEnd()));
        Assert.Equal("bytes 0-9/10", (string?)state["requests"]![0]!["note"]);
        Assert.Contains("PULL_FROM_URL", (string?)state["requests"]![3]!["body"], StringComparison.Ordinal);
        Assert.DoesNotContain("upload_token", state.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deliver", PublishStatuses.SendToUserInbox, null)]
    [InlineData("publish", PublishStatuses.PublishComplete, null)]
    [InlineData("fail", PublishStatuses.Failed, FailReasons.Internal)]
    [InlineData("fail?reason=spam_risk", PublishStatuses.Failed, FailReasons.SpamRisk)]
    public async Task A_button_moves_a_post(string button, string status, string? reason)
    {
        await StartAsync();
        var publishId = await _tiktok.OpenDraftAsync();

        Assert.Equal(HttpStatusCode.NoContent, await PressAsync($"/emulator/posts/{Uri.EscapeDataString(publishId)}/{button}"));

        Assert.Equal((status, reason), (_tiktok.Emulator.Posts[0].Status, _tiktok.Emulator.Posts[0].FailReason));
        Assert.Equal(status == PublishStatuses.PublishComplete ? 1 : 0, (await StateAsync())["posts"]![0]!["postIds"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_button_disconnects_a_creator_and_one_sets_where_webhooks_go()
    {
        await StartAsync();
        Assert.Equal(HttpStatusCode.NoContent, await PressAsync("/emulator/webhooks?url=" + Uri.EscapeDataString("http://127.0.0.1:9/hooks")));
        Assert.Equal(HttpStatusCode.NoContent, await PressAsync("/emulator/creators/" + _tiktok.Creator.OpenId + "/disconnect"));

        var state = await StateAsync();

        Assert.Equal("http://127.0.0.1:9/hooks", (string?)state["webhookUrl"]);
        Assert.Equal("authorization.removed", (string?)state["webhooks"]![0]!["event"]);
        Assert.False((bool)state["creators"]![0]!["isConnected"]!);
        Assert.Equal(HttpStatusCode.NoContent, await PressAsync("/emulator/webhooks?url="));
        Assert.Null((await StateAsync())["webhookUrl"]);
    }

    [Fact]
    public async Task A_creator_who_signs_in_again_can_be_disconnected_again()
    {
        await StartAsync();
        using var browser = new Browser(_tiktok.Emulator);
        _tiktok.Emulator.RemoveAuthorization(_tiktok.Creator);
        await browser.ExchangeAsync(await browser.CodeAsync(ConsentAnswer.Grant()));

        var creator = (await StateAsync())["creators"]![0]!;
        Assert.Equal((true, null), ((bool)creator["isConnected"]!, (string?)creator["accessToken"]));

        await PressAsync("/emulator/creators/" + _tiktok.Creator.OpenId + "/disconnect");
        Assert.False((bool)(await StateAsync())["creators"]![0]!["isConnected"]!);
    }

    [Theory]
    [InlineData("/emulator/posts/none/publish")]
    [InlineData("/emulator/posts/none")]
    [InlineData("/emulator/creators/none/disconnect")]
    [InlineData("/emulator/webhooks?url=ftp://app")]
    [InlineData("/emulator/nothing")]
    [InlineData("/emulator")]
    [InlineData("/")]
    public async Task A_button_that_there_is_not_does_nothing(string path)
    {
        await StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await PressAsync(path));
    }

    [Fact]
    public async Task Pages_of_other_sites_cannot_press_a_button()
    {
        await StartAsync();
        var publishId = await _tiktok.OpenDraftAsync();
        using var response = await _http.PostAsync($"/emulator/posts/{publishId}/fail", content: null, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Forbidden, PublishStatuses.ProcessingDownload), (response.StatusCode, _tiktok.Emulator.Posts[0].Status));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _tiktok.DisposeAsync();
    }

    [GeneratedRegex("""(src|href)="(?!data:)|https?://(?!127\.0\.0\.1)|@import|url\(""")]
    private static partial Regex Elsewhere { get; }

    private async Task StartAsync(Func<TimeProvider, TikTokEmulatorOptions>? options = null)
    {
        _tiktok = await Harness.StartAsync(options);
        _http.BaseAddress = _tiktok.Emulator.BaseAddress;
    }

    private async Task<JsonNode> StateAsync() => JsonNode.Parse(await _http.GetStringAsync("/emulator/state", TestContext.Current.CancellationToken))!;

    private async Task<HttpStatusCode> PressAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Headers = { { "X-Emulator", "page" } } };
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
