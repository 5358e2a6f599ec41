using Arazzo.Generator.Tests.Harness;
using TikTok.ContentPosting.Emulator;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>
/// Documents of the inbox draft upload, compiled here and run against the emulator: this repository's, and, where the folder <c>shared</c> lies beside the
/// repository, the public one that it started from, as it is.
/// </summary>
public sealed class InboxDraftDocumentTests
{
    private const string Token = "act.of-the-documents";
    private const string Workflow = "arazzo/tiktok-for-developers-inbox-draft-upload-workflow.yml";
    private const string Api = "openapi/tiktok-content-posting-openapi.yml";

    public static TheoryData<string, string, string> Ends
    {
        get
        {
            var ends = new TheoryData<string, string, string>();
            foreach (var folder in Folders())
            {
                ends.Add(folder, PublishStatuses.PublishComplete, "completed");
                ends.Add(folder, PublishStatuses.Failed, "failed");
                if (!IsOurs(folder))
                {
                    // Ours goes on polling: nobody has ever seen the server send it.
                    ends.Add(folder, "SENDING_TO_USER_INBOX", "delivered");
                }
                // The public document does not know TikTok's own spelling: no action matches, and the steps are over.
                ends.Add(folder, PublishStatuses.SendToUserInbox, IsOurs(folder) ? "delivered" : "");
            }
            return ends;
        }
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Document__polls_until_the_status_of_the_end_and_hands_it_out(string folder, string status, string action)
    {
        await using var tiktok = await TikTokEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        tiktok.AddCreator(new TikTokCreator { AccessToken = Token });
        tiktok.NextPost(new PostScript().Then(PublishStatuses.ProcessingDownload, polls: 2).Then(status));
        var video = IsOurs(folder) ? "new Uri(\"https://media.example.com/clip.mp4\")" : "\"https://media.example.com/clip.mp4\"";
        using var handler = new Redirection(tiktok.BaseAddress);

        var output = await Documents(folder).WithProgram($$"""
            var client = new TikTokClient(new HttpClient(handler));
            var inputs = new InboxDraftUploadInputs { AccessToken = "{{Token}}", VideoUrl = {{video}} };
            var polling = new PollingOptions { FirstDelay = TimeSpan.Zero, MaximumDelay = TimeSpan.Zero };
            var run = await InboxDraftUploadWorkflow.RunAsync(client, inputs, new WorkflowOptions { Polling = polling });
            return $"{run.Outputs.PublishId} {run.Outputs.FinalStatus} {run.Action}";
            """).Run().RunProgramAsync(handler);

        Assert.Equal($"{tiktok.Posts.Single().PublishId} {status} {action}", output);
        Assert.Equal(
            [EmulatorOperation.QueryCreatorInfo, EmulatorOperation.InitInboxVideoUpload, .. Enumerable.Repeat(EmulatorOperation.GetPublishStatus, 3)],
            tiktok.Requests.Select(static request => request.Operation!.Value));
        Assert.All(tiktok.Requests, static request => Assert.Equal(Token, request.AccessToken));
    }

    private static GeneratorTest Documents(string folder) => GeneratorTest
        .Of(GeneratorTest.ProjectFolder + "specs/" + Workflow, File.ReadAllText(Path.Combine(folder, Workflow)))
        .With(GeneratorTest.ProjectFolder + "specs/" + Api, File.ReadAllText(Path.Combine(folder, Api)), ("Client", "TikTokClient"));

    private static bool IsOurs(string folder) => Path.GetFileName(folder) == "specs";

    private static IEnumerable<string> Folders()
    {
        yield return Path.Combine(RepositoryRoot(), "specs");
        if (SharedFolder.Files("corpus/tiktok-for-developers-seed/openapi", Path.GetFileName(Api)) is [var api])
        {
            yield return Path.GetFullPath(Path.Combine(Path.GetDirectoryName(api)!, ".."));
        }
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The repository's root was not found.");
        }
        return folder.FullName;
    }

    /// <summary>Takes requests to TikTok to the emulator.</summary>
    private sealed class Redirection(Uri target) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("https://open.tiktokapis.com", request.RequestUri!.GetLeftPart(UriPartial.Authority));
            request.RequestUri = new Uri(target, request.RequestUri.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
