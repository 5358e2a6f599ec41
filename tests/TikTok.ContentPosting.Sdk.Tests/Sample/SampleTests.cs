using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Sample;

/// <summary>The sample from outside: what it prints, and how it ends.</summary>
public sealed class SampleTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("InboxDraftUpload");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Without_arguments_it_delivers_a_draft_on_the_emulator()
    {
        var result = await RunAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Errors);
        Assert.Matches(@"publishId: +v_inbox_url~v2\.\d+", result.Output);
        Assert.Matches("finalStatus: +SEND_TO_USER_INBOX", result.Output);
        Assert.Contains("PROCESSING_DOWNLOAD", result.Output, StringComparison.Ordinal);
        Assert.Contains("waits", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("published", 0, "PUBLISH_COMPLETE", null)]
    [InlineData("rate-limited", 0, "SEND_TO_USER_INBOX", null)]
    [InlineData("server-error", 0, "SEND_TO_USER_INBOX", null)]
    [InlineData("failed", 3, "FAILED", "video_pull_failed")]
    [InlineData("refused", 4, null, "spam_risk_too_many_posts (log id ")]
    [InlineData("dropped", 6, null, "not known")]
    public async Task Each_scenario_ends_with_its_exit_code_and_one_line_about_a_failure(string scenario, int exitCode, string? status, string? error)
    {
        var result = await RunAsync("--scenario", scenario);

        Assert.Equal(exitCode, result.ExitCode);
        if (status is not null)
        {
            Assert.Matches($"finalStatus: +{status}", result.Output);
        }
        if (error is null)
        {
            Assert.Empty(result.Errors);
        }
        else
        {
            Assert.Contains(error, result.ErrorLines[0], StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_draft_that_takes_too_long_is_written_to_a_file_and_delivered_when_resumed()
    {
        var slow = await RunAsync("--scenario", "slow", "--timeout", "0.5");

        Assert.Equal(5, slow.ExitCode);
        Assert.Contains("--resume inbox-draft-upload.json", slow.Errors, StringComparison.Ordinal);

        var resumed = await RunAsync("--resume", "inbox-draft-upload.json");

        Assert.Equal(0, resumed.ExitCode);
        Assert.DoesNotContain("initInboxUpload", resumed.Output, StringComparison.Ordinal);
        Assert.Matches("finalStatus: +SEND_TO_USER_INBOX", resumed.Output);
    }

    [Fact]
    public async Task Stopped_and_resumed__it_opens_one_draft()
    {
        await using var tiktok = await TikTokEmulator.StartAsync(cancellationToken: Stage.Cancellation);
        tiktok.NextPost(new PostScript().Then(PublishStatuses.ProcessingDownload));
        var environment = new Dictionary<string, string> { ["TIKTOK_ACCESS_TOKEN"] = tiktok.AccessToken, ["TIKTOK_VIDEO_URL"] = Stage.Video.AbsoluteUri };
        string[] target = ["--base-address", tiktok.BaseAddress.AbsoluteUri, "--timeout", "60"];
        using var first = SampleProcess.Start(_folder, environment, [.. target, "--checkpoint", "stopped.json"]);
        await first.ReadUntilAsync("waits");

        await first.StopAsync();

        var stopped = await first.EndAsync();
        Assert.Equal(130, stopped.ExitCode);
        Assert.Contains("--resume stopped.json", stopped.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(tiktok.AccessToken, await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "stopped.json"), Stage.Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain(tiktok.AccessToken, stopped.Output + stopped.Errors, StringComparison.Ordinal);

        tiktok.Posts.Single().Continue(new PostScript().Then(PublishStatuses.PublishComplete));
        using var second = SampleProcess.Start(_folder, environment, [.. target, "--resume", "stopped.json"]);
        var resumed = await second.EndAsync();

        Assert.Equal(0, resumed.ExitCode);
        Assert.Contains(tiktok.Posts.Single().PublishId, resumed.Output, StringComparison.Ordinal);
        Assert.Single(tiktok.Requests, static request => request.Operation == EmulatorOperation.InitInboxVideoUpload);
        Assert.Single(tiktok.Requests, static request => request.Operation == EmulatorOperation.QueryCreatorInfo);
    }

    [Fact]
    public async Task Nobody_listens__it_says_that_there_is_no_connection()
    {
        Uri closed;
        await using (var tiktok = await TikTokEmulator.StartAsync(cancellationToken: Stage.Cancellation))
        {
            closed = tiktok.BaseAddress;
        }

        var result = await RunAsync("--base-address", closed.AbsoluteUri, "--access-token", "act.x", "--video-url", Stage.Video.AbsoluteUri);

        Assert.Equal(7, result.ExitCode);
        Assert.Contains("No connection at step 'getCreatorInfo'", result.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_option_scenario_and_exit_code()
    {
        var result = await RunAsync("--help");

        Assert.Equal(0, result.ExitCode);
        Assert.All(
            ["--access-token", "--video-url", "--scenario", "--resume", "--checkpoint", "--timeout", "TIKTOK_ACCESS_TOKEN", "TIKTOK_VIDEO_URL", "rate-limited", "130"],
            name => Assert.Contains(name, result.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("--scenario", "sunny")]
    [InlineData("--timeout", "soon")]
    [InlineData("--timeout", "-1")]
    [InlineData("--timeout", "NaN")]
    [InlineData("--timeout", "1e300")]
    [InlineData("--video-url", "https://media.example.com/clip.mp4")]
    [InlineData("--access-token", "act.x")]
    [InlineData("--access-token", "act.x", "--video-url", "http://media.example.com/clip.mp4")]
    [InlineData("--access-token", "act.x", "--video-url", "clip.mp4")]
    [InlineData("--access-token", " ", "--video-url", "https://media.example.com/clip.mp4")]
    [InlineData("--access-token", "act.x", "--scenario", "slow")]
    [InlineData("--resume", "nowhere.json")]
    public async Task Bad_input_is_one_line_and_exit_code_2(params string[] arguments)
    {
        var result = await RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("Bad input: ", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.DoesNotContain("act.x", result.Output + result.Errors, StringComparison.Ordinal);
        // A user knows options, not the types that they become.
        Assert.DoesNotContain("System.", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_no_run_has_written_is_bad_input()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "other.json"), """{"checkpoint":{"version":1}}""", Stage.Cancellation);

        var result = await RunAsync("--resume", "other.json");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("other.json", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    private async Task<SampleResult> RunAsync(params string[] arguments)
    {
        using var sample = SampleProcess.Start(_folder, null, arguments);
        return await sample.EndAsync();
    }
}
