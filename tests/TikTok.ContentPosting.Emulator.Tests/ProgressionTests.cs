namespace TikTok.ContentPosting.Emulator.Tests;

public class ProgressionTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static TheoryData<string, string, string> Posts => new()
    {
        { Paths.InboxInit, Bodies.InboxPull(), PublishStatuses.SendToUserInbox },
        { Paths.VideoInit, Bodies.VideoPull(), PublishStatuses.PublishComplete },
        { Paths.PhotoInit, Bodies.Photos(), PublishStatuses.PublishComplete },
        { Paths.PhotoInit, Bodies.Photos("MEDIA_UPLOAD"), PublishStatuses.SendToUserInbox },
    };

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task A_post_without_a_script_is_processed_for_three_seconds(string path, string body, string end)
    {
        await using var tiktok = await Harness.StartAsync();
        var publishId = (await tiktok.PostAsync(path, body)).Data("publish_id");

        tiktok.Time.Advance(TimeSpan.FromSeconds(2.999));
        Assert.Equal(PublishStatuses.ProcessingDownload, (await tiktok.StatusAsync(publishId)).Data("status"));
        tiktok.Time.Advance(TimeSpan.FromSeconds(0.001));
        Assert.Equal(end, (await tiktok.StatusAsync(publishId)).Data("status"));
        tiktok.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(end, (await tiktok.StatusAsync(publishId)).Data("status"));
    }

    [Fact]
    public async Task A_post_that_is_uploaded_waits_for_its_bytes()
    {
        await using var tiktok = await Harness.StartAsync();
        var publishId = (await tiktok.PostAsync(Paths.InboxInit, Bodies.InboxUpload())).Data("publish_id");

        tiktok.Time.Advance(Minute);

        var status = await tiktok.StatusAsync(publishId);
        Assert.Equal(PublishStatuses.ProcessingUpload, status.Data("status"));
        Assert.Equal(0, status.Number("uploaded_bytes"));
    }

    [Fact]
    public async Task A_script_by_polls_counts_status_queries_and_nothing_else()
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.NextPost(new PostScript()
            .Then(PublishStatuses.ProcessingDownload, polls: 2)
            .Then("TOMORROW", polls: 1)
            .Then(PublishStatuses.SendToUserInbox));
        var publishId = await tiktok.OpenDraftAsync();
        var post = Assert.Single(tiktok.Emulator.Posts);
        Assert.Equal(PublishStatuses.ProcessingDownload, post.Status);
        tiktok.Time.Advance(Minute);

        Assert.Equal(
            [PublishStatuses.ProcessingDownload, PublishStatuses.ProcessingDownload, "TOMORROW", PublishStatuses.SendToUserInbox, PublishStatuses.SendToUserInbox],
            await PollAsync(tiktok, publishId, 5));
        Assert.Equal(PublishStatuses.SendToUserInbox, post.Status);
    }

    [Fact]
    public async Task A_script_by_time_skips_what_nobody_asked_for()
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.NextPost(new PostScript()
            .Then(PublishStatuses.ProcessingDownload, Minute)
            .Then(PublishStatuses.SendToUserInbox, Minute)
            .Then(PublishStatuses.PublishComplete));
        var publishId = await tiktok.OpenDraftAsync();

        tiktok.Time.Advance(2 * Minute);

        Assert.Equal([PublishStatuses.PublishComplete], await PollAsync(tiktok, publishId, 1));
    }

    [Fact]
    public async Task Polls_and_times_can_follow_each_other()
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.NextPost(new PostScript()
            .Then("A", polls: 1)
            .Then("B", Minute)
            .Then("C"));
        var publishId = await tiktok.OpenDraftAsync();

        tiktok.Time.Advance(Minute);
        Assert.Equal(["A", "B"], await PollAsync(tiktok, publishId, 2));
        tiktok.Time.Advance(Minute);
        Assert.Equal(["C"], await PollAsync(tiktok, publishId, 1));
    }

    [Fact]
    public async Task A_failed_post_is_a_successful_answer_with_a_reason()
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.NextPost(new PostScript().ThenFail(FailReasons.VideoPullFailed));
        var publishId = await tiktok.OpenDraftAsync();

        var status = await tiktok.StatusAsync(publishId);

        status.ShouldBe(200, "ok");
        Assert.Equal((PublishStatuses.Failed, FailReasons.VideoPullFailed), (status.Data("status"), status.Data("fail_reason")));
        Assert.Equal(FailReasons.VideoPullFailed, Assert.Single(tiktok.Emulator.Posts).FailReason);
    }

    [Fact]
    public async Task Each_script_serves_one_post_and_then_the_usual_course_is_back()
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.NextPost(new PostScript().Then("FIRST"));
        tiktok.Emulator.NextPost(new PostScript().Then("SECOND"));

        for (var i = 0; i < 3; i++)
            await tiktok.OpenDraftAsync();

        Assert.Equal(["FIRST", "SECOND", PublishStatuses.ProcessingDownload], tiktok.Emulator.Posts.Select(post => post.Status));
    }

    [Fact]
    public async Task A_draft_can_be_published_later()
    {
        await using var tiktok = await Harness.StartAsync();
        var publishId = await tiktok.OpenDraftAsync();
        tiktok.Time.Advance(Minute);
        Assert.Equal([PublishStatuses.SendToUserInbox], await PollAsync(tiktok, publishId, 1));

        tiktok.Emulator.Posts[0].Continue(new PostScript().Then(PublishStatuses.PublishComplete));

        var status = await tiktok.StatusAsync(publishId);
        Assert.Equal(PublishStatuses.PublishComplete, status.Data("status"));
        Assert.Single(status.Json["data"]!["publicaly_available_post_id"]!.AsArray());
    }

    public static TheoryData<string, long[]?, int> PostIds => new()
    {
        { "PUBLIC_TO_EVERYONE", null, 1 },
        { "SELF_ONLY", null, 0 },
        { "PUBLIC_TO_EVERYONE", [], 0 },
        { "SELF_ONLY", [7602997517160123666, 7602997517160123667], 2 },
    };

    [Theory]
    [MemberData(nameof(PostIds))]
    public async Task A_complete_post_has_the_ids_that_its_script_or_its_privacy_says(string level, long[]? ids, int count)
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.NextPost(new PostScript().Then(new PostStep(PublishStatuses.PublishComplete) { PostIds = ids }));
        var publishId = (await tiktok.PostAsync(Paths.VideoInit, Bodies.VideoPull(level))).Data("publish_id");

        var answered = (await tiktok.StatusAsync(publishId)).Json["data"]!["publicaly_available_post_id"]!.AsArray();

        Assert.Equal(count, answered.Count);
        if (ids is not null)
            Assert.Equal(ids, answered.Select(id => (long)id!));
    }

    [Fact]
    public async Task Downloaded_bytes_grow_until_the_media_is_there()
    {
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, MediaBytes = 1000 });
        var publishId = await tiktok.OpenDraftAsync();

        var bytes = new List<long>();
        for (var i = 0; i < 4; i++)
        {
            bytes.Add((await tiktok.StatusAsync(publishId)).Number("downloaded_bytes"));
            tiktok.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([500, 750, 875, 1000], bytes);
    }

    [Fact]
    public async Task A_draft_of_another_emulator_can_be_brought_back_and_fares_as_scripted()
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.NextPost(new PostScript().Then(PublishStatuses.ProcessingDownload, polls: 1).Then(PublishStatuses.SendToUserInbox));

        tiktok.Emulator.RestoreDraft("v_inbox_url~v2.42");

        Assert.Equal([PublishStatuses.ProcessingDownload, PublishStatuses.SendToUserInbox], await PollAsync(tiktok, "v_inbox_url~v2.42", times: 2));
        Assert.Throws<ArgumentException>(() => tiktok.Emulator.RestoreDraft("v_inbox_url~v2.42"));
        Assert.NotEqual("v_inbox_url~v2.42", await tiktok.OpenDraftAsync());
    }

    [Fact]
    public async Task Scripts_that_cannot_be_are_refused()
    {
        await using var tiktok = await Harness.StartAsync();

        Assert.Throws<ArgumentException>(() => tiktok.Emulator.NextPost(new PostScript()));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PostScript().Then("A", polls: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PostScript().Then("A", -Minute));
    }

    private static async Task<List<string>> PollAsync(Harness tiktok, string publishId, int times)
    {
        var statuses = new List<string>();
        for (var i = 0; i < times; i++)
            statuses.Add((await tiktok.StatusAsync(publishId)).Data("status"));
        return statuses;
    }
}
