using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 2: ten code bases wait for SENDING_TO_USER_INBOX, which nobody has seen, and poll delivered drafts until they time out.</summary>
public sealed class Demand02_StatusStringTests
{
    [Theory]
    [InlineData("SEND_TO_USER_INBOX", true)]
    [InlineData("SENDING_TO_USER_INBOX", false)]
    [InlineData("PUBLISH_SUCCESS", false)]
    public async Task Only_the_true_value_is_delivered(string status, bool isDelivered)
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(status));
        var options = new WaitOptions { Polling = new PollingOptions { TotalTimeout = TimeSpan.FromMinutes(5) } };

        var end = await stage.Account.WaitUntilDeliveredAsync(publishId, options, Stage.Cancellation);

        Assert.Equal(isDelivered, end is PostDelivered);
        Assert.Equal(isDelivered, end is not PostStillProcessing);
        Assert.Equal(status, end.LastStatus?.Status?.Value);
    }

    [Theory]
    [InlineData("SEND_TO_USER_INBOX", 1)]
    [InlineData("SENDING_TO_USER_INBOX", 2)]
    public async Task The_document_agrees(string status, int polls)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextPost(new PostScript().Then(status, polls: 1).Then(PublishStatuses.SendToUserInbox));

        Assert.Equal("delivered", (await stage.RunAsync()).Action);
        Assert.Equal(polls, stage.Received(EmulatorOperation.GetPublishStatus));
    }

    [Fact]
    public void Values_are_open_and_the_other_spelling_has_a_name()
    {
        Assert.True(PublishStatus.SendingToUserInbox.IsKnown);
        Assert.False(new PublishStatus("PUBLISH_SUCCESS").IsKnown);
        Assert.Equal("PUBLISH_SUCCESS", new PublishStatus("PUBLISH_SUCCESS").Value);
    }
}
