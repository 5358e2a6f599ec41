using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 1: integrators took HTTP 200 for success. TikTok refuses creators with 200, OAuth too, and posts that failed come in an envelope that says ok.</summary>
public sealed class Demand01_Status200IsNotSuccessTests
{
    [Theory]
    [InlineData(ErrorCodes.SpamRiskTooManyPosts)]
    [InlineData(ErrorCodes.SpamRiskUserBannedFromPosting)]
    [InlineData(ErrorCodes.ReachedActiveUserCap)]
    [InlineData("a_code_of_tomorrow")]
    public async Task A_refusal_with_status_200_is_an_exception(string code)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.DefaultCreator.Refusal = code;

        var refusal = await Assert.ThrowsAnyAsync<TikTokApiException>(() => stage.Account.QueryCreatorInfoAsync(cancellationToken: Stage.Cancellation));

        Assert.Equal((200, code), (refusal.StatusCode, refusal.Code.Value));
    }

    [Fact]
    public async Task A_post_that_failed_is_a_value_and_an_exception_only_on_request()
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().ThenFail(FailReasons.FileFormatCheckFailed));

        var end = await stage.Account.WaitUntilDeliveredAsync(publishId, cancellationToken: Stage.Cancellation);

        Assert.Equal(FailReason.FileFormatCheckFailed, Assert.IsType<PostFailed>(end).Reason);
        Assert.Throws<PostFailedException>(end.EnsureNotFailed);
    }

    [Fact]
    public async Task Status_200_without_an_envelope_is_no_success_either()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.QueryCreatorInfo, Fault.Reply(200, "{}"));

        Assert.True((await stage.Account.QueryCreatorInfoWithResponseAsync(cancellationToken: Stage.Cancellation)).Failure is { OutcomeUnknown: true });
    }
}
