using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 25: loops without an end, without a pause, or that died of one lost answer. Waits across posts are in <c>QuotaTests</c>.</summary>
public sealed class Demand25_PollingTests
{
    [Fact]
    public async Task A_wait_backs_off_and_has_an_end()
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(PublishStatuses.ProcessingDownload));

        Assert.IsType<PostStillProcessing>(await stage.Account.WaitUntilDeliveredAsync(publishId, cancellationToken: Stage.Cancellation));

        Assert.InRange(stage.Received(EmulatorOperation.GetPublishStatus), 50, 100);
        Assert.All(stage.Time.Waits, static wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(36.1)));
    }

    [Theory]
    [InlineData("lost answers")]
    [InlineData("server errors")]
    [InlineData("rate limits")]
    public async Task Answers_that_fail_for_a_while_do_not_end_it(string what)
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(PublishStatuses.SendToUserInbox));
        var fault = what == "lost answers" ? Fault.DropAfterProcessing : Fault.Refuse(what == "rate limits" ? ErrorCodes.RateLimitExceeded : ErrorCodes.InternalError);
        stage.Emulator.NextAnswer(EmulatorOperation.GetPublishStatus, fault, times: 12);

        Assert.IsType<PostDelivered>(await stage.Account.WaitUntilDeliveredAsync(publishId, cancellationToken: Stage.Cancellation));
    }

    [Fact]
    public async Task Changes_come_as_a_stream()
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then("SENDING_TO_USER_INBOX", polls: 3).Then(PublishStatuses.SendToUserInbox));

        var seen = new List<string>();
        await foreach (var status in stage.Account.WatchAsync(publishId, PostMilestone.Delivered, cancellationToken: Stage.Cancellation))
        {
            seen.Add(status.Status!.Value.Value);
        }

        Assert.Equal(["SENDING_TO_USER_INBOX", "SEND_TO_USER_INBOX"], seen);
    }
}
