using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>Demand 14: access tokens lived 24 hours, now TikTok's pages say two, and code that had the number in it sends dead tokens.</summary>
public sealed class Demand14_LifetimesAreNotHardCodedTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(24)]
    [InlineData(240)]
    public async Task A_token_is_refreshed_a_few_minutes_before_the_end_that_the_answer_gave(int hours)
    {
        await using var stage = await SignInStage.SetAsync(time => new() { TimeProvider = time, AccessTokenLifetime = TimeSpan.FromHours(hours) });
        var account = await stage.SignInAsync();

        stage.Time.Advance(TimeSpan.FromHours(hours) - TimeSpan.FromMinutes(6));
        await account.GetTokensAsync(SignInStage.Cancellation);
        Assert.Equal(0, stage.Refreshes);
        stage.Time.Advance(TimeSpan.FromMinutes(1));
        await account.GetTokensAsync(SignInStage.Cancellation);
        Assert.Equal(1, stage.Refreshes);
    }

    [Theory]
    [InlineData(EmulatorOperation.QueryCreatorInfo, 2)]
    [InlineData(EmulatorOperation.InitInboxVideoUpload, 1)]
    public async Task A_token_that_dies_early_is_refreshed_once_and_only_a_read_is_sent_again(EmulatorOperation operation, int requests)
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Emulator.EndAccessTokens(stage.Emulator.DefaultCreator);

        if (operation == EmulatorOperation.QueryCreatorInfo)
        {
            await account.ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation);
            Assert.Equal(1, stage.Refreshes);
        }
        else
        {
            await Assert.ThrowsAsync<TikTokApiException>(
                () => account.ContentPosting.InitInboxVideoUploadAsync(new() { SourceInfo = new PullFromUrl { VideoUrl = Stage.Video } }, cancellationToken: SignInStage.Cancellation));
        }

        Assert.Equal(requests, stage.Emulator.Requests.Count(request => request.Operation == operation));
    }
}
