using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 18: unaudited_client_can_only_post_to_private_accounts was read as "set SELF_ONLY", which does not help.</summary>
public sealed class Demand18_UnauditedAppsTests
{
    [Theory]
    [InlineData(false, "SELF_ONLY", false)]
    [InlineData(true, "FOLLOWER_OF_CREATOR", false)]
    [InlineData(true, "SELF_ONLY", true)]
    public async Task The_account_has_to_be_private_and_the_failure_says_so(bool isPrivateAccount, string level, bool isPosted)
    {
        await using var stage = await Stage.SetAsync(isAudited: false);
        stage.Emulator.DefaultCreator.IsPrivate = isPrivateAccount;
        var inputs = new DirectPostVideoInputs { PostInfo = new VideoPostInfo { PrivacyLevel = new PrivacyLevel(level) }, VideoUrl = Stage.Video };

        var run = DirectPostVideoWorkflow.RunAsync(stage.Account, inputs, stage.Options(), Stage.Cancellation);

        if (isPosted)
        {
            Assert.Equal("published", (await run).Action);
            return;
        }
        var refusal = Assert.IsType<TikTokApiException>((await Assert.ThrowsAsync<WorkflowStepFailedException>(() => run)).InnerException);
        Assert.Equal(RetryAdvice.AfterCreatorAction, refusal.RetryAdvice);
        Assert.False(refusal.IsTransient);
        Assert.Contains("the creator's account itself has to be private", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, stage.Received(EmulatorOperation.InitVideoPublish));
    }
}
