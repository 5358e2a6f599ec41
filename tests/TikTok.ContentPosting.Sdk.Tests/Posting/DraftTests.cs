using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Posting;

/// <summary>Drafts of videos and photos with the scope that drafts need.</summary>
public sealed class DraftTests
{
    private static readonly Uri[] Photos = [new("https://media.example.com/1.jpg")];

    [Fact]
    public async Task A_token_that_may_only_send_drafts_sends_one()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.DefaultCreator.Scopes = ["video.upload"];

        var run = await stage.RunAsync();

        Assert.Equal("delivered", run.Action);
        Assert.Contains(stage.Progress, static progress => progress is { Step: Steps.GetCreatorInfo, Action: "settingsNotGranted" });
        Assert.Equal(1, stage.InitsReceived);
    }

    [Fact]
    public async Task A_token_without_the_scope_for_drafts_is_refused()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.DefaultCreator.Scopes = ["video.publish"];

        var failure = await Assert.ThrowsAsync<WorkflowStepFailedException>(() => stage.RunAsync());

        Assert.Equal(Steps.InitInboxUpload, failure.Step);
        Assert.Equal(ErrorCode.ScopeNotAuthorized, Assert.IsType<TikTokApiException>(failure.InnerException, exactMatch: false).Code);
    }

    [Fact]
    public async Task Photos_go_to_the_inbox_with_a_title_and_a_description()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.DefaultCreator.Scopes = ["video.upload"];

        var run = await UploadPhotosToInboxWorkflow.RunAsync(
            stage.Account, new UploadPhotosToInboxInputs { PhotoUrls = Photos, CoverIndex = 0, Title = "Tea", Description = "Green" }, stage.Options(), Stage.Cancellation);

        Assert.Equal("delivered", run.Action);
        Assert.Equal(PublishStatus.SendToUserInbox, run.Outputs.FinalStatus);
        Assert.Equal(
            """{"media_type":"PHOTO","post_mode":"MEDIA_UPLOAD","post_info":{"title":"Tea","description":"Green"},"source_info":{"source":"PULL_FROM_URL","photo_images":["https://media.example.com/1.jpg"],"photo_cover_index":0}}""",
            stage.Emulator.Requests.Single(static request => request.Operation == EmulatorOperation.InitPhotoPublish).BodyText);
    }

    [Fact]
    public async Task An_app_that_is_too_old_for_photo_drafts_is_the_creators_to_update()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.DefaultCreator.AppVersion = new Version(31, 7);

        var failure = await Assert.ThrowsAsync<WorkflowStepFailedException>(
            () => UploadPhotosToInboxWorkflow.RunAsync(stage.Account, new UploadPhotosToInboxInputs { PhotoUrls = Photos, CoverIndex = 0 }, stage.Options(), Stage.Cancellation));

        var refusal = Assert.IsType<TikTokApiException>(failure.InnerException, exactMatch: false);
        Assert.Equal(ErrorCode.AppVersionCheckFailed, refusal.Code);
        Assert.Equal(RetryAdvice.AfterCreatorAction, refusal.RetryAdvice);
    }
}
