using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Waiting;

/// <summary>The documents that wait for a post that is open already.</summary>
public sealed class WaitWorkflowTests
{
    public static TheoryData<string, string, string> Ends => new()
    {
        // workflow, last status, action
        { "delivered", PublishStatuses.SendToUserInbox, "delivered" },
        { "delivered", PublishStatuses.PublishComplete, "published" },
        { "delivered", PublishStatuses.Failed, "failed" },
        { "published", PublishStatuses.PublishComplete, "published" },
        { "published", PublishStatuses.Failed, "failed" },
        { "available", PublishStatuses.PublishComplete, "publiclyAvailable" },
        { "available", PublishStatuses.Failed, "failed" },
    };

    public static TheoryData<string, string> Others => new()
    {
        { "delivered", PublishStatuses.ProcessingUpload },
        { "delivered", "SENDING_TO_USER_INBOX" },
        { "delivered", "A_STATUS_OF_TOMORROW" },
        { "published", PublishStatuses.SendToUserInbox },
        { "published", "SENDING_TO_USER_INBOX" },
        { "available", PublishStatuses.SendToUserInbox },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_wait_ends_at_what_it_waits_for(string workflow, string status, string action)
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(PublishStatuses.ProcessingDownload, polls: 2).Then(status));

        Assert.Equal(action, await RunAsync(stage, workflow, publishId));
        Assert.Equal(3, stage.Received(EmulatorOperation.GetPublishStatus));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task A_wait_goes_on_at_what_it_does_not_wait_for(string workflow, string status)
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(status, polls: 2).ThenFail(FailReasons.Internal));

        Assert.Equal("failed", await RunAsync(stage, workflow, publishId));
        Assert.Equal(3, stage.Received(EmulatorOperation.GetPublishStatus));
    }

    [Theory]
    [InlineData("[7602997517160123666]")]
    [InlineData("7602997517160123666")]
    [InlineData("\"7602997517160123666\"")]
    [InlineData("""["7602997517160123666"]""")]
    public async Task A_post_is_public_when_it_has_an_id_however_that_is_written(string json)
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(PublishStatuses.PublishComplete));
        foreach (var ids in (string[])["[]", json])
        {
            stage.Emulator.NextAnswer(
                EmulatorOperation.GetPublishStatus, Fault.Reply(200, $$"""{"error":{"code":"ok"},"data":{"publicaly_available_post_id":{{ids}},"status":"PUBLISH_COMPLETE"} }"""));
        }

        var run = await WaitUntilPubliclyAvailableWorkflow.RunAsync(
            stage.Account, new WaitUntilPubliclyAvailableInputs { PublishId = publishId }, stage.Options(), Stage.Cancellation);

        Assert.Equal("publiclyAvailable", run.Action);
        Assert.Equal([7602997517160123666], run.Outputs.PostIds);
        Assert.Equal(2, stage.Received(EmulatorOperation.GetPublishStatus));
    }

    private static async Task<string> RunAsync(Stage stage, string workflow, string publishId) => workflow switch
    {
        "delivered" => (await WaitUntilDeliveredWorkflow.RunAsync(stage.Account, new WaitUntilDeliveredInputs { PublishId = publishId }, stage.Options(), Stage.Cancellation)).Action!,
        "published" => (await WaitUntilPublishedWorkflow.RunAsync(stage.Account, new WaitUntilPublishedInputs { PublishId = publishId }, stage.Options(), Stage.Cancellation)).Action!,
        _ => (await WaitUntilPubliclyAvailableWorkflow.RunAsync(stage.Account, new WaitUntilPubliclyAvailableInputs { PublishId = publishId }, stage.Options(), Stage.Cancellation)).Action!,
    };
}
