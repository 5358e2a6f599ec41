using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 4: ids of 19 digits were rounded (…74696 became …74000), and a bare id or one as text broke the whole answer.</summary>
public sealed class Demand04_PostIdsAreExactTests
{
    [Theory]
    [InlineData("[7572953462974574696]")]
    [InlineData("7572953462974574696")]
    [InlineData("\"7572953462974574696\"")]
    [InlineData("[\"7572953462974574696\"]")]
    public async Task An_id_is_exact_in_every_form(string json)
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(PublishStatuses.PublishComplete));
        stage.Emulator.NextAnswer(
            EmulatorOperation.GetPublishStatus, Fault.Reply(200, $$"""{"error":{"code":"ok"},"data":{"publicaly_available_post_id":{{json}},"status":"PUBLISH_COMPLETE"} }"""));

        var end = Assert.IsType<PostPublished>(await stage.Account.WaitUntilPublishedAsync(publishId, cancellationToken: Stage.Cancellation));

        Assert.Equal([7572953462974574696], end.PostIds);
        Assert.Equal("https://www.tiktok.com/@tea.house/video/7572953462974574696", TikTokLinks.Video("tea.house", end.PostIds[0]).AbsoluteUri);
    }

    [Fact]
    public async Task An_id_that_never_comes_is_an_outcome_of_its_own()
    {
        await using var stage = await Stage.SetAsync();
        var publishId = await stage.OpenDraftAsync(new PostScript().Then(new PostStep(PublishStatuses.PublishComplete) { PostIds = [] }));

        Assert.IsType<PostPublishedWithoutPublicId>(await stage.Account.WaitUntilPubliclyAvailableAsync(publishId, cancellationToken: Stage.Cancellation));
    }
}
