using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests;

/// <summary>Runs that stop before their end, and go on elsewhere.</summary>
public sealed class StopTests
{
    [Theory]
    [MemberData(nameof(Steps.All), MemberType = typeof(Steps))]
    public async Task Cancelled_while_a_step_is_about_to_be_sent__the_run_stops_there(string step)
    {
        await using var stage = await Stage.SetAsync();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Stage.Cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stage.RunAsync(
            progress =>
            {
                if (progress.Kind == WorkflowProgressKind.StepStarted && progress.Step == step)
                {
                    cancellation.Cancel();
                }
            },
            cancellation.Token));

        Assert.Equal(0, stage.Received(Steps.Operation(step)));
    }

    [Theory]
    [MemberData(nameof(Steps.All), MemberType = typeof(Steps))]
    public async Task Cancelled_after_a_step__resuming_sends_only_what_was_not_sent(string step)
    {
        await using var stage = await Stage.SetAsync();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Stage.Cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stage.RunAsync(
            progress =>
            {
                if (progress.Kind == WorkflowProgressKind.StepEnded && progress.Step == step)
                {
                    cancellation.Cancel();
                }
            },
            cancellation.Token));

        var run = await stage.ResumeElsewhereAsync(stage.Checkpoints[^1]);

        Assert.Equal("delivered", run.Action);
        Assert.Equal(stage.Emulator.Posts.Single().PublishId, run.Outputs.PublishId);
        Assert.Equal(1, stage.Received(EmulatorOperation.QueryCreatorInfo));
        Assert.Equal(1, stage.InitsReceived);
    }

    [Fact]
    public async Task Cancelled_while_the_init_is_under_way__its_outcome_is_unknown_to_whoever_resumes()
    {
        await using var stage = await Stage.SetAsync();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Stage.Cancellation);
        stage.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.Delay(TimeSpan.FromHours(1)));
        var running = stage.RunAsync(cancellation: cancellation.Token);
        await Until(() => stage.InitsReceived == 1);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        await Assert.ThrowsAsync<WorkflowOutcomeUnknownException>(() => stage.ResumeElsewhereAsync(stage.Checkpoints[^1]));
        Assert.Equal(1, stage.InitsReceived);
    }

    [Fact]
    public async Task Cancelled_while_it_waits__the_run_stops_and_can_go_on()
    {
        await using var stage = await Stage.SetAsync();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Stage.Cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stage.RunAsync(
            progress =>
            {
                if (progress.Kind == WorkflowProgressKind.Waiting)
                {
                    cancellation.Cancel();
                }
            },
            cancellation.Token));

        Assert.Equal("delivered", (await stage.ResumeElsewhereAsync(stage.Checkpoints[^1])).Action);
        Assert.Equal(1, stage.InitsReceived);
    }

    [Fact]
    public async Task A_draft_that_takes_too_long_times_out_and_can_be_polled_on()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextPost(new PostScript().Then(PublishStatuses.ProcessingDownload, TimeSpan.FromMinutes(80)).Then(PublishStatuses.SendToUserInbox));

        var timeout = await Assert.ThrowsAsync<WorkflowTimeoutException>(() => stage.RunAsync());

        Assert.Equal(Steps.PollStatus, timeout.Step);
        Assert.Contains("PollingOptions", timeout.Message, StringComparison.Ordinal);
        var stored = timeout.Checkpoint!.ToUtf8Json();
        await Assert.ThrowsAsync<WorkflowTimeoutException>(() => stage.ResumeElsewhereAsync(stored));
        var run = await stage.ResumeElsewhereAsync(stored);
        Assert.Equal(PublishStatus.SendToUserInbox, run.Outputs.FinalStatus);
        Assert.Equal(1, stage.InitsReceived);
        Assert.Equal(1, stage.Received(EmulatorOperation.QueryCreatorInfo));
    }

    [Fact]
    public async Task Every_checkpoint_of_a_run_leads_to_its_end_without_a_second_init()
    {
        await using var stage = await Stage.SetAsync();
        var whole = await stage.RunAsync();
        var checkpoints = stage.Checkpoints.Select(static stored => WorkflowCheckpoint.Parse(stored)).ToArray();

        foreach (var checkpoint in checkpoints.Where(static checkpoint => checkpoint.NextStep is Steps.PollStatus or null))
        {
            var run = await stage.ResumeElsewhereAsync(checkpoint.ToUtf8Json());
            Assert.Equal(whole.Outputs.PublishId, run.Outputs.PublishId);
            Assert.Equal("delivered", run.Action);
        }

        Assert.Contains(checkpoints, static checkpoint => checkpoint is { NextStep: Steps.InitInboxUpload, IsInFlight: true });
        Assert.Equal(1, stage.InitsReceived);
    }

    private static async Task Until(Func<bool> condition)
    {
        while (!condition())
        {
            Stage.Cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
