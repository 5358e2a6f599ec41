using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Posting;

/// <summary>Inputs that are refused before anything is sent, all of them at once.</summary>
public sealed class WorkflowInputTests
{
    private static readonly Uri Wrong = new("http://127.0.0.1/clip.png");

    [Fact]
    public Task A_video() => RefusedAsync(
        stage => DirectPostVideoWorkflow.RunAsync(
            stage.Account,
            new DirectPostVideoInputs { PostInfo = new VideoPostInfo { PrivacyLevel = default, Title = new string('x', 2201), VideoCoverTimestampMs = -1 }, VideoUrl = Wrong },
            stage.Options(),
            Stage.Cancellation),
        "privacyLevel:required title:too_long videoCoverTimestampMs:out_of_range videoUrl:not_https videoUrl:host");

    [Fact]
    public Task A_video_that_is_branded_and_private() => RefusedAsync(
        stage => DirectPostVideoWorkflow.RunAsync(
            stage.Account,
            new DirectPostVideoInputs { PostInfo = new VideoPostInfo { PrivacyLevel = PrivacyLevel.SelfOnly, BrandContentToggle = true }, VideoUrl = Stage.Video },
            stage.Options(),
            Stage.Cancellation),
        "privacyLevel:branded_content_is_private");

    [Fact]
    public Task Photos() => RefusedAsync(
        stage => DirectPostPhotosWorkflow.RunAsync(
            stage.Account,
            new DirectPostPhotosInputs { PostInfo = new PhotoPostInfo { PrivacyLevel = default, Title = new string('x', 91), Description = new string('x', 4001) }, PhotoUrls = [Wrong], CoverIndex = 1 },
            stage.Options(),
            Stage.Cancellation),
        "privacyLevel:required title:too_long description:too_long coverIndex:out_of_range photoUrls/0:not_https photoUrls/0:host photoUrls/0:format");

    [Fact]
    public Task A_draft_of_photos() => RefusedAsync(
        stage => UploadPhotosToInboxWorkflow.RunAsync(
            stage.Account, new UploadPhotosToInboxInputs { PhotoUrls = [], CoverIndex = 0, Title = new string('x', 91) }, stage.Options(), Stage.Cancellation),
        "title:too_long photoUrls:required");

    [Fact]
    public Task A_draft_of_a_video() => RefusedAsync(
        stage => InboxDraftUploadWorkflow.RunAsync(stage.Client, new InboxDraftUploadInputs { AccessToken = "", VideoUrl = Wrong }, stage.Options(), Stage.Cancellation),
        "accessToken:required videoUrl:not_https videoUrl:host");

    [Fact]
    public Task A_publish_id() => RefusedAsync(
        stage => CancelAndConfirmWorkflow.RunAsync(stage.Account, new CancelAndConfirmInputs { PublishId = " " }, stage.Options(), Stage.Cancellation), "publishId:required");

    private static async Task RefusedAsync(Func<Stage, Task> run, string problems)
    {
        await using var stage = await Stage.SetAsync();

        var failure = await Assert.ThrowsAsync<InvalidInputException>(() => run(stage));

        Assert.Equal(problems, string.Join(' ', failure.Problems.Select(static problem => $"{problem.Field}:{problem.Code}")));
        Assert.All(failure.Problems, problem => Assert.Contains(problem.Message, failure.Message, StringComparison.Ordinal));
        Assert.Empty(stage.Emulator.Requests);
    }
}
