using System.Text.Json.Nodes;

namespace TikTok.ContentPosting.Emulator.Tests;

public class OperationTests
{
    [Theory]
    [InlineData(false, """["PUBLIC_TO_EVERYONE","MUTUAL_FOLLOW_FRIENDS","SELF_ONLY"]""", false)]
    [InlineData(true, """["FOLLOWER_OF_CREATOR","MUTUAL_FOLLOW_FRIENDS","SELF_ONLY"]""", true)]
    public async Task Creator_info_depends_on_the_account(bool isPrivate, string levels, bool withoutDuets)
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Creator.IsPrivate = isPrivate;

        var reply = await tiktok.CreatorInfoAsync();

        reply.ShouldBe(200, "ok");
        Assert.Equal("emulated.creator", reply.Data("creator_username"));
        Assert.Equal("Emulated Creator", reply.Data("creator_nickname"));
        Assert.StartsWith("https://", reply.Data("creator_avatar_url"), StringComparison.Ordinal);
        Assert.Equal(levels, reply.Json["data"]!["privacy_level_options"]!.ToJsonString());
        Assert.Equal(withoutDuets, (bool)reply.Json["data"]!["duet_disabled"]!);
        Assert.Equal(withoutDuets, (bool)reply.Json["data"]!["stitch_disabled"]!);
        Assert.False((bool)reply.Json["data"]!["comment_disabled"]!);
        Assert.Equal(600, reply.Number("max_video_post_duration_sec"));
    }

    public static TheoryData<string, string, string, bool> Inits => new()
    {
        { Paths.InboxInit, Bodies.InboxPull(), "v_inbox_url~v2.", false },
        { Paths.InboxInit, Bodies.InboxUpload(), "v_inbox_file~v2.", true },
        { Paths.VideoInit, Bodies.VideoPull(), "v_pub_url~v2.", false },
        { Paths.VideoInit, Bodies.VideoUpload(), "v_pub_file~v2-1.", true },
        { Paths.PhotoInit, Bodies.Photos(), "p_pub_url~v2.", false },
        { Paths.PhotoInit, Bodies.Photos("MEDIA_UPLOAD", "{}"), "p_pub_url~v2.", false },
    };

    [Theory]
    [MemberData(nameof(Inits))]
    public async Task An_init_answers_with_a_publish_id_of_its_kind(string path, string body, string prefix, bool hasUploadUrl)
    {
        await using var tiktok = await Harness.StartAsync();

        var reply = await tiktok.PostAsync(path, body);

        reply.ShouldBe(200, "ok");
        var publishId = reply.Data("publish_id");
        Assert.Matches($"^{prefix.Replace(".", "\\.", StringComparison.Ordinal)}[0-9]{{19}}$", publishId);
        Assert.True(publishId.Length <= 64);
        Assert.Equal(hasUploadUrl, reply.Json["data"]!["upload_url"] is not null);
        Assert.Equal(publishId, Assert.Single(tiktok.Emulator.Posts).PublishId);
    }

    [Fact]
    public async Task An_upload_url_points_at_the_emulator_and_fits_256_characters()
    {
        await using var tiktok = await Harness.StartAsync();

        var url = (await tiktok.PostAsync(Paths.InboxInit, Bodies.InboxUpload())).Data("upload_url");

        Assert.StartsWith(tiktok.Emulator.BaseAddress.AbsoluteUri, url, StringComparison.Ordinal);
        Assert.True(url.Length <= 256);
    }

    [Fact]
    public async Task Every_answer_has_its_own_log_id_in_the_envelope_and_in_a_header()
    {
        await using var tiktok = await Harness.StartAsync();

        var replies = new[] { await tiktok.CreatorInfoAsync(), await tiktok.StatusAsync("none"), await tiktok.PostAsync("/v2/other/", null) };

        Assert.All(replies, reply => Assert.Equal((string)reply.Json["error"]!["log_id"]!, reply.Headers["X-Tt-Logid"]));
        Assert.All(replies, reply => Assert.Matches("^20261122120000[0-9A-F]{20}$", reply.Headers["X-Tt-Logid"]));
        Assert.Equal(3, replies.Select(reply => reply.Headers["X-Tt-Logid"]).Distinct().Count());
    }

    [Fact]
    public async Task A_cancelled_download_ends_as_failed()
    {
        await using var tiktok = await Harness.StartAsync();
        var publishId = await tiktok.OpenDraftAsync();

        var cancelled = await tiktok.CancelAsync(publishId);

        cancelled.ShouldBe(200, "ok");
        Assert.Null(cancelled.Json["data"]);
        var status = await tiktok.StatusAsync(publishId);
        Assert.Equal(("FAILED", "publish_cancelled"), (status.Data("status"), status.Data("fail_reason")));
    }

    [Theory]
    [InlineData("/v2/post/publish/status/fetch")]
    [InlineData("/v2/post/publish/")]
    public async Task An_unknown_path_is_404(string path)
    {
        await using var tiktok = await Harness.StartAsync();

        Assert.Equal(404, (await tiktok.PostAsync(path, "{}")).Status);
        Assert.Null(Assert.Single(tiktok.Emulator.Requests).Operation);
    }

    [Fact]
    public async Task Ids_have_19_digits_that_a_double_would_round()
    {
        await using var tiktok = await Harness.StartAsync();
        var publishId = (await tiktok.PostAsync(Paths.VideoInit, Bodies.VideoPull("PUBLIC_TO_EVERYONE"))).Data("publish_id");
        tiktok.Time.Advance(TimeSpan.FromSeconds(3));

        var ids = (JsonArray)(await tiktok.StatusAsync(publishId)).Json["data"]!["publicaly_available_post_id"]!;

        var id = (long)Assert.Single(ids)!;
        Assert.Equal(19, ids[0]!.ToJsonString().Length);
        Assert.NotEqual(id, (long)(double)id);
    }
}
