using System.Text;
using static Arazzo.Runtime.Tests.RecordingHandler;

namespace Arazzo.Runtime.Tests.Workflows;

public sealed class WorkflowRunTests
{
    private const string Init = """{"publish_id":"p1"}""";
    private const string Processing = """{"status":"processing"}""";
    private const string Done = """{"status":"DONE"}""";

    private readonly SkippingTimeProvider _time = new();
    private readonly List<WorkflowProgress> _progress = [];
    private readonly List<WorkflowCheckpoint> _checkpoints = [];

    private WorkflowOptions Options => new()
    {
        TimeProvider = _time,
        Progress = new Collector(_progress),
        Polling = { Jitter = 0 },
        Checkpoint = (checkpoint, _) =>
        {
            _checkpoints.Add(WorkflowCheckpoint.Parse(checkpoint.ToUtf8Json()));
            return default;
        },
    };

    [Fact]
    public async Task Sound_answers__end_with_outputs_step_and_action()
    {
        var result = await new UploadWorkflow(new RecordingHandler(Answer(Init), Answer(Done)).Pipeline()).RunAsync("t");

        Assert.Equal(("p1", "poll", "delivered", false), (result.Outputs, result.Step, result.Action, result.IsFailure));
        Assert.Equal(7, Guid.Parse(result.RunId).Version);
    }

    [Fact]
    public async Task Goto_the_own_step__waits_ever_longer_up_to_the_maximum()
    {
        var handler = new RecordingHandler([Answer(Init), .. Enumerable.Repeat(Answer(Processing), 9), Answer(Done)]);

        await new UploadWorkflow(handler.Pipeline()).RunAsync("t", Options, TestContext.Current.CancellationToken);

        Assert.Equal([2, 3, 4.5, 6.8, 10.1, 15.2, 22.8, 30, 30], _time.Waits.Select(static wait => Math.Round(wait.TotalSeconds, 1)));
    }

    [Fact]
    public async Task Jitter__comes_from_the_random_that_is_given()
    {
        var handler = new RecordingHandler(Answer(Init), Answer(Processing), Answer(Done));
        var options = new WorkflowOptions { TimeProvider = _time, Polling = { Random = new HighestRandom(), Jitter = 0.2 } };

        await new UploadWorkflow(handler.Pipeline()).RunAsync("t", options);

        Assert.InRange(Assert.Single(_time.Waits).TotalSeconds, 2.399, 2.4);
    }

    [Fact]
    public async Task Retry_after_of_a_poll__overrules_the_computed_wait()
    {
        var handler = new RecordingHandler(Answer(Init), Answer(Processing, headers: [("Retry-After", "77")]), Answer(Done));

        await new UploadWorkflow(handler.Pipeline()).RunAsync("t", Options);

        Assert.Equal(TimeSpan.FromSeconds(77), Assert.Single(_time.Waits));
    }

    [Fact]
    public async Task Polling_too_long__throws_with_a_checkpoint_that_polls_on()
    {
        var handler = new RecordingHandler([Answer(Init), .. Enumerable.Repeat(Answer(Processing), 5)]);
        var options = Options;
        options.Polling.TotalTimeout = TimeSpan.FromSeconds(10);

        var exception = await Assert.ThrowsAsync<WorkflowTimeoutException>(() => new UploadWorkflow(handler.Pipeline()).RunAsync("t", options));

        // 2 + 3 + 4.5 s, and a last look at the deadline.
        Assert.Equal([2, 3, 4.5, 0.5], _time.Waits.Select(static wait => wait.TotalSeconds));
        Assert.Contains("'stillProcessing' has been polling for 10 s in 5 rounds", exception.Message, StringComparison.Ordinal);
        var resumed = new RecordingHandler(Answer(Done));
        var result = await new UploadWorkflow(resumed.Pipeline()).ResumeAsync(exception.Checkpoint!, "t");
        Assert.Equal("p1", result.Outputs);
        Assert.EndsWith("/poll?id=p1", resumed.Request.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Poll_that_is_resumed__goes_on_with_the_time_and_the_waits_that_are_left()
    {
        var handler = new RecordingHandler([Answer(Init), .. Enumerable.Repeat(Answer(Processing), 3), Answer(Done)]);
        var options = Options;
        options.Polling.TotalTimeout = TimeSpan.FromSeconds(20);
        await new UploadWorkflow(handler.Pipeline()).RunAsync("t", options);
        // 2, 3 and 4.5 seconds have been waited for once the last of them is due.
        var checkpoint = WorkflowCheckpoint.Parse(_checkpoints.Last(static item => item.NotBefore is not null).ToUtf8Json());
        foreach (var late in new[] { -1.5, 0, 3600 })
        {
            var time = new SkippingTimeProvider();
            time.SetUtcNow(checkpoint.NotBefore!.Value.AddSeconds(late));
            var again = new WorkflowOptions { TimeProvider = time, Polling = { Jitter = 0, TotalTimeout = TimeSpan.FromSeconds(20) } };

            var exception = await Assert.ThrowsAsync<WorkflowTimeoutException>(() =>
                new UploadWorkflow(new RecordingHandler([.. Enumerable.Repeat(Answer(Processing), 9)]).Pipeline()).ResumeAsync(checkpoint, "t", again));

            Assert.Equal(late < 0 ? [1.5, 6.75, 3.75] : [6.75, 3.75], time.Waits.Select(static wait => wait.TotalSeconds));
            Assert.Contains("has been polling for 20 s in 6 rounds", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Status_that_a_criterion_excludes__throws_with_step_condition_and_cause()
    {
        var handler = new RecordingHandler(Answer("""{"error":{"code":"access_token_invalid"}}""", 401));

        var exception = await Assert.ThrowsAsync<WorkflowStepFailedException>(() => new UploadWorkflow(handler.Pipeline()).RunAsync("t"));

        Assert.Equal(("upload", "init", "$statusCode == 200"), (exception.WorkflowId, exception.Step, exception.Condition));
        Assert.Equal(401, Assert.IsType<ApiException>(exception.InnerException, exactMatch: false).StatusCode);
        Assert.StartsWith("Workflow 'upload' failed at step 'init': init (POST /init) answered 401", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'$statusCode == 200' does not hold", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Value_that_a_step_needs_is_missing__throws_before_sending()
    {
        var handler = new RecordingHandler(Answer("{}"));

        var exception = await Assert.ThrowsAsync<WorkflowStepFailedException>(() => new UploadWorkflow(handler.Pipeline()).RunAsync("t"));

        Assert.Equal("poll", exception.Step);
        Assert.Contains("$steps.init.outputs.publishId has no value", exception.Message, StringComparison.Ordinal);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Lost_answer_of_an_unsafe_step__throws_outcome_unknown_and_is_not_sent_again()
    {
        var handler = new RecordingHandler(Throws(new HttpRequestException(HttpRequestError.ResponseEnded)));

        var exception = await Assert.ThrowsAsync<WorkflowOutcomeUnknownException>(() => new UploadWorkflow(handler.Pipeline()).RunAsync("t"));

        Assert.Single(handler.Requests);
        Assert.True(exception.Checkpoint!.IsInFlight);
        await Assert.ThrowsAsync<WorkflowOutcomeUnknownException>(() => new UploadWorkflow(handler.Pipeline()).ResumeAsync(exception.Checkpoint, "t"));
        var second = new RecordingHandler(Answer(Init), Answer(Done));
        Assert.Equal("p1", (await new UploadWorkflow(second.Pipeline()).ResumeAsync(exception.Checkpoint.AsNotSent(), "t")).Outputs);
    }

    [Fact]
    public async Task Lost_answer_of_a_safe_step__is_a_failure_that_actions_can_care_for()
    {
        var handler = new RecordingHandler(Answer(Init), Throws(new HttpRequestException(HttpRequestError.ResponseEnded)), Answer(Done));

        var result = await new UploadWorkflow(handler.Pipeline()).RunAsync("t", Options);

        Assert.Equal("delivered", result.Action);
        Assert.Equal(TimeSpan.FromSeconds(5), Assert.Single(_time.Waits));
    }

    [Fact]
    public async Task Retries_are_used_up__next_action_or_failure()
    {
        var handler = new RecordingHandler(Answer(Init), Answer("{}", 503), Answer("{}", 503), Answer("{}", 503));

        var exception = await Assert.ThrowsAsync<WorkflowStepFailedException>(() => new UploadWorkflow(handler.Pipeline()).RunAsync("t", Options));

        Assert.Equal(4, handler.Requests.Count);
        Assert.Null(exception.Condition);
    }

    [Fact]
    public async Task Success_between_failures__gives_all_attempts_back()
    {
        var handler = new RecordingHandler(
            Answer(Init), Answer("{}", 503), Answer("{}", 503), Answer(Processing), Answer("{}", 503), Answer("{}", 503), Answer(Done));

        Assert.Equal("delivered", (await new UploadWorkflow(handler.Pipeline()).RunAsync("t", Options)).Action);
    }

    [Theory]
    [InlineData(200, null, 2)]
    [InlineData(200, "77", 77)]
    [InlineData(503, "77", 77)]
    public async Task Run_that_is_resumed_before_its_next_step_is_due__waits_for_the_rest(int status, string? retryAfter, int seconds)
    {
        var handler = new RecordingHandler(Answer(Init), Answer(status == 200 ? Processing : "{}", status, headers: retryAfter is null ? [] : [("Retry-After", retryAfter)]), Answer(Done));
        var start = _time.GetUtcNow();
        await new UploadWorkflow(handler.Pipeline()).RunAsync("t", Options);
        var checkpoint = Assert.Single(_checkpoints, static item => item.NotBefore is not null);
        Assert.Equal(start.AddSeconds(seconds), checkpoint.NotBefore);

        foreach (var rest in new[] { 1.5, 0, -5 })
        {
            var time = new SkippingTimeProvider();
            time.SetUtcNow(checkpoint.NotBefore!.Value.AddSeconds(-rest));
            var progress = new List<WorkflowProgress>();
            await new UploadWorkflow(new RecordingHandler(Answer(Done)).Pipeline()).ResumeAsync(checkpoint, "t", new WorkflowOptions { TimeProvider = time, Progress = new Collector(progress) });

            Assert.Equal(rest > 0 ? [TimeSpan.FromSeconds(rest)] : [], time.Waits);
            Assert.Equal(time.Waits, progress.Where(static item => item.Kind == WorkflowProgressKind.Waiting).Select(static item => item.Delay));
        }
    }

    [Fact]
    public async Task Wait_that_no_timer_can_take__is_as_long_as_one_can()
    {
        var handler = new RecordingHandler(Answer(Init), Answer("{}", 503, headers: [("Retry-After", "99999999999")]), Answer(Done));

        await new UploadWorkflow(handler.Pipeline()).RunAsync("t", Options);

        Assert.Equal(TimeSpan.FromMilliseconds(uint.MaxValue - 1), Assert.Single(_time.Waits));
    }

    [Fact]
    public async Task Attempts__are_counted_across_a_resume()
    {
        var handler = new RecordingHandler(Answer(Init), Answer("{}", 503), Answer("{}", 503), Throws(new InvalidOperationException()));
        await Assert.ThrowsAnyAsync<Exception>(() => new UploadWorkflow(handler.Pipeline()).RunAsync("t", Options));

        var second = new RecordingHandler(Answer("{}", 503));
        await Assert.ThrowsAsync<WorkflowStepFailedException>(() => new UploadWorkflow(second.Pipeline()).ResumeAsync(_checkpoints[^1], "t", Options));
        Assert.Single(second.Requests);
    }

    [Fact]
    public async Task Failure_action_end__gives_a_result_that_says_so()
    {
        var result = await new UploadWorkflow(new RecordingHandler(Answer(Init), Answer("{}", 410)).Pipeline()).RunAsync("t", Options);

        Assert.True(result.IsFailure);
        Assert.Equal("gone", result.Action);
    }

    [Fact]
    public async Task Checkpoints__come_before_unsafe_steps_and_after_each_step_without_secrets()
    {
        await new UploadWorkflow(new RecordingHandler(Answer(Init), Answer(Processing), Answer(Done)).Pipeline()).RunAsync("t0k3n", Options);

        Assert.Equal([("init", true), ("poll", false), ("poll", false), (null, false)], _checkpoints.Select(static item => (item.NextStep, item.IsInFlight)));
        Assert.All(_checkpoints, static item => Assert.DoesNotContain("t0k3n", Encoding.UTF8.GetString(item.ToUtf8Json()), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_checkpoint_that_is_not_in_flight__resumes_to_the_same_end()
    {
        var first = await new UploadWorkflow(new RecordingHandler(Answer(Init), Answer(Processing), Answer(Done)).Pipeline()).RunAsync("t", Options);

        foreach (var checkpoint in _checkpoints.Where(static item => !item.IsInFlight).ToList())
        {
            var result = await new UploadWorkflow(new RecordingHandler(Answer(Done)).Pipeline()).ResumeAsync(checkpoint, "t");
            Assert.Equal((first.Outputs, first.Action, first.RunId, first.Step), (result.Outputs, result.Action, result.RunId, result.Step));
        }
    }

    [Fact]
    public async Task Refused_unsafe_step__leaves_a_checkpoint_that_is_not_in_flight()
    {
        var handler = new RecordingHandler(Answer("{}", 429));

        await Assert.ThrowsAsync<WorkflowStepFailedException>(() => new UploadWorkflow(handler.Pipeline()).RunAsync("t", Options));

        Assert.Equal([true, false], _checkpoints.Select(static item => item.IsInFlight));
    }

    [Theory]
    [InlineData("other", UploadWorkflow.Fingerprint, "is one of workflow 'other', not of 'upload'")]
    [InlineData("upload", "ffff", "made by another version of workflow 'upload'")]
    public async Task Checkpoint_of_something_else__is_refused(string workflow, string fingerprint, string message)
    {
        var json = $$$"""{"version":1,"workflow":"{{{workflow}}}","document":"{{{fingerprint}}}","run":"r","next":"poll","state":{}}""";
        var checkpoint = WorkflowCheckpoint.Parse(Encoding.UTF8.GetBytes(json));

        var exception = await Assert.ThrowsAsync<WorkflowCheckpointException>(() => new UploadWorkflow(new RecordingHandler().Pipeline()).ResumeAsync(checkpoint, "t"));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"version":2}""")]
    [InlineData("""{"version":1,"workflow":"upload","document":"x","run":"r","state":[]}""")]
    [InlineData("""{"version":1,"document":"x","run":"r","state":{}}""")]
    [InlineData("""{"version":1,"workflow":7,"document":"x","run":"r","state":{}}""")]
    [InlineData("""{"version":1,"workflow":"upload","document":"x","run":"r","attempts":{"a":"b"},"state":{}}""")]
    [InlineData("""{"version":1,"workflow":"upload","document":"x","run":"r","polls":[{"step":"a"}],"state":{}}""")]
    [InlineData("""{"version":1,"workflow":"upload","document":"x","run":"r","polls":[{"step":"a","action":"b","elapsed":1}],"state":{}}""")]
    [InlineData("""{"version":1,"workflow":"upload","document":"x","run":"r","polls":[1],"state":{}}""")]
    public void Text_that_is_no_checkpoint__is_refused(string text) =>
        Assert.Throws<WorkflowCheckpointException>(() => WorkflowCheckpoint.Parse(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public async Task Progress__tells_of_steps_outputs_waits_and_the_end()
    {
        await new UploadWorkflow(new RecordingHandler(Answer(Init), Answer(Processing), Answer(Done)).Pipeline()).RunAsync("t", Options);

        Assert.Equal(
            [
                "upload/init started", "upload/init ended: 200, publishId: p1", "upload/poll started", "upload/poll ended: 200",
                "upload/poll waits 2 s (stillProcessing, 1)", "upload/poll started", "upload/poll ended: 200", "upload ended (delivered)",
            ],
            _progress.Select(static item => item.ToString()));
        Assert.Equal(TimeSpan.FromSeconds(2), _progress[^1].Elapsed);
    }

    [Fact]
    public async Task Cancellation__stops_the_wait()
    {
        using var cancellation = new CancellationTokenSource();
        var options = new WorkflowOptions { TimeProvider = new Microsoft.Extensions.Time.Testing.FakeTimeProvider() };
        var run = new UploadWorkflow(new RecordingHandler(Answer(Init), Answer(Processing)).Pipeline()).RunAsync("t", options, cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    private static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Answer(
        string body, int status = 200, params (string Name, string Value)[] headers) => RecordingHandler.Json(body, status, headers: headers);

    private sealed class Collector(List<WorkflowProgress> items) : IProgress<WorkflowProgress>
    {
        public void Report(WorkflowProgress value) => items.Add(value);
    }

    private sealed class HighestRandom : Random
    {
        public override double NextDouble() => 0.999999;
    }
}
