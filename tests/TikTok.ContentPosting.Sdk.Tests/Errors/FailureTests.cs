using System.Diagnostics;
using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Errors;

/// <summary>What every failure says.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData(ErrorCodes.RateLimitExceeded, QuotaScope.Token, 1.0)]
    [InlineData(ErrorCodes.SpamRiskTooManyPosts, QuotaScope.Creator, 1440.0)]
    [InlineData(ErrorCodes.SpamRiskTooManyPendingShare, QuotaScope.Creator, null)]
    [InlineData(ErrorCodes.ReachedActiveUserCap, QuotaScope.App, 1440.0)]
    public async Task A_quota_says_whose_it_is_and_when_there_is_room_again(string code, QuotaScope scope, double? minutes)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.Refuse(code));

        var refusal = await Assert.ThrowsAsync<TikTokQuotaException>(() => stage.OpenDraftAsync(new PostScript().Then(PublishStatuses.SendToUserInbox)));

        Assert.Equal(scope, refusal.Scope);
        Assert.Equal(minutes, refusal.TryAgainAfter?.TotalMinutes);
        Assert.Equal(code, refusal.Code.Value);
        Assert.False(refusal.OutcomeUnknown);
        Assert.Equal(1, stage.InitsReceived);
    }

    [Theory]
    [InlineData("""{"error":{"code":"scope_not_authorized","message":"x","log_id":"of-the-body"}}""", "of-the-body")]
    [InlineData("""{"error":{"code":"scope_not_authorized","message":"x","logid":"of-the-table"}}""", "of-the-table")]
    [InlineData("""{"data":{},"error":{"code":"ok","message":"","log_id":"of-a-success"}}""", "of-a-success")]
    [InlineData("""{"data":{},"error":{"code":"ok","message":""}}""", null)]
    public async Task The_log_id_is_on_the_failure_and_on_the_trace(string body, string? logId)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.CancelPublish, Fault.Reply(body.Contains("scope", StringComparison.Ordinal) ? 401 : 200, body));
        var traced = new List<Activity>();
        using var parent = new Activity("test").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Arazzo.Runtime",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == parent.TraceId)
                {
                    traced.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);

        var response = await stage.Account.CancelPublishWithResponseAsync(new CancelPublishRequest { PublishId = "v_pub_url~v2.1" }, cancellationToken: Stage.Cancellation);

        // The header is the emulator's own.
        var expected = logId ?? response.Headers["x-tt-logid"];
        Assert.NotNull(expected);
        Assert.Equal(expected, response.RequestId);
        Assert.Equal(expected, Assert.Single(traced).GetTagItem("openapi.request.id"));
        if (response.Failure is { } failure)
        {
            var common = Assert.IsType<ITikTokFailure>(failure, exactMatch: false);
            Assert.Equal((expected, RetryAdvice.AfterConsent), (common.LogId, common.RetryAdvice));
            Assert.Equal("scope_not_authorized", traced[0].GetTagItem("openapi.error.code"));
            Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
            Assert.Contains(common.Advice, failure.Message, StringComparison.Ordinal);
        }
    }
}
