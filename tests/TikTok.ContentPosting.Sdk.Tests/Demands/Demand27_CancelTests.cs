using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 27: most SDKs cannot call a post off, or do not say when that is too late.</summary>
public sealed class Demand27_CancelTests
{
    [Theory]
    [InlineData(PublishStatuses.ProcessingDownload, "cancelled", false)]
    [InlineData(PublishStatuses.ProcessingUpload, "notCancellable", true)]
    [InlineData(PublishStatuses.SendToUserInbox, "notCancellable", true)]
    [InlineData(PublishStatuses.PublishComplete, "notCancellable", true)]
    public async Task A_post_is_called_off_while_TikTok_fetches_its_media(string status, string action, bool isFailure)
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(status));

        var run = await CancelAndConfirmWorkflow.RunAsync(stage.Account, new CancelAndConfirmInputs { PublishId = publishId }, stage.Options(), Stage.Cancellation);

        Assert.Equal((action, isFailure), (run.Action, run.IsFailure));
        Assert.Equal(isFailure ? null : FailReason.PublishCancelled, run.Outputs.FailReason);
    }
}
