using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 21: five drafts, fifteen posts, so many creators: caps that are not the token's look like rate limits and are tried again in vain.</summary>
public sealed class Demand21_CapsTests
{
    [Theory]
    [InlineData("drafts", ErrorCodes.SpamRiskTooManyPendingShare, QuotaScope.Creator)]
    [InlineData("posts", ErrorCodes.SpamRiskTooManyPosts, QuotaScope.Creator)]
    [InlineData("creators", ErrorCodes.ReachedActiveUserCap, QuotaScope.App)]
    public async Task A_cap_says_whose_it_is_and_is_not_tried_again(string cap, string code, QuotaScope scope)
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.DefaultCreator.Refusal = cap == "creators" ? code : null;

        var refusal = await Assert.ThrowsAsync<TikTokQuotaException>(async () =>
        {
            for (var index = 0; index < 20; index++)
            {
                stage.Time.Advance(TimeSpan.FromMinutes(1));
                await (cap == "drafts"
                    ? stage.Account.InitInboxVideoUploadAsync(new InboxVideoInitRequest { SourceInfo = new PullFromUrl { VideoUrl = Stage.Video } }, cancellationToken: Stage.Cancellation)
                    : stage.Account.InitVideoPublishAsync(
                        new VideoInitRequest { PostInfo = new VideoPostInfo { PrivacyLevel = PrivacyLevel.SelfOnly }, SourceInfo = new PullFromUrl { VideoUrl = Stage.Video } },
                        cancellationToken: Stage.Cancellation));
            }
        });

        Assert.Equal((code, scope), (refusal.Code.Value, refusal.Scope));
        Assert.False(refusal.IsTransient);
        Assert.Equal(cap == "drafts" ? 5 : cap == "posts" ? 15 : 0, stage.Emulator.Posts.Count);
    }
}
