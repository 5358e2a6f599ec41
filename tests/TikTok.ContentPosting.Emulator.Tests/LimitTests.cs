namespace TikTok.ContentPosting.Emulator.Tests;

public class LimitTests
{
    [Theory]
    [InlineData(EmulatorOperation.QueryCreatorInfo, 20)]
    [InlineData(EmulatorOperation.InitInboxVideoUpload, 6)]
    [InlineData(EmulatorOperation.InitVideoPublish, 6)]
    [InlineData(EmulatorOperation.InitPhotoPublish, 6)]
    [InlineData(EmulatorOperation.GetPublishStatus, 30)]
    public async Task A_token_makes_only_so_many_requests_in_a_sliding_minute(EmulatorOperation operation, int perMinute)
    {
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, PendingDraftLimit = null });
        Task<Reply> Send(string? token = null) => tiktok.PostAsync(Paths.Of(operation), Bodies.Of(operation), token);

        await Send();
        tiktok.Time.Advance(TimeSpan.FromSeconds(30));
        for (var i = 1; i < perMinute; i++)
            Assert.NotEqual(429, (await Send()).Status);
        (await Send()).ShouldBe(429, ErrorCodes.RateLimitExceeded);

        // Another token has its own minute.
        Assert.NotEqual(429, (await Send(tiktok.Emulator.AddCreator(new TikTokCreator()).AccessToken)).Status);

        // The first request leaves the window, the others do not yet; the refused one never was in it.
        tiktok.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.NotEqual(429, (await Send()).Status);
        (await Send()).ShouldBe(429, ErrorCodes.RateLimitExceeded);
    }

    [Fact]
    public async Task A_creators_new_token_has_a_minute_of_its_own()
    {
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, PendingDraftLimit = null });
        using var browser = new Browser(tiktok.Emulator);
        var (_, tokens) = await browser.ExchangeAsync(await browser.CodeAsync());
        for (var i = 0; i < 6; i++)
            (await tiktok.InboxInitAsync()).ShouldBe(200, "ok");
        (await tiktok.InboxInitAsync()).ShouldBe(429, ErrorCodes.RateLimitExceeded);

        (await tiktok.InboxInitAsync(tokens.GetProperty("access_token").GetString())).ShouldBe(200, "ok");
    }

    [Fact]
    public async Task Rate_limits_can_be_switched_off()
    {
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, EnforceRateLimits = false });

        for (var i = 0; i < 40; i++)
            (await tiktok.CreatorInfoAsync()).ShouldBe(200, "ok");
    }

    [Fact]
    public async Task The_sixth_pending_draft_of_a_day_is_403()
    {
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, EnforceRateLimits = false });
        for (var i = 0; i < 5; i++)
            (await tiktok.InboxInitAsync()).ShouldBe(200, "ok");

        (await tiktok.InboxInitAsync()).ShouldBe(403, ErrorCodes.SpamRiskTooManyPendingShare);
        (await tiktok.PostAsync(Paths.PhotoInit, Bodies.Photos("MEDIA_UPLOAD"))).ShouldBe(403, ErrorCodes.SpamRiskTooManyPendingShare);
        (await tiktok.PostAsync(Paths.VideoInit, Bodies.VideoPull())).ShouldBe(200, "ok");
    }

    [Theory]
    [InlineData(PublishStatuses.PublishComplete)]
    [InlineData(PublishStatuses.Failed)]
    public async Task A_draft_that_is_over_makes_room(string status)
    {
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, EnforceRateLimits = false });
        for (var i = 0; i < 5; i++)
            await tiktok.OpenDraftAsync();

        tiktok.Emulator.Posts[2].Continue(new PostScript().Then(status));

        (await tiktok.InboxInitAsync()).ShouldBe(200, "ok");
        (await tiktok.InboxInitAsync()).ShouldBe(403, ErrorCodes.SpamRiskTooManyPendingShare);
    }

    [Fact]
    public async Task A_draft_counts_for_24_hours()
    {
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, PendingDraftLimit = 1 });
        await tiktok.OpenDraftAsync();

        tiktok.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        (await tiktok.InboxInitAsync()).ShouldBe(403, ErrorCodes.SpamRiskTooManyPendingShare);
        tiktok.Time.Advance(TimeSpan.FromSeconds(1));
        (await tiktok.InboxInitAsync()).ShouldBe(200, "ok");
    }

    [Fact]
    public async Task Too_many_direct_posts_of_a_day_are_403_and_stop_the_creator_query()
    {
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, DailyPostLimit = 1 });
        (await tiktok.PostAsync(Paths.VideoInit, Bodies.VideoPull())).ShouldBe(200, "ok");

        (await tiktok.PostAsync(Paths.VideoInit, Bodies.VideoPull())).ShouldBe(403, ErrorCodes.SpamRiskTooManyPosts);
        (await tiktok.CreatorInfoAsync()).ShouldBe(200, ErrorCodes.SpamRiskTooManyPosts);
        tiktok.Time.Advance(TimeSpan.FromHours(24));
        (await tiktok.CreatorInfoAsync()).ShouldBe(200, "ok");
    }

    [Fact]
    public async Task Requests_at_once_do_not_slip_past_a_limit()
    {
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, EnforceRateLimits = false });

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => tiktok.InboxInitAsync()));

        Assert.Equal(5, replies.Count(reply => reply.Status == 200));
        Assert.Equal(5, tiktok.Emulator.Posts.Count);
    }

    [Theory]
    [InlineData(false, null, 5)]
    [InlineData(true, 2, 2)]
    public async Task Only_so_many_creators_post_with_an_app_in_a_day(bool isAudited, int? limit, int creators)
    {
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, IsAudited = isAudited, ActiveCreatorLimit = limit });
        var tokens = Enumerable.Range(0, creators + 1).Select(_ => tiktok.Emulator.AddCreator(new TikTokCreator { IsPrivate = true }).AccessToken).ToList();
        foreach (var token in tokens[..^1])
            (await tiktok.PostAsync(Paths.VideoInit, Bodies.VideoPull(), token)).ShouldBe(200, "ok");

        (await tiktok.CreatorInfoAsync(tokens[^1])).ShouldBe(200, ErrorCodes.ReachedActiveUserCap);
        (await tiktok.PostAsync(Paths.VideoInit, Bodies.VideoPull(), tokens[^1])).ShouldBe(403, ErrorCodes.ReachedActiveUserCap);
        (await tiktok.InboxInitAsync(tokens[^1])).ShouldBe(200, "ok");
        (await tiktok.PostAsync(Paths.VideoInit, Bodies.VideoPull(), tokens[0])).ShouldBe(200, "ok");
        tiktok.Time.Advance(TimeSpan.FromDays(1));
        (await tiktok.PostAsync(Paths.VideoInit, Bodies.VideoPull(), tokens[^1])).ShouldBe(200, "ok");
    }
}
