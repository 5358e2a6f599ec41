using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests;

/// <summary>What is tried again, and what never is.</summary>
public sealed class RetryTests
{
    [Theory]
    [MemberData(nameof(Steps.Reads), MemberType = typeof(Steps))]
    public async Task A_rate_limit_on_a_read_is_waited_out(string step)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(Steps.Operation(step), Fault.Refuse(ErrorCodes.RateLimitExceeded, retryAfter: "17"));

        var run = await stage.RunAsync();

        Assert.Equal("delivered", run.Action);
        Assert.Contains(TimeSpan.FromSeconds(17), stage.Time.Waits);
    }

    [Theory]
    [MemberData(nameof(Steps.Reads), MemberType = typeof(Steps))]
    public async Task A_server_error_on_a_read_is_tried_again(string step)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(Steps.Operation(step), Fault.Refuse(ErrorCodes.InternalError), times: 2);
        stage.Emulator.NextAnswer(Steps.Operation(step), Fault.Reply(502, "<html>bad gateway</html>", "text/html"));

        var run = await stage.RunAsync();

        Assert.Equal("delivered", run.Action);
        Assert.Equal(1, stage.InitsReceived);
    }

    [Theory]
    [MemberData(nameof(Steps.Reads), MemberType = typeof(Steps))]
    public async Task A_lost_connection_on_a_read_is_tried_again(string step)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(Steps.Operation(step), Fault.DropAfterProcessing);
        stage.Emulator.NextAnswer(Steps.Operation(step), Fault.DropInBody);

        var run = await stage.RunAsync();

        Assert.Equal("delivered", run.Action);
        Assert.Equal(1, stage.InitsReceived);
    }

    [Fact]
    public async Task A_server_that_keeps_failing_ends_the_run_with_the_step_the_code_and_the_log_id()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.GetPublishStatus, Fault.Refuse(ErrorCodes.InternalError), times: 4);

        var failure = await Assert.ThrowsAsync<WorkflowStepFailedException>(() => stage.RunAsync());

        Assert.Equal(Steps.PollStatus, failure.Step);
        var refusal = Assert.IsType<TikTokApiException>(failure.InnerException, exactMatch: false);
        Assert.Equal(ErrorCode.InternalError, refusal.Code);
        Assert.True(refusal.IsTransient);
        Assert.Contains(refusal.LogId!, failure.Message, StringComparison.Ordinal);
        Assert.Equal(4, stage.Received(EmulatorOperation.GetPublishStatus));
    }

    [Theory]
    [InlineData(ErrorCodes.InternalError)]
    [InlineData("a_code_of_tomorrow")]
    public async Task A_server_error_on_the_init_leaves_the_outcome_unknown_and_is_never_repeated(string code)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.Refuse(code, statusCode: 500, afterProcessing: true));

        var failure = await Assert.ThrowsAsync<WorkflowOutcomeUnknownException>(() => stage.RunAsync());

        Assert.Equal(Steps.InitInboxUpload, failure.Step);
        Assert.Equal(RetryAdvice.AfterOutcomeCheck, Assert.IsType<TikTokApiException>(failure.InnerException, exactMatch: false).RetryAdvice);
        Assert.Equal(1, stage.InitsReceived);
    }

    [Fact]
    public async Task A_gateway_that_fails_on_the_init_leaves_the_outcome_unknown()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.Reply(504, "<html>timeout</html>", "text/html", afterProcessing: true));

        var failure = await Assert.ThrowsAsync<WorkflowOutcomeUnknownException>(() => stage.RunAsync());

        Assert.Contains("504", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, stage.InitsReceived);
    }

    [Fact]
    public async Task A_rate_limit_on_the_init_is_for_the_caller_to_wait_out()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.Refuse(ErrorCodes.RateLimitExceeded, retryAfter: "30"));

        var failure = await Assert.ThrowsAsync<WorkflowStepFailedException>(() => stage.RunAsync());

        var refusal = Assert.IsType<TikTokApiException>(failure.InnerException, exactMatch: false);
        Assert.Equal(RetryAdvice.BackOff, refusal.RetryAdvice);
        Assert.Equal(TimeSpan.FromSeconds(30), refusal.RetryAfter);
        Assert.False(refusal.OutcomeUnknown);
        Assert.Equal(1, stage.InitsReceived);

        var run = await stage.ResumeElsewhereAsync(failure.Checkpoint!.ToUtf8Json());

        Assert.Equal("delivered", run.Action);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_lost_on_the_init_leaves_the_outcome_unknown_and_one_init(bool isProcessed)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, isProcessed ? Fault.DropAfterProcessing : Fault.DropBeforeReading);

        var failure = await Assert.ThrowsAsync<WorkflowOutcomeUnknownException>(() => stage.RunAsync());

        Assert.Equal(Steps.InitInboxUpload, failure.Step);
        Assert.True(failure.Checkpoint!.IsInFlight);
        Assert.Equal(isProcessed ? 1 : 0, stage.Emulator.Posts.Count);
        Assert.Equal(1, stage.InitsReceived);
    }

    [Fact]
    public async Task A_run_whose_outcome_is_unknown_is_not_resumed_before_somebody_has_looked()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.DropBeforeReading);
        var failure = await Assert.ThrowsAsync<WorkflowOutcomeUnknownException>(() => stage.RunAsync());

        await Assert.ThrowsAsync<WorkflowOutcomeUnknownException>(() => stage.ResumeElsewhereAsync(failure.Checkpoint!.ToUtf8Json()));
        Assert.Equal(1, stage.InitsReceived);

        var run = await stage.ResumeElsewhereAsync(failure.Checkpoint!.AsNotSent().ToUtf8Json());
        Assert.Equal("delivered", run.Action);
        Assert.Single(stage.Emulator.Posts);
    }
}
