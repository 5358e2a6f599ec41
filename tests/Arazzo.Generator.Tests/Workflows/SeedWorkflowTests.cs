using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>The workflow that the SDK is made for, from the documents that the SDK is made from.</summary>
public sealed class SeedWorkflowTests
{
    private const string Clock = """
        internal sealed class Clock : Microsoft.Extensions.Time.Testing.FakeTimeProvider
        {
            public List<double> Waits { get; } = new();
            public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
            {
                var timer = base.CreateTimer(callback, state, dueTime, period);
                Waits.Add(dueTime.TotalSeconds);
                ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
                return timer;
            }
        }
        """;

    private const string Run = """
        var clock = new Clock();
        var client = new ContentPostingClient(new HttpClient(handler), new ApiClientOptions { Resilience = { Enabled = false } });
        var inputs = new InboxDraftUploadInputs { AccessToken = "act.secret", VideoUrl = new Uri("https://media.example.com/clip.mp4?a=b") };
        var checkpoints = new List<string>();
        var options = new WorkflowOptions
        {
            TimeProvider = clock,
            Polling = { Jitter = 0 },
            Checkpoint = (checkpoint, _) => { checkpoints.Add(System.Text.Encoding.UTF8.GetString(checkpoint.ToUtf8Json())); return default; },
        };
        """;

    private const string CreatorInfo = """{"data":{"creator_username":"ann","max_video_post_duration_sec":600},"error":{"code":"ok","message":"","log_id":"l1"}}""";
    private const string Init = """{"data":{"publish_id":"v_inbox_url~v2.1"},"error":{"code":"ok","message":"","log_id":"l2"}}""";

    private static GeneratorTest Project { get; } = GeneratorTest
        .Of("specs/arazzo/inbox.yml", Documents.Read("specs/arazzo/tiktok-for-developers-inbox-draft-upload-workflow.yml"))
        .With("specs/openapi/tiktok-content-posting-openapi.yml", Documents.Read("specs/openapi/tiktok-content-posting-openapi.yml"), ("Client", "ContentPostingClient"));

    private static GeneratorTest Program(string body) => Project.WithSource($$"""
        using Tests;
        public static class Program { public static async Task<string> Run(HttpMessageHandler handler) {
        {{Run}}
        {{body}}
        } }
        {{Clock}}
        """);

    [Fact]
    public async Task Draft_that_is_delivered_at_the_third_look__ends_with_its_outputs()
    {
        var handler = new RecordingHandler().Answer(200, CreatorInfo).Answer(200, Init).Answer(200, Status("PROCESSING_DOWNLOAD"))
            .Answer(200, Status("PROCESSING_UPLOAD")).Answer(200, Status("SEND_TO_USER_INBOX"));

        var text = await Program("""
            var run = await InboxDraftUploadWorkflow.RunAsync(client, inputs, options);
            return $"{run.Outputs.PublishId} {run.Outputs.FinalStatus} {run.Step} {run.Action} {string.Join("+", clock.Waits)}";
            """).Run().RunProgramAsync(handler);

        Assert.Equal("v_inbox_url~v2.1 SEND_TO_USER_INBOX pollStatus delivered 2+3", text);
        Assert.All(handler.Requests, static request => Assert.Equal("Bearer act.secret", request.Headers["Authorization"]));
        Assert.Equal("""{"source_info":{"source":"PULL_FROM_URL","video_url":"https://media.example.com/clip.mp4?a=b"}}""", handler.Requests[1].Body);
        Assert.Equal("""{"publish_id":"v_inbox_url~v2.1"}""", handler.Request.Body);
    }

    [Theory]
    [InlineData("PUBLISH_COMPLETE", "completed")]
    [InlineData("FAILED", "failed")]
    [InlineData("SOMETHING_NEW", "")]
    public async Task Other_ends__have_their_own_action(string status, string action)
    {
        var handler = new RecordingHandler().Answer(200, CreatorInfo).Answer(200, Init).Answer(200, Status(status));

        var text = await Program("""
            var run = await InboxDraftUploadWorkflow.RunAsync(client, inputs, options);
            return $"{run.Outputs.FinalStatus} {run.Action}";
            """).Run().RunProgramAsync(handler);

        Assert.Equal($"{status} {action}", text);
    }

    [Fact]
    public async Task Run_that_is_stopped__goes_on_in_another_process_without_a_second_init()
    {
        var handler = new RecordingHandler().Answer(200, CreatorInfo).Answer(200, Init).Break().Answer(200, Status("SEND_TO_USER_INBOX"));

        var text = await Program("""
            try
            {
                await InboxDraftUploadWorkflow.RunAsync(client, inputs, options);
            }
            catch (WorkflowStepFailedException)
            {
            }
            var checkpoint = WorkflowCheckpoint.Parse(System.Text.Encoding.UTF8.GetBytes(checkpoints[^1]));
            var run = await InboxDraftUploadWorkflow.ResumeAsync(client, checkpoint, new InboxDraftUploadCredentials { AccessToken = "act.fresh" }, options);
            return run.Outputs.PublishId + string.Concat(checkpoints);
            """).Run().RunProgramAsync(handler);

        Assert.StartsWith("v_inbox_url~v2.1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("act.", text, StringComparison.Ordinal);
        Assert.Equal("Bearer act.fresh", handler.Request.Headers["Authorization"]);
        Assert.Single(handler.Requests, static request => request.Uri.AbsolutePath.EndsWith("/inbox/video/init/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refused_token__fails_at_its_step_and_says_which_condition()
    {
        var handler = new RecordingHandler().Answer(401, """{"error":{"code":"access_token_invalid","message":"x","log_id":"l9"}}""");

        var text = await Program("""
            try
            {
                await InboxDraftUploadWorkflow.RunAsync(client, inputs, options);
                return "";
            }
            catch (WorkflowStepFailedException exception)
            {
                return exception.Step + "|" + exception.Condition + "|" + exception.Message;
            }
            """).Run().RunProgramAsync(handler);

        Assert.StartsWith("getCreatorInfo|$statusCode == 200|", text, StringComparison.Ordinal);
        Assert.DoesNotContain("act.secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Comment_in_the_document__changes_nothing_that_is_emitted()
    {
        var before = Project.Run();
        var after = Project.WithEdit("specs/arazzo/inbox.yml", "workflows:\n", "# a comment\n\nworkflows:\n").Run();

        Assert.Equal(before.Sources, after.Sources);
    }

    private static string Status(string status) => $$$"""{"data":{"status":"{{{status}}}"},"error":{"code":"ok","message":"","log_id":"l3"}}""";
}
