using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Display;

/// <summary>Who the creator is, and what is public of the creator's videos.</summary>
public sealed class DisplayTests
{
    public static TheoryData<string[], string> Grants => new()
    {
        { [TikTokScopes.UserInfoBasic], "open_id,union_id,avatar_url,avatar_url_100,avatar_large_url,display_name" },
        { [TikTokScopes.UserInfoBasic, TikTokScopes.UserInfoProfile], "open_id,union_id,avatar_url,avatar_url_100,avatar_large_url,display_name,bio_description,profile_deep_link,is_verified,username" },
        {
            [TikTokScopes.UserInfoBasic, TikTokScopes.UserInfoStats],
            "open_id,union_id,avatar_url,avatar_url_100,avatar_large_url,display_name,follower_count,following_count,likes_count,video_count"
        },
    };

    [Theory]
    [MemberData(nameof(Grants))]
    public async Task Of_the_creator_is_asked_what_the_scopes_allow(string[] scopes, string fields)
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync(scopes);

        var user = await account.GetUserAsync(SignInStage.Cancellation);

        Assert.Equal(account.OpenId, user.OpenId);
        Assert.Equal(fields, Uri.UnescapeDataString(stage.Emulator.Requests[^1].Path.Split("fields=")[1]));
        Assert.Equal(scopes.Contains(TikTokScopes.UserInfoProfile) ? "emulated.creator" : null, user.Username);
    }

    [Fact]
    public async Task The_union_id_is_kept_with_the_tokens_and_through_refreshes()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();

        await account.GetUserAsync(SignInStage.Cancellation);
        var stored = await stage.Store.FindAsync(account.OpenId, SignInStage.Cancellation);
        Assert.Same(stored, await account.GetTokensAsync(SignInStage.Cancellation));
        await account.GetUserAsync(SignInStage.Cancellation);
        Assert.Same(stored, await stage.Store.FindAsync(account.OpenId, SignInStage.Cancellation));
        stage.Time.Advance(new TikTokEmulatorOptions().AccessTokenLifetime);
        var tokens = await account.GetTokensAsync(SignInStage.Cancellation);
        Assert.Equal(stage.Emulator.DefaultCreator.UnionId, tokens.UnionId);
        Assert.Equal(1, stage.Refreshes);

        await stage.SignInAsync();
        Assert.Equal(stage.Emulator.DefaultCreator.UnionId, (await account.GetTokensAsync(SignInStage.Cancellation)).UnionId);
    }

    [Fact]
    public async Task Without_the_basic_scope_nothing_is_asked()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync([TikTokScopes.VideoUpload]);

        var failure = await Assert.ThrowsAsync<TikTokScopeException>(() => account.GetUserAsync(SignInStage.Cancellation));

        Assert.Equal([TikTokScopes.UserInfoBasic], failure.MissingScopes);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(20, 1)]
    [InlineData(21, 2)]
    [InlineData(45, 3)]
    public async Task All_videos_come_newest_first_page_by_page(int count, int requests)
    {
        await using var stage = await SignInStage.SetAsync();
        stage.Emulator.DefaultCreator.Videos = [.. Enumerable.Range(0, count).Select(number => Video(number, stage.Time.GetUtcNow().AddHours(-number)))];
        var account = await stage.SignInAsync();

        var ids = new List<string?>();
        await foreach (var video in account.Display.ListAllVideosAsync(cancellationToken: SignInStage.Cancellation))
        {
            ids.Add(video.Id);
        }

        Assert.Equal(Enumerable.Range(0, count).Select(static number => $"{FirstId + number}"), ids);
        Assert.Equal(requests, stage.Emulator.Requests.Count(static request => request.Operation == EmulatorOperation.ListVideos));
    }

    [Fact]
    public async Task Who_stops_early_asks_for_no_further_page()
    {
        await using var stage = await SignInStage.SetAsync();
        stage.Emulator.DefaultCreator.Videos = [.. Enumerable.Range(0, 50).Select(number => Video(number, stage.Time.GetUtcNow().AddHours(-number)))];
        var account = await stage.SignInAsync();

        await foreach (var video in account.Display.ListAllVideosAsync(cancellationToken: SignInStage.Cancellation))
        {
            Assert.Equal($"{FirstId}", video.Id);
            break;
        }

        Assert.Single(stage.Emulator.Requests, static request => request.Operation == EmulatorOperation.ListVideos);
    }

    [Fact]
    public async Task A_page_that_leads_to_itself_is_the_last()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.ListVideos, Fault.Reply(200, """{"data":{"videos":[{"id":"1"}],"cursor":5,"has_more":true},"error":{"code":"ok"}}"""), times: 10);

        var count = 0;
        await foreach (var _ in account.Display.ListAllVideosAsync(cancellationToken: SignInStage.Cancellation))
        {
            count++;
        }

        Assert.Equal(2, count);
    }

    [Fact]
    public async Task Videos_are_read_by_id_twenty_at_a_time()
    {
        await using var stage = await SignInStage.SetAsync();
        stage.Emulator.DefaultCreator.Videos = [.. Enumerable.Range(0, 30).Select(number => Video(number, stage.Time.GetUtcNow().AddHours(-number)))];
        var account = await stage.SignInAsync();

        var videos = await account.Display.GetVideosAsync(Enumerable.Range(0, 40).Select(static number => FirstId + number), cancellationToken: SignInStage.Cancellation);

        Assert.Equal(30, videos.Count);
        Assert.Equal(2, stage.Emulator.Requests.Count(static request => request.Operation == EmulatorOperation.QueryVideos));
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.ListVideos, Fault.DropAfterProcessing);

        await account.Display.ListVideosAsync([VideoField.Id], new VideoListRequest(), cancellationToken: SignInStage.Cancellation);

        Assert.Equal(2, stage.Emulator.Requests.Count(static request => request.Operation == EmulatorOperation.ListVideos));
    }

    [Fact]
    public async Task A_refusal_is_one_of_the_family()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync([TikTokScopes.UserInfoBasic]);

        var refusal = await Assert.ThrowsAsync<TikTokApiException>(() => account.Display.GetUserInfoAsync([UserField.Username], cancellationToken: SignInStage.Cancellation));

        Assert.Equal("scope_permission_missed", refusal.Code.Value);
        Assert.Equal(RetryAdvice.AfterConsent, refusal.RetryAdvice);
    }

    private const long FirstId = 7_512_345_678_901_234_567;

    private static EmulatedVideo Video(int number, DateTimeOffset at) => new() { Id = FirstId + number, CreatedAt = at, Description = $"Video {number}" };
}
