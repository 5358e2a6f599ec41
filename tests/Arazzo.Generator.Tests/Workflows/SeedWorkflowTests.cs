using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>The workflow that the SDK is made for, from the documents that the SDK is made from.</summary>
public sealed class SeedWorkflowTests
{
    private const string Start = """
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider { AutoAdvanceAmount = TimeSpan.Zero };
        var client = new ContentPostingClient(new HttpClient(handler), new ApiClientOptions { TimeProvider = clock });
        var inputs = new InboxDraftUploadInputs { AccessToken = "act.secret", VideoUrl = new Uri("https://media.example.com/clip.mp4") };
        var log = new List<string>();
        var options = new WorkflowOptions { TimeProvider = clock, Progress = new Log(log, clock) };
        """;

    // Whoever waits is answered at once: the clock is moved to the end of the wait.
    private const string Log = """
        internal sealed class Log(List<string> lines, Microsoft.Extensions.Time.Testing.FakeTimeProvider clock) : IProgress<WorkflowProgress>
        {
            public void Report(WorkflowProgress value)
            {
                lines.Add(value.ToString());
                if (value.Kind == WorkflowProgressKind.Waiting) { _ = Task.Run(() => clock.Advance(value.Delay)); }
            }
        }
        """;

    private static GeneratorTest Project { get; } = GeneratorTest
        .Of("specs/arazzo/inbox.yml", Documents.Read("specs/arazzo/tiktok-for-developers-inbox-draft-upload-workflow.yml"))
        .With("specs/openapi/tiktok-content-posting-openapi.yml", Documents.Read("specs/openapi/tiktok-content-posting-openapi.yml"), ("Client", "ContentPostingClient"));

    [Fact]
    public void Repository_documents__have_nothing_to_complain_about() => Project.Run();
}
