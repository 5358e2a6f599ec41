using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Posting;

/// <summary>Direct posts of videos and photos, from the creator's settings to the profile.</summary>
public sealed class DirectPostTests
{
    private static readonly Uri[] Photos = [new("https://media.example.com/1.jpg"), new("https://media.example.com/2.webp")];

    [Fact]
    public async Task A_video_is_posted_with_what_the_creator_chose()
    {
        await using var stage = await Stage.SetAsync();

        var run = await PostVideoAsync(stage, new VideoPostInfo { PrivacyLevel = PrivacyLevel.PublicToEveryone, Title = "Tea #tea", DisableDuet = true, IsAigc = true });

        Assert.Equal("published", run.Action);
        Assert.Equal(PublishStatus.PublishComplete, run.Outputs.FinalStatus);
        Assert.Equal("emulated.creator", run.Outputs.CreatorUsername);
        Assert.Equal(stage.Emulator.Posts.Single().PublishId, run.Outputs.PublishId);
        Assert.Equal([7_602_997_517_160_123_457], run.Outputs.PostIds);
        Assert.Equal(
            """{"post_info":{"privacy_level":"PUBLIC_TO_EVERYONE","title":"Tea #tea","disable_duet":true,"is_aigc":true},"source_info":{"source":"PULL_FROM_URL","video_url":"https://media.example.com/clip.mp4"}}""",
            Init(stage, EmulatorOperation.InitVideoPublish));
    }

    [Fact]
    public async Task Photos_are_posted_with_what_the_creator_chose()
    {
        await using var stage = await Stage.SetAsync();

        var run = await DirectPostPhotosWorkflow.RunAsync(
            stage.Account,
            new DirectPostPhotosInputs { PostInfo = new PhotoPostInfo { PrivacyLevel = PrivacyLevel.SelfOnly, Title = "Tea", AutoAddMusic = true }, PhotoUrls = Photos, CoverIndex = 1, IsAiGenerated = false },
            stage.Options(),
            Stage.Cancellation);

        Assert.Equal("published", run.Action);
        Assert.Empty(run.Outputs.PostIds);
        Assert.Equal(
            """{"media_type":"PHOTO","post_mode":"DIRECT_POST","is_aigc":false,"post_info":{"privacy_level":"SELF_ONLY","title":"Tea","auto_add_music":true},"source_info":{"source":"PULL_FROM_URL","photo_images":["https://media.example.com/1.jpg","https://media.example.com/2.webp"],"photo_cover_index":1}}""",
            Init(stage, EmulatorOperation.InitPhotoPublish));
    }

    [Fact]
    public async Task A_privacy_level_that_the_creator_does_not_have_is_found_before_a_post_is_opened()
    {
        await using var stage = await Stage.SetAsync();

        var failure = await Assert.ThrowsAsync<WorkflowStepFailedException>(() => PostVideoAsync(stage, new VideoPostInfo { PrivacyLevel = PrivacyLevel.FollowerOfCreator }));

        Assert.Equal("getCreatorInfo", failure.Step);
        Assert.Contains("privacy_level_options", failure.Condition, StringComparison.Ordinal);
        Assert.Empty(stage.Emulator.Posts);
        Assert.Equal(0, stage.Received(EmulatorOperation.InitVideoPublish));
    }

    [Fact]
    public async Task A_creator_who_cannot_post_is_found_before_a_post_is_opened()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.DefaultCreator.Refusal = ErrorCodes.SpamRiskTooManyPosts;

        var failure = await Assert.ThrowsAsync<WorkflowStepFailedException>(() => PostVideoAsync(stage, new VideoPostInfo { PrivacyLevel = PrivacyLevel.SelfOnly }));

        Assert.Equal(ErrorCode.SpamRiskTooManyPosts, Assert.IsType<TikTokApiException>(failure.InnerException, exactMatch: false).Code);
        Assert.Equal(0, stage.Received(EmulatorOperation.InitVideoPublish));
    }

    [Theory]
    [InlineData("SEND_TO_USER_INBOX")]
    [InlineData("SENDING_TO_USER_INBOX")]
    [InlineData("A_STATUS_OF_TOMORROW")]
    public async Task Only_PUBLISH_COMPLETE_is_posted(string status)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextPost(new PostScript().Then(PublishStatuses.ProcessingDownload, polls: 1).Then(status, polls: 2).Then(PublishStatuses.PublishComplete));

        var run = await PostVideoAsync(stage, new VideoPostInfo { PrivacyLevel = PrivacyLevel.SelfOnly });

        Assert.Equal("published", run.Action);
        Assert.Equal(4, stage.Received(EmulatorOperation.GetPublishStatus));
    }

    [Fact]
    public async Task A_post_that_failed_is_a_result_with_its_reason()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextPost(new PostScript().ThenFail(FailReasons.SpamRiskText));

        var run = await PostVideoAsync(stage, new VideoPostInfo { PrivacyLevel = PrivacyLevel.SelfOnly });

        Assert.Equal("failed", run.Action);
        Assert.Equal(FailReason.SpamRiskText, run.Outputs.FailReason);
    }

    [Fact]
    public async Task Reads_that_fail_for_minutes_do_not_end_the_run()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextPost(new PostScript().Then(PublishStatuses.ProcessingDownload, polls: 1).Then(PublishStatuses.PublishComplete));
        stage.Emulator.NextAnswer(EmulatorOperation.GetPublishStatus, Fault.Refuse(ErrorCodes.InternalError), times: 9);
        stage.Emulator.NextAnswer(EmulatorOperation.GetPublishStatus, Fault.DropAfterProcessing, times: 5);
        stage.Emulator.NextAnswer(EmulatorOperation.GetPublishStatus, Fault.Refuse(ErrorCodes.RateLimitExceeded), times: 5);

        var run = await PostVideoAsync(stage, new VideoPostInfo { PrivacyLevel = PrivacyLevel.SelfOnly });

        Assert.Equal("published", run.Action);
        Assert.Single(stage.Emulator.Posts);
    }

    [Fact]
    public async Task A_status_query_that_is_refused_ends_the_run()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.GetPublishStatus, Fault.Refuse(ErrorCodes.AccessTokenInvalid));

        var failure = await Assert.ThrowsAsync<WorkflowStepFailedException>(() => PostVideoAsync(stage, new VideoPostInfo { PrivacyLevel = PrivacyLevel.SelfOnly }));

        Assert.Equal("pollStatus", failure.Step);
    }

    [Fact]
    public async Task The_publish_id_is_handed_out_before_the_first_wait_and_a_run_that_stops_there_goes_on_elsewhere()
    {
        await using var stage = await Stage.SetAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stage.Cancellation);
        string? seen = null;
        var inputs = new DirectPostVideoInputs { PostInfo = new VideoPostInfo { PrivacyLevel = PrivacyLevel.SelfOnly }, VideoUrl = Stage.Video };
        var options = stage.Options(progress =>
        {
            if (seen is null && progress.Outputs.TryGetValue("publishId", out seen))
            {
                stop.Cancel();
            }
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DirectPostVideoWorkflow.RunAsync(stage.Account, inputs, options, stop.Token));

        Assert.Equal(stage.Emulator.Posts.Single().PublishId, seen);
        Assert.Equal(0, stage.Received(EmulatorOperation.GetPublishStatus));
        var run = await DirectPostVideoWorkflow.ResumeAsync(stage.Account, WorkflowCheckpoint.Parse(stage.Checkpoints[^1]), stage.Options(), Stage.Cancellation);
        Assert.Equal(("published", seen), (run.Action, run.Outputs.PublishId));
        Assert.Equal(1, stage.Received(EmulatorOperation.InitVideoPublish));
    }

    private static Task<WorkflowResult<DirectPostVideoOutputs>> PostVideoAsync(Stage stage, VideoPostInfo post) =>
        DirectPostVideoWorkflow.RunAsync(stage.Account, new DirectPostVideoInputs { PostInfo = post, VideoUrl = Stage.Video }, stage.Options(), Stage.Cancellation);

    private static string Init(Stage stage, EmulatorOperation operation) => stage.Emulator.Requests.Single(request => request.Operation == operation).BodyText;
}
