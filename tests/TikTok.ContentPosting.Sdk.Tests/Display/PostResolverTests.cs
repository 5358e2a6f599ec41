using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Display;

/// <summary>From a post to its public page.</summary>
public sealed class PostResolverTests
{
    private const long Id = 7_512_345_678_901_234_567;

    [Theory]
    [InlineData("Hello #world", "Hello #world", 10, Id)]
    [InlineData("Hello #world", " Hello #world ", 10, Id)]
    [InlineData("Hello #world", "Something else", 10, null)]
    [InlineData("Hello #world", null, 10, Id)]
    [InlineData("Hello #world", "Hello #world", -10, null)]
    public async Task A_post_is_found_by_its_caption_among_what_was_posted_since(string caption, string? asked, int minutesLater, long? expected)
    {
        await using var stage = await SignInStage.SetAsync();
        var openedAt = stage.Time.GetUtcNow();
        stage.Emulator.DefaultCreator.Videos =
        [
            new() { Id = Id, CreatedAt = openedAt.AddMinutes(minutesLater), Description = caption },
            new() { Id = Id - 1, CreatedAt = openedAt.AddDays(-1), Description = caption },
        ];
        var account = await stage.SignInAsync();

        var found = await new TikTokPostResolver(account.Display).FindAsync(openedAt, asked, SignInStage.Cancellation);

        Assert.Equal(expected?.ToString(System.Globalization.CultureInfo.InvariantCulture), found?.Id);
    }

    [Fact]
    public async Task Of_two_that_it_can_be_it_is_neither()
    {
        await using var stage = await SignInStage.SetAsync();
        var openedAt = stage.Time.GetUtcNow();
        stage.Emulator.DefaultCreator.Videos =
            [new() { Id = Id, CreatedAt = openedAt.AddMinutes(1), Description = "same" }, new() { Id = Id + 1, CreatedAt = openedAt.AddMinutes(2), Description = "same" }];
        var account = await stage.SignInAsync();

        Assert.Null(await new TikTokPostResolver(account.Display).FindAsync(openedAt, "same", SignInStage.Cancellation));
    }

    [Fact]
    public async Task A_direct_post_leads_to_its_page()
    {
        await using var stage = await SignInStage.SetAsync(static time => new() { TimeProvider = time, ProcessingTime = TimeSpan.Zero });
        var account = await stage.SignInAsync();
        var opened = await account.ContentPosting.InitVideoPublishAsync(
            new VideoInitRequest { PostInfo = new VideoPostInfo { PrivacyLevel = PrivacyLevel.PublicToEveryone, Title = "Hello" }, SourceInfo = new PullFromUrl { VideoUrl = Stage.Video } },
            cancellationToken: SignInStage.Cancellation);
        var status = await account.ContentPosting.GetPublishStatusAsync(new PublishStatusRequest { PublishId = opened.Data!.PublishId! }, cancellationToken: SignInStage.Cancellation);
        var resolver = new TikTokPostResolver(account.Display);

        var byId = Assert.Single(await resolver.FindAsync(status.Data!.PostIds, SignInStage.Cancellation));
        var byCaption = await resolver.FindAsync(stage.Time.GetUtcNow(), "Hello", SignInStage.Cancellation);

        Assert.Equal(byId.Id, byCaption?.Id);
        Assert.Equal(TikTokLinks.Video("emulated.creator", status.Data.PostIds[0]), byId.ShareUrl);
    }

    [Theory]
    [InlineData("creator", "https://www.tiktok.com/@creator/video/7512345678901234567", "https://www.tiktok.com/@creator/photo/7512345678901234567")]
    [InlineData("@creator.name_1", "https://www.tiktok.com/@creator.name_1/video/7512345678901234567", "https://www.tiktok.com/@creator.name_1/photo/7512345678901234567")]
    [InlineData("a/../b?c", "https://www.tiktok.com/@a%2F..%2Fb%3Fc/video/7512345678901234567", "https://www.tiktok.com/@a%2F..%2Fb%3Fc/photo/7512345678901234567")]
    public void Links_lead_to_a_post(string username, string video, string photo)
    {
        Assert.Equal(video, TikTokLinks.Video(username, Id).OriginalString);
        Assert.Equal(photo, TikTokLinks.Photo(username, Id).OriginalString);
    }
}
