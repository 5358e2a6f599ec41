using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests;

/// <summary>The ends that a run can come to.</summary>
public sealed class EndTests
{
    [Fact]
    public async Task A_draft_that_reaches_the_inbox_ends_the_run_as_delivered()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextPost(new PostScript().Then(PublishStatuses.ProcessingDownload, polls: 3).Then(PublishStatuses.SendToUserInbox));

        var run = await stage.RunAsync();

        Assert.Equal("delivered", run.Action);
        Assert.Equal(PublishStatus.SendToUserInbox, run.Outputs.FinalStatus);
        Assert.Equal(stage.Emulator.Posts.Single().PublishId, run.Outputs.PublishId);
        Assert.Null(run.Outputs.FailReason);
        Assert.Equal(4, stage.Received(EmulatorOperation.GetPublishStatus));
    }

    [Fact]
    public async Task The_requests_are_those_that_the_document_describes()
    {
        await using var stage = await Stage.SetAsync();

        await stage.RunAsync();

        Assert.Equal(
            [EmulatorOperation.QueryCreatorInfo, EmulatorOperation.InitInboxVideoUpload, EmulatorOperation.GetPublishStatus],
            stage.Emulator.Requests.Select(static request => request.Operation!.Value).Distinct());
        Assert.All(stage.Emulator.Requests, request => Assert.Equal(stage.Emulator.AccessToken, request.AccessToken));
        var init = stage.Emulator.Requests.Single(static request => request.Operation == EmulatorOperation.InitInboxVideoUpload);
        Assert.Equal("""{"source_info":{"source":"PULL_FROM_URL","video_url":"https://media.example.com/clip.mp4"}}""", init.BodyText);
    }

    [Fact]
    public async Task A_draft_that_the_creator_has_posted_ends_the_run_as_completed()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextPost(new PostScript().Then(PublishStatuses.ProcessingDownload, polls: 1).Then(PublishStatuses.PublishComplete));

        var run = await stage.RunAsync();

        Assert.Equal("completed", run.Action);
        Assert.Equal(PublishStatus.PublishComplete, run.Outputs.FinalStatus);
    }

    [Fact]
    public async Task A_post_that_failed_is_a_result_with_its_reason()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextPost(new PostScript().Then(PublishStatuses.ProcessingDownload, polls: 1).ThenFail(FailReasons.VideoPullFailed));

        var run = await stage.RunAsync();

        Assert.Equal("failed", run.Action);
        Assert.Equal(PublishStatus.Failed, run.Outputs.FinalStatus);
        Assert.Equal(FailReason.VideoPullFailed, run.Outputs.FailReason);
        Assert.Equal(stage.Emulator.Posts.Single().PublishId, run.Outputs.PublishId);
    }

    [Fact]
    public async Task The_spelling_of_other_descriptions_is_not_the_end()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextPost(new PostScript().Then("SENDING_TO_USER_INBOX", polls: 2).Then(PublishStatuses.SendToUserInbox));

        var run = await stage.RunAsync();

        Assert.Equal("delivered", run.Action);
        Assert.Equal(PublishStatus.SendToUserInbox, run.Outputs.FinalStatus);
        Assert.Equal(3, stage.Received(EmulatorOperation.GetPublishStatus));
    }

    [Fact]
    public async Task A_status_that_nobody_knows_ends_the_run_and_is_handed_out_as_it_came()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextPost(new PostScript().Then("WAITING_FOR_A_FULL_MOON"));

        var run = await stage.RunAsync();

        Assert.Null(run.Action);
        Assert.Equal("WAITING_FOR_A_FULL_MOON", run.Outputs.FinalStatus?.Value);
        Assert.False(run.Outputs.FinalStatus?.IsKnown);
    }

    [Fact]
    public async Task Polling_waits_longer_from_round_to_round_up_to_its_limit()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextPost(new PostScript().Then(PublishStatuses.ProcessingDownload, polls: 12).Then(PublishStatuses.SendToUserInbox));

        await stage.RunAsync();

        var waits = stage.Progress.Where(static progress => progress.Kind == WorkflowProgressKind.Waiting).Select(static progress => progress.Delay.TotalSeconds).ToArray();
        Assert.Equal(12, waits.Length);
        Assert.InRange(waits[0], 1.6, 2.4);
        Assert.InRange(waits[^1], 24, 36);
    }
}
