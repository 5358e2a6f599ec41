using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests;

/// <summary>Answers that are not TikTok's, or not whole.</summary>
public sealed class UnexpectedAnswerTests
{
    private static readonly Dictionary<string, Fault> Answers = new(StringComparer.Ordinal)
    {
        ["html"] = Fault.Reply(200, "<html>log in</html>", "text/html", afterProcessing: true),
        ["empty"] = Fault.Reply(200, afterProcessing: true),
        ["not JSON"] = Fault.Reply(200, "certainly!", afterProcessing: true),
        ["an array"] = Fault.Reply(200, "[]", afterProcessing: true),
        ["null"] = Fault.Reply(200, "null", afterProcessing: true),
        ["no envelope"] = Fault.Reply(200, """{"hello":"world"}""", afterProcessing: true),
        ["no code"] = Fault.Reply(200, """{"data":{},"error":{}}""", afterProcessing: true),
        ["data of another shape"] = Fault.Reply(200, """{"data":[],"error":{"code":"ok"}}""", afterProcessing: true),
        ["cut off"] = Fault.CutOff,
        ["no content"] = Fault.Reply(204, afterProcessing: true),
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var answer in Answers.Keys)
            {
                cases.Add(answer, Steps.GetCreatorInfo);
                cases.Add(answer, Steps.PollStatus);
            }
            return cases;
        }
    }

    public static TheoryData<string> Names => [.. Answers.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_read_fails_with_the_step_and_what_came(string answer, string step)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(Steps.Operation(step), Answers[answer]);

        var failure = await Assert.ThrowsAsync<WorkflowStepFailedException>(() => stage.RunAsync());

        Assert.Equal(step, failure.Step);
        var cause = Assert.IsType<ApiException>(failure.InnerException, exactMatch: false);
        Assert.NotNull(cause.StatusCode);
        Assert.Contains(step, failure.Message, StringComparison.Ordinal);
        Assert.Contains(cause.PathTemplate, failure.Message, StringComparison.Ordinal);
        Assert.NotNull(failure.Checkpoint);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_init_whose_answer_cannot_be_read_has_an_unknown_outcome(string answer)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Answers[answer]);

        var failure = await Assert.ThrowsAsync<WorkflowOutcomeUnknownException>(() => stage.RunAsync());

        Assert.Equal(Steps.InitInboxUpload, failure.Step);
        Assert.IsType<ApiException>(failure.InnerException, exactMatch: false);
        Assert.Equal(1, stage.InitsReceived);
    }

    [Theory]
    [MemberData(nameof(Steps.All), MemberType = typeof(Steps))]
    public async Task A_huge_answer_fails_before_it_is_kept(string step)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(Steps.Operation(step), Fault.Huge(200_000));
        using var client = stage.CreateClient(static options => options.MaxResponseBytes = 100_000);

        var failure = await Assert.ThrowsAnyAsync<WorkflowException>(
            () => InboxDraftUploadWorkflow.RunAsync(client, stage.Inputs, stage.Options(), Stage.Cancellation));

        Assert.Equal(step, failure.Step);
        Assert.Contains("MaxResponseBytes", failure.Message, StringComparison.Ordinal);
        Assert.True(stage.InitsReceived <= 1);
    }

    [Theory]
    [MemberData(nameof(Steps.All), MemberType = typeof(Steps))]
    public async Task A_status_that_nobody_described_fails_the_step(string step)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(Steps.Operation(step), Fault.Reply(418, "short and stout", "text/plain"));

        var failure = await Assert.ThrowsAsync<WorkflowStepFailedException>(() => stage.RunAsync());

        Assert.Equal(step, failure.Step);
        Assert.Contains("418", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("stout", failure.Message, StringComparison.Ordinal);
        Assert.Equal("short and stout", System.Text.Encoding.UTF8.GetString(failure.Response!.RawBody.Span));
    }

    [Fact]
    public async Task An_init_without_a_publish_id_fails_at_the_step_that_needs_it()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.Reply(200, """{"data":{},"error":{"code":"ok"}}"""));

        var failure = await Assert.ThrowsAsync<WorkflowStepFailedException>(() => stage.RunAsync());

        Assert.Equal(Steps.PollStatus, failure.Step);
        Assert.Contains("publishId", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, stage.Received(EmulatorOperation.GetPublishStatus));
    }
}
