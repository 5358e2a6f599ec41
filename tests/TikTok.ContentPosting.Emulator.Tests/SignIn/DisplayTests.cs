namespace TikTok.ContentPosting.Emulator.Tests;

public class DisplayTests
{
    private const string List = "/v2/video/list/?fields=id,create_time";
    private const string Query = "/v2/video/query/?fields=id,share_url";

    [Theory]
    [InlineData(List, "{}")]
    [InlineData(Query, """{"filters":{"video_ids":["1"]}}""")]
    public async Task Videos_need_a_token_with_their_scope(string path, string body)
    {
        await using var tiktok = await Harness.StartAsync();

        (await tiktok.PostAsync(path, body, "act.unknown")).ShouldBe(401, ErrorCodes.AccessTokenInvalid);
        (await tiktok.PostAsync(path, body)).ShouldBe(401, ErrorCodes.ScopeNotAuthorized);
        tiktok.Creator.Scopes = ["video.list"];
        (await tiktok.PostAsync(path, body)).ShouldBe(200, ErrorCodes.Ok);
    }

    [Theory]
    [InlineData("/v2/video/list/", "{}")]
    [InlineData("/v2/video/list/?fields=", "{}")]
    [InlineData("/v2/video/list/?fields=id,nothing", "{}")]
    [InlineData(List, """{"max_count":0}""")]
    [InlineData(List, """{"max_count":21}""")]
    [InlineData(Query, """{"filters":{"video_ids":[]}}""")]
    public async Task What_makes_no_sense_is_refused(string path, string body)
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Creator.Scopes = ["video.list"];

        (await tiktok.PostAsync(path, body)).ShouldBe(400, ErrorCodes.InvalidParams);
    }

    [Fact]
    public async Task What_is_posted_in_public_is_on_the_shelf_and_drafts_are_not()
    {
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, ProcessingTime = TimeSpan.Zero });
        tiktok.Creator.Scopes = ["video.list", "video.publish", "video.upload"];
        await tiktok.InboxInitAsync();
        await tiktok.PostAsync(Paths.VideoInit, Bodies.VideoPull("SELF_ONLY"));
        Assert.Contains("\"videos\":[]", (await tiktok.PostAsync(List, "{}")).Body, StringComparison.Ordinal);

        await tiktok.PostAsync(Paths.VideoInit, Bodies.VideoPull("PUBLIC_TO_EVERYONE"));

        Assert.Contains("\"id\":\"76", (await tiktok.PostAsync(List, "{}")).Body, StringComparison.Ordinal);
    }
}
