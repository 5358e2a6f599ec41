using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Posting;

/// <summary>Posts that are called off.</summary>
public sealed class CancelTests
{
    [Fact]
    public async Task A_post_whose_media_is_still_fetched_is_called_off()
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(PublishStatuses.ProcessingDownload));

        var run = await RunAsync(stage, publishId);

        Assert.Equal("cancelled", run.Action);
        Assert.False(run.IsFailure);
        Assert.Equal(FailReason.PublishCancelled, run.Outputs.FailReason);
        Assert.Equal(PublishStatuses.Failed, stage.Emulator.Posts.Single().Status);
    }

    [Fact]
    public async Task The_confirmation_is_waited_for()
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(PublishStatuses.ProcessingDownload));
        stage.Emulator.NextAnswer(EmulatorOperation.GetPublishStatus, Fault.Reply(200, """{"data":{"status":"PROCESSING_DOWNLOAD"},"error":{"code":"ok"}}"""), times: 2);

        var run = await RunAsync(stage, publishId);

        Assert.Equal("cancelled", run.Action);
        Assert.Equal(3, stage.Received(EmulatorOperation.GetPublishStatus));
    }

    [Fact]
    public async Task A_post_that_is_too_far_is_not_cancellable()
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(PublishStatuses.SendToUserInbox));

        var run = await RunAsync(stage, publishId);

        Assert.Equal("notCancellable", run.Action);
        Assert.True(run.IsFailure);
        Assert.Equal(publishId, run.Outputs.PublishId);
        Assert.Equal(0, stage.Received(EmulatorOperation.GetPublishStatus));
    }

    [Theory]
    [InlineData(PublishStatuses.SendToUserInbox, "delivered")]
    [InlineData(PublishStatuses.PublishComplete, "published")]
    public async Task A_post_that_is_faster_than_its_cancellation_says_so(string status, string action)
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(PublishStatuses.ProcessingDownload));
        stage.Emulator.NextAnswer(EmulatorOperation.CancelPublish, Fault.Reply(200, """{"error":{"code":"ok"}}"""));
        stage.Emulator.Posts.Single().Continue(new PostScript().Then(status));

        Assert.Equal(action, (await RunAsync(stage, publishId)).Action);
    }

    [Fact]
    public async Task A_post_of_somebody_else_is_an_error()
    {
        await using var stage = await Stage.SetAsync();

        var failure = await Assert.ThrowsAsync<WorkflowStepFailedException>(() => RunAsync(stage, "v_inbox_url~v2.1"));

        Assert.Equal(ErrorCode.InvalidPublishId, Assert.IsType<TikTokApiException>(failure.InnerException, exactMatch: false).Code);
    }

    private static Task<WorkflowResult<CancelAndConfirmOutputs>> RunAsync(Stage stage, string publishId) =>
        CancelAndConfirmWorkflow.RunAsync(stage.Account, new CancelAndConfirmInputs { PublishId = publishId }, stage.Options(), Stage.Cancellation);
}
