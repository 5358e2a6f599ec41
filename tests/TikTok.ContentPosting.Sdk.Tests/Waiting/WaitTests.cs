using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Waiting;

/// <summary>Waits for a post that is open already.</summary>
public sealed class WaitTests
{
    public static TheoryData<PostMilestone, string, Type> Ends => new()
    {
        { PostMilestone.Delivered, PublishStatuses.SendToUserInbox, typeof(PostDelivered) },
        { PostMilestone.Delivered, PublishStatuses.PublishComplete, typeof(PostPublished) },
        { PostMilestone.Delivered, PublishStatuses.Failed, typeof(PostFailed) },
        { PostMilestone.Delivered, PublishStatuses.ProcessingDownload, typeof(PostStillProcessing) },
        { PostMilestone.Delivered, "SENDING_TO_USER_INBOX", typeof(PostStillProcessing) },
        { PostMilestone.Delivered, "A_STATUS_OF_TOMORROW", typeof(PostStillProcessing) },
        { PostMilestone.Published, PublishStatuses.SendToUserInbox, typeof(PostStillProcessing) },
        { PostMilestone.Published, PublishStatuses.PublishComplete, typeof(PostPublished) },
        { PostMilestone.Published, PublishStatuses.Failed, typeof(PostFailed) },
        { PostMilestone.PubliclyAvailable, PublishStatuses.SendToUserInbox, typeof(PostStillProcessing) },
        { PostMilestone.PubliclyAvailable, PublishStatuses.PublishComplete, typeof(PostPublished) },
        { PostMilestone.PubliclyAvailable, PublishStatuses.Failed, typeof(PostFailed) },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Each_status_means_what_the_wait_is_for(PostMilestone until, string status, Type outcome)
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(PublishStatuses.ProcessingDownload, polls: 2).Then(status));

        var end = await stage.Account.WaitAsync(publishId, until, cancellationToken: Stage.Cancellation);

        Assert.IsType(outcome, end);
        Assert.Equal(publishId, end.PublishId);
        Assert.Equal(status, end.LastStatus?.Status?.Value);
        Assert.Contains(publishId, end.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PostMilestone.Delivered, 1)]
    [InlineData(PostMilestone.Published, 1)]
    [InlineData(PostMilestone.PubliclyAvailable, 2)]
    public async Task A_post_without_a_public_id_is_published_and_only_one_wait_looks_for_the_id(PostMilestone until, int least)
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(new PostStep(PublishStatuses.PublishComplete) { PostIds = [] }));

        var end = await stage.Account.WaitAsync(publishId, until, cancellationToken: Stage.Cancellation);

        Assert.IsType<PostPublishedWithoutPublicId>(end);
        Assert.InRange(stage.Received(EmulatorOperation.GetPublishStatus), least, least == 1 ? 1 : int.MaxValue);
    }

    [Fact]
    public async Task An_id_that_comes_late_is_waited_for()
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(
            new PostScript().Then(new PostStep(PublishStatuses.PublishComplete) { PostIds = [], Polls = 4 }).Then(new PostStep(PublishStatuses.PublishComplete) { PostIds = [1, 2] }));

        var end = await stage.Account.WaitUntilPubliclyAvailableAsync(publishId, cancellationToken: Stage.Cancellation);

        Assert.Equal([1, 2], Assert.IsType<PostPublished>(end).PostIds);
    }

    [Theory]
    [InlineData(FailReasons.FileFormatCheckFailed, RetryAdvice.AfterMediaChange)]
    [InlineData(FailReasons.DurationCheckFailed, RetryAdvice.AfterMediaChange)]
    [InlineData(FailReasons.FrameRateCheckFailed, RetryAdvice.AfterMediaChange)]
    [InlineData(FailReasons.PictureSizeCheckFailed, RetryAdvice.AfterMediaChange)]
    [InlineData(FailReasons.Internal, RetryAdvice.BackOff)]
    [InlineData(FailReasons.VideoPullFailed, RetryAdvice.AfterMediaChange)]
    [InlineData(FailReasons.PhotoPullFailed, RetryAdvice.AfterMediaChange)]
    [InlineData(FailReasons.PublishCancelled, RetryAdvice.Never)]
    [InlineData(FailReasons.AuthRemoved, RetryAdvice.AfterConsent)]
    [InlineData(FailReasons.SpamRiskTooManyPosts, RetryAdvice.NextDay)]
    [InlineData(FailReasons.SpamRiskUserBannedFromPosting, RetryAdvice.Never)]
    [InlineData(FailReasons.SpamRiskText, RetryAdvice.Never)]
    [InlineData(FailReasons.SpamRisk, RetryAdvice.Never)]
    [InlineData("a_reason_of_tomorrow", RetryAdvice.Never)]
    public async Task A_post_that_failed_says_why_and_what_to_do(string reason, RetryAdvice advice)
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().ThenFail(reason));

        var end = Assert.IsType<PostFailed>(await stage.Account.WaitUntilDeliveredAsync(publishId, cancellationToken: Stage.Cancellation));

        Assert.Equal(reason, end.Reason?.Value);
        Assert.Equal(advice, end.RetryAdvice);
        var failure = Assert.Throws<PostFailedException>(end.EnsureNotFailed);
        Assert.Same(end, failure.Post);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Contains(end.Advice, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_may_fail_without_a_reason()
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(PublishStatuses.Failed));

        Assert.Null(Assert.IsType<PostFailed>(await stage.Account.WaitUntilDeliveredAsync(publishId, cancellationToken: Stage.Cancellation)).Reason);
    }

    [Fact]
    public async Task When_the_time_is_up_the_wait_can_go_on_later_and_nothing_is_opened_again()
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(PublishStatuses.ProcessingDownload, TimeSpan.FromHours(1)).Then(PublishStatuses.SendToUserInbox));
        var options = new WaitOptions { Polling = new PollingOptions { TotalTimeout = TimeSpan.FromMinutes(10) } };
        var started = stage.Time.GetUtcNow();

        var end = Assert.IsType<PostStillProcessing>(await stage.Account.WaitUntilDeliveredAsync(publishId, options, Stage.Cancellation));

        Assert.Equal(PostMilestone.Delivered, end.Until);
        Assert.InRange(stage.Time.GetUtcNow() - started, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
        using var elsewhere = stage.CreateClient();
        var later = await end.WaitAgainAsync(elsewhere, new WaitOptions { AccessToken = stage.Emulator.AccessToken, Polling = new PollingOptions { TotalTimeout = TimeSpan.FromHours(2) } }, Stage.Cancellation);
        Assert.IsType<PostDelivered>(later);
        Assert.Equal(1, stage.InitsReceived);
    }

    [Fact]
    public async Task Reads_that_fail_for_a_while_do_not_end_a_wait()
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(PublishStatuses.SendToUserInbox));
        stage.Emulator.NextAnswer(EmulatorOperation.GetPublishStatus, Fault.Refuse(ErrorCodes.InternalError), times: 9);
        stage.Emulator.NextAnswer(EmulatorOperation.GetPublishStatus, Fault.DropAfterProcessing, times: 9);
        stage.Emulator.NextAnswer(EmulatorOperation.GetPublishStatus, Fault.Reply(200, "<html>sign in to the network</html>", "text/html"));
        stage.Emulator.NextAnswer(EmulatorOperation.GetPublishStatus, Fault.CutOff);
        stage.Emulator.NextAnswer(EmulatorOperation.GetPublishStatus, Fault.Refuse(ErrorCodes.RateLimitExceeded, retryAfter: "45"));

        Assert.IsType<PostDelivered>(await stage.Account.WaitUntilDeliveredAsync(publishId, cancellationToken: Stage.Cancellation));
        Assert.Contains(TimeSpan.FromSeconds(45), stage.Time.Waits);
    }

    [Theory]
    [InlineData(ErrorCodes.AccessTokenInvalid)]
    [InlineData(ErrorCodes.InvalidPublishId)]
    [InlineData(ErrorCodes.TokenNotAuthorizedForSpecifiedPublishId)]
    [InlineData(ErrorCodes.ScopeNotAuthorized)]
    public async Task What_TikTok_refuses_to_tell_ends_a_wait(string code)
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(PublishStatuses.SendToUserInbox));
        stage.Emulator.NextAnswer(EmulatorOperation.GetPublishStatus, Fault.Refuse(code));

        var refusal = await Assert.ThrowsAnyAsync<TikTokApiException>(() => stage.Account.WaitUntilDeliveredAsync(publishId, cancellationToken: Stage.Cancellation));

        Assert.Equal(code, refusal.Code.Value);
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(PublishStatuses.ProcessingDownload));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stage.Cancellation);
        var options = new WaitOptions { Progress = new Listener(_ => stop.Cancel()), Notifications = new PublishNotifications() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stage.Account.WaitUntilDeliveredAsync(publishId, options, stop.Token));
    }

    [Fact]
    public async Task Each_change_is_seen_once()
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(
            new PostScript().Then(new PostStep(PublishStatuses.SendToUserInbox) { Polls = 3 }).Then("SENDING_TO_USER_INBOX", polls: 2).Then(new PostStep(PublishStatuses.PublishComplete) { PostIds = [], Polls = 3 }).Then(new PostStep(PublishStatuses.PublishComplete) { PostIds = [5] }));
        var heard = new List<string>();
        var seen = new List<string>();

        await foreach (var status in stage.Account.WatchAsync(publishId, PostMilestone.PubliclyAvailable, new WaitOptions { Progress = new Listener(status => heard.Add(Text(status))) }, Stage.Cancellation))
        {
            seen.Add(Text(status));
        }

        Assert.Equal(["SEND_TO_USER_INBOX ", "SENDING_TO_USER_INBOX ", "PUBLISH_COMPLETE ", "PUBLISH_COMPLETE 5"], seen);
        Assert.Equal(seen, heard);
    }

    [Fact]
    public async Task The_waits_between_two_looks_grow_up_to_half_a_minute()
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(PublishStatuses.ProcessingDownload, polls: 12).Then(PublishStatuses.SendToUserInbox));

        await stage.Account.WaitUntilDeliveredAsync(publishId, new WaitOptions { Polling = new PollingOptions { Jitter = 0 } }, Stage.Cancellation);

        Assert.Equal([2, 3, 4.5, 6.8, 10.1, 15.2, 22.8, 30, 30, 30, 30, 30], stage.Time.Waits.Select(static wait => Math.Round(wait.TotalSeconds, 1)));
    }

    private static string Text(PublishStatusData status) => $"{status.Status} {string.Join(' ', status.PostIds)}";

    private sealed class Listener(Action<PublishStatusData> hear) : IProgress<PublishStatusData>
    {
        public void Report(PublishStatusData value) => hear(value);
    }
}
