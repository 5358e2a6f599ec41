namespace TikTok.ContentPosting.Tests.Uploads;

/// <summary>From a file to the inbox or the profile in one call, and on from wherever it stopped.</summary>
public sealed class EndToEndTests
{
    [Fact]
    public async Task A_draft_is_delivered()
    {
        await using var stage = await UploadStage.SetAsync();

        var outcome = await stage.Uploads.SendDraftAsync(UploadStage.Video, stage.Options(), UploadStage.Cancellation);

        Assert.Equal(stage.Post.PublishId, Assert.IsType<PostDelivered>(outcome).PublishId);
        stage.ShouldHaveArrived();
    }

    [Fact]
    public async Task A_draft_needs_no_more_than_its_scope()
    {
        await using var stage = await UploadStage.SetAsync();
        stage.Emulator.DefaultCreator.Scopes = ["video.upload"];

        Assert.IsType<PostDelivered>(await stage.Uploads.SendDraftAsync(UploadStage.Video, stage.Options(), UploadStage.Cancellation));
    }

    [Fact]
    public async Task A_direct_post_is_published()
    {
        await using var stage = await UploadStage.SetAsync();

        var outcome = await stage.Uploads.PostAsync(UploadStage.Video, new VideoPostInfo { PrivacyLevel = PrivacyLevel.PublicToEveryone }, stage.Options(), UploadStage.Cancellation);

        Assert.Single(Assert.IsType<PostPublished>(outcome).PostIds);
    }

    [Fact]
    public async Task A_video_that_TikTok_fails_after_all_is_an_outcome()
    {
        await using var stage = await UploadStage.SetAsync();
        stage.Emulator.NextPost(new PostScript().Then(PublishStatuses.ProcessingUpload, TimeSpan.FromSeconds(5)).ThenFail(FailReasons.FrameRateCheckFailed));

        var outcome = await stage.Uploads.SendDraftAsync(UploadStage.Video, stage.Options(), UploadStage.Cancellation);

        Assert.Equal(FailReason.FrameRateCheckFailed, Assert.IsType<PostFailed>(outcome).Reason);
    }

    [Fact]
    public async Task What_is_still_processed_when_the_time_is_up_is_resumed_without_a_byte_or_a_second_post()
    {
        await using var stage = await UploadStage.SetAsync();
        stage.Emulator.NextPost(new PostScript().Then(PublishStatuses.ProcessingUpload));
        var options = stage.Options();
        options.Wait.Polling.TotalTimeout = TimeSpan.FromMinutes(1);

        Assert.IsType<PostStillProcessing>(await stage.Uploads.SendDraftAsync(UploadStage.Video, options, UploadStage.Cancellation));
        stage.Post.Continue(new PostScript().Then(PublishStatuses.SendToUserInbox));
        var (json, url) = stage.Stored[^1];
        var outcome = await stage.Uploads.ResumeAsync(VideoUploadSession.Parse(json, url), UploadStage.Video, null, UploadStage.Cancellation);

        Assert.IsType<PostDelivered>(outcome);
        Assert.Equal(3, stage.Puts.Count);
        Assert.Single(stage.Emulator.Posts);
    }

    [Fact]
    public async Task Another_creators_client_shares_the_connections()
    {
        await using var stage = await UploadStage.SetAsync();
        var creator = stage.Emulator.AddCreator(new TikTokCreator());
        using var client = new ContentPostingClient(new ApiClientOptions { BaseAddress = stage.Emulator.BaseAddress, TimeProvider = stage.Time, AccessTokenProvider = new StaticAccessTokenProvider(creator.AccessToken) });

        var theirs = await stage.Uploads.For(client).SendDraftAsync(UploadStage.Video, null, UploadStage.Cancellation);
        var given = await stage.Uploads.SendDraftAsync(UploadStage.Video, new VideoUploadOptions { AccessToken = creator.AccessToken }, UploadStage.Cancellation);

        Assert.All(new[] { theirs, given }, static outcome => Assert.IsType<PostDelivered>(outcome));
        Assert.All(stage.Emulator.Posts, post => Assert.Same(creator, post.Creator));
    }
}
