using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests;

/// <summary>Inputs that are refused before anything is sent.</summary>
public sealed class InputTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Bearer act.secret")]
    [InlineData("act.secret\r\nX-Evil: 1")]
    [InlineData("act.sec ret")]
    public async Task A_token_that_is_none_is_refused_without_showing_it(string? token)
    {
        await using var stage = await Stage.SetAsync();

        var failure = await Assert.ThrowsAsync<InvalidInputException>(
            () => InboxDraftUploadWorkflow.RunAsync(stage.Client, new InboxDraftUploadInputs { AccessToken = token!, VideoUrl = Stage.Video }, stage.Options(), Stage.Cancellation));

        Assert.Equal("accessToken", failure.Input);
        Assert.Contains("'accessToken'", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("act.sec", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(stage.Emulator.Requests);
        Assert.Empty(stage.Progress);
    }

    [Theory]
    [InlineData("http://media.example.com/clip.mp4")]
    [InlineData("ftp://media.example.com/clip.mp4")]
    [InlineData("/clip.mp4")]
    [InlineData("https://192.0.2.7/clip.mp4")]
    [InlineData("https://[2001:db8::7]/clip.mp4")]
    [InlineData("https://2130706433/clip.mp4")]
    [InlineData("https://localhost/clip.mp4")]
    [InlineData("https://mediaserver/clip.mp4")]
    [InlineData("https://me:hunter2@media.example.com/clip.mp4")]
    public async Task A_URL_that_TikTok_cannot_pull_from_is_refused_without_showing_it(string url)
    {
        await using var stage = await Stage.SetAsync();

        var failure = await Assert.ThrowsAsync<InvalidInputException>(() => RunAsync(stage, new Uri(url, UriKind.RelativeOrAbsolute)));

        Assert.Equal("videoUrl", failure.Input);
        Assert.Equal("videoUrl", failure.ParamName);
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
        Assert.Empty(stage.Emulator.Requests);
    }

    [Fact]
    public async Task A_missing_URL_is_refused()
    {
        await using var stage = await Stage.SetAsync();

        Assert.Equal("videoUrl", (await Assert.ThrowsAsync<InvalidInputException>(() => RunAsync(stage, null!))).Input);
    }

    [Fact]
    public async Task A_good_URL_is_sent_as_it_was_given()
    {
        await using var stage = await Stage.SetAsync();

        await RunAsync(stage, new Uri("https://cdn.media.example.com:8443/a%20b/clip.mp4?sig=x%2Fy&n=1"));

        Assert.Equal(["https://cdn.media.example.com:8443/a%20b/clip.mp4?sig=x%2Fy&n=1"], stage.Emulator.Posts.Single().MediaUrls);
    }

    [Fact]
    public async Task Resuming_with_an_empty_token_is_refused()
    {
        await using var stage = await Stage.SetAsync();
        await stage.RunAsync();
        var sent = stage.Emulator.Requests.Count;

        var failure = await Assert.ThrowsAsync<InvalidInputException>(() => InboxDraftUploadWorkflow.ResumeAsync(
            stage.Client, WorkflowCheckpoint.Parse(stage.Checkpoints[0]), new InboxDraftUploadCredentials { AccessToken = "" }, stage.Options(), Stage.Cancellation));

        Assert.Equal("accessToken", failure.Input);
        Assert.Equal(sent, stage.Emulator.Requests.Count);
    }

    private static Task<WorkflowResult<InboxDraftUploadOutputs>> RunAsync(Stage stage, Uri url) => InboxDraftUploadWorkflow.RunAsync(
        stage.Client, new InboxDraftUploadInputs { AccessToken = stage.Emulator.AccessToken, VideoUrl = url }, stage.Options(), Stage.Cancellation);
}
