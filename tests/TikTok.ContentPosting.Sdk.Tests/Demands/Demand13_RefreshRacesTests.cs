using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Demands;

/// <summary>
/// Demand 13: refresh tokens rotate, and the old one dies at once. Workers that refreshed side by side locked their users out, and so did a retry after a lost
/// answer, and a process that ended before it had stored what it got.
/// </summary>
public sealed class Demand13_RefreshRacesTests
{
    private static readonly TimeSpan Lifetime = new TikTokEmulatorOptions().AccessTokenLifetime;

    [Fact]
    public async Task Fifty_workers_refresh_once()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Time.Advance(Lifetime);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => account.Display.ListVideosAsync([VideoField.Id], new VideoListRequest(), cancellationToken: SignInStage.Cancellation)));

        Assert.Equal(1, stage.Refreshes);
    }

    [Fact]
    public async Task A_lost_answer_is_not_asked_for_again_before_the_store_was_read()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Time.Advance(Lifetime);
        stage.Emulator.NextAnswer(EmulatorOperation.RequestToken, Fault.DropAfterProcessing);

        await Assert.ThrowsAsync<TikTokRefreshException>(() => account.GetTokensAsync(SignInStage.Cancellation).AsTask());

        Assert.Equal(1, stage.Refreshes);
    }

    [Fact]
    public async Task What_is_used_was_stored_before()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Time.Advance(Lifetime);

        await account.ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation);

        Assert.Equal((await stage.Store.FindAsync(account.OpenId, SignInStage.Cancellation))!.AccessToken, stage.Emulator.Requests[^1].AccessToken);
        Assert.Single(stage.Rotations);
    }
}
