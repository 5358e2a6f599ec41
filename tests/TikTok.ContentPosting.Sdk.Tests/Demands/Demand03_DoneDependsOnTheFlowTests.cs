using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 3: drafts were billed while they were still processed, and published posts were taken for public ones.</summary>
public sealed class Demand03_DoneDependsOnTheFlowTests
{
    [Theory]
    [InlineData(PostMilestone.Delivered, 1, typeof(PostDelivered))]
    [InlineData(PostMilestone.Published, 2, typeof(PostPublishedWithoutPublicId))]
    [InlineData(PostMilestone.PubliclyAvailable, 3, typeof(PostPublished))]
    public async Task Each_wait_ends_at_its_own_moment(PostMilestone until, int looks, Type outcome)
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(
            new PostScript().Then(PublishStatuses.SendToUserInbox, polls: 1).Then(new PostStep(PublishStatuses.PublishComplete) { PostIds = [], Polls = 1 }).Then(PublishStatuses.PublishComplete));

        Assert.IsType(outcome, await stage.Account.WaitAsync(publishId, until, cancellationToken: Stage.Cancellation));
        Assert.Equal(looks, stage.Received(EmulatorOperation.GetPublishStatus));
    }
}
