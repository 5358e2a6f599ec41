using System.Net;
using System.Net.Sockets;
using TikTok.ContentPosting.Tests.Uploads.Media;

namespace TikTok.ContentPosting.Tests.Sample;

/// <summary>The sample PostToTikTok from outside, on its emulator: each way to post, and what it says when that cannot be.</summary>
public sealed class PostToTikTokTests
{
    [Theory]
    [InlineData("v_inbox_url~v2.", "SEND_TO_USER_INBOX", "draft", "--url", "https://media.example.com/clip.mp4")]
    [InlineData("v_pub_url~v2.", "PUBLISH_COMPLETE", "post", "--url", "https://media.example.com/clip.mp4", "--privacy", "PUBLIC_TO_EVERYONE", "--caption", "Tea")]
    [InlineData("p_pub_url~v2.", "SEND_TO_USER_INBOX", "photos", "https://media.example.com/1.jpg", "https://media.example.com/2.jpg")]
    [InlineData("p_pub_url~v2.", "PUBLISH_COMPLETE", "photos", "https://media.example.com/1.jpg", "--privacy", "SELF_ONLY")]
    [InlineData("v_inbox_file~v2.", "SEND_TO_USER_INBOX", "draft", "--file", "FILE")]
    [InlineData("v_pub_file~v2-1.", "PUBLISH_COMPLETE", "post", "--file", "FILE", "--privacy", "SELF_ONLY")]
    public async Task Post_is_one_that_TikTok_takes__it_is_shown_on_its_way_and_its_end_is_the_last_line(string publishId, string status, params string[] arguments)
    {
        var result = await RunAsync(arguments);

        Assert.Empty(result.Errors);
        Assert.Equal(0, result.ExitCode);
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith(publishId, lines[^1], StringComparison.Ordinal);
        Assert.EndsWith(status, lines[^1], StringComparison.Ordinal);
        Assert.Contains(lines, static line => line.Contains("PROCESSING_", StringComparison.Ordinal));
        Assert.Equal(arguments.Contains("FILE"), result.Output.Contains("100.0 %", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--privacy", "post", "--url", "https://media.example.com/clip.mp4")]
    [InlineData("--file or --url", "draft")]
    [InlineData("not both", "draft", "--url", "https://media.example.com/clip.mp4", "--file", "FILE")]
    [InlineData("nowhere.mp4", "draft", "--file", "nowhere.mp4")]
    [InlineData("TikTok forbids a default", "post", "--url", "https://media.example.com/clip.mp4", "--privacy", "")]
    [InlineData("https only", "draft", "--url", "http://media.example.com/clip.mp4")]
    [InlineData(".png", "photos", "https://media.example.com/1.png")]
    [InlineData("privacy_level_options", "post", "--url", "https://media.example.com/clip.mp4", "--privacy", "FOLLOWER_OF_CREATOR")]
    public async Task Post_cannot_be__the_error_says_what_to_do_and_there_is_no_trace_of_the_stack(string error, params string[] arguments)
    {
        var result = await RunAsync(arguments);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(error, result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_is_stopped__the_error_says_what_to_look_at_before_the_next_one()
    {
        // A proxy that never answers.
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        using var process = SampleProcess.Start(
            "PostToTikTok", new DirectoryInfo(AppContext.BaseDirectory),
            new Dictionary<string, string> { ["TIKTOK_ACCESS_TOKEN"] = "act.x", ["HTTPS_PROXY"] = $"http://{proxy.LocalEndpoint}", ["https_proxy"] = $"http://{proxy.LocalEndpoint}" },
            "draft", "--url", "https://media.example.com/clip.mp4");
        await process.ReadUntilAsync("Reads the creator's settings");
        await process.StopAsync();

        var result = await process.EndAsync();

        Assert.Equal(130, result.ExitCode);
        Assert.StartsWith("Stopped.", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    private static async Task<SampleResult> RunAsync(string[] arguments)
    {
        using var video = new TemporaryFile(Movie.Mp4(media: 6_000_000), "clip.mp4");
        using var process = SampleProcess.Start("PostToTikTok", new DirectoryInfo(Path.GetDirectoryName(video.Path)!), null, [.. arguments.Select(argument => argument == "FILE" ? video.Path : argument)]);
        return await process.EndAsync();
    }
}
