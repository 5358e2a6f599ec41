using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 5: posts stay in processing for ever, and integrators open them again.</summary>
public sealed class Demand05_StuckPostsTests
{
    [Theory]
    [InlineData(PublishStatuses.ProcessingDownload)]
    [InlineData(PublishStatuses.ProcessingUpload)]
    public async Task A_timeout_is_an_outcome_with_all_that_is_needed_to_go_on(string status)
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(new PostStep(status) { FailReason = "a_reason_although_it_has_not_failed" }));

        var end = Assert.IsType<PostStillProcessing>(await stage.Account.WaitUntilDeliveredAsync(publishId, cancellationToken: Stage.Cancellation));

        Assert.Equal((publishId, status, "a_reason_although_it_has_not_failed", PostMilestone.Delivered), (end.PublishId, end.LastStatus?.Status?.Value, end.LastStatus?.FailReason?.Value, end.Until));
        stage.Emulator.Posts.Single().Continue(new PostScript().Then(PublishStatuses.SendToUserInbox));
        Assert.IsType<PostDelivered>(await end.WaitAgainAsync(stage.Account, cancellationToken: Stage.Cancellation));
        Assert.Single(stage.Emulator.Posts);
    }

    [Fact]
    public async Task A_workflow_keeps_its_run()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextPost(new PostScript().Then(PublishStatuses.ProcessingDownload));

        var timeout = await Assert.ThrowsAsync<WorkflowTimeoutException>(() => stage.RunAsync());
        stage.Emulator.Posts.Single().Continue(new PostScript().Then(PublishStatuses.SendToUserInbox));
        var run = await stage.ResumeElsewhereAsync(timeout.Checkpoint!.ToUtf8Json());

        Assert.Equal("delivered", run.Action);
        Assert.Single(stage.Emulator.Posts);
    }
}
