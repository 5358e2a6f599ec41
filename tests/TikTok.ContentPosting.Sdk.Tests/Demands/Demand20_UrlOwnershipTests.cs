using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 20: addresses that TikTok cannot pull from cost an hour each. Most can be told before anything is sent.</summary>
public sealed class Demand20_UrlOwnershipTests
{
    [Theory]
    [InlineData("http://media.example.com/clip.mp4", "not_https")]
    [InlineData("https://192.0.2.7/clip.mp4", "host")]
    [InlineData("https://localhost/clip.mp4", "host")]
    [InlineData("https://me:pw@media.example.com/clip.mp4", "user_info")]
    public async Task What_TikTok_cannot_pull_is_not_sent(string url, string code)
    {
        await using var stage = await Stage.SetAsync();

        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => InboxDraftUploadWorkflow.RunAsync(
            stage.Client, new InboxDraftUploadInputs { AccessToken = stage.Emulator.AccessToken, VideoUrl = new Uri(url) }, stage.Options(), Stage.Cancellation));

        Assert.Equal(code, refused.Problems[0].Code);
        Assert.Empty(stage.Emulator.Requests);
    }

    [Theory]
    [InlineData("https://cdn.example.com/clip.mp4", null)]
    [InlineData("https://evil-example.com/clip.mp4", "not_verified")]
    [InlineData("https://d111.cloudfront.net/clip.mp4", "not_verified")]
    public void What_is_not_verified_is_told_and_uploading_advised(string url, string? code)
    {
        var problem = MediaUrls.Check(new Uri(url), PostKind.Video, new VerifiedUrls("example.com")).SingleOrDefault();

        Assert.Equal(code, problem?.Code);
        Assert.Equal(code is not null, problem?.Message.Contains("upload the video as a file", StringComparison.Ordinal) == true);
        Assert.Equal(url.Contains("cloudfront", StringComparison.Ordinal), MediaUrls.AdviseUpload(new Uri(url)) is not null);
    }

    [Fact]
    public async Task What_only_TikTok_knows_says_what_to_do()
    {
        await using var stage = await Stage.SetAsync();

        var failure = await Assert.ThrowsAsync<WorkflowStepFailedException>(() => InboxDraftUploadWorkflow.RunAsync(
            stage.Client, new InboxDraftUploadInputs { AccessToken = stage.Emulator.AccessToken, VideoUrl = new Uri("https://other.org/clip.mp4") }, stage.Options(), Stage.Cancellation));

        var refusal = Assert.IsType<TikTokApiException>(failure.InnerException);
        Assert.Equal((ErrorCode.UrlOwnershipUnverified, RetryAdvice.AfterAppSetup), (refusal.Code, refusal.RetryAdvice));
    }
}
