using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Authentication;

/// <summary>An account's tokens stay fresh, and no refresh token is ever lost on the way.</summary>
public sealed class RefreshTests
{
    private static readonly TimeSpan AccessTokenLifetime = new TikTokEmulatorOptions().AccessTokenLifetime;

    [Fact]
    public async Task A_fresh_token_is_used_as_it_is()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();

        var first = await account.GetTokensAsync(SignInStage.Cancellation);
        stage.Time.Advance(AccessTokenLifetime / 2);
        var second = await account.GetTokensAsync(SignInStage.Cancellation);

        Assert.Same(first, second);
        Assert.Equal(0, stage.Refreshes);
    }

    [Theory]
    [InlineData(-301, 0)]
    [InlineData(-300, 1)]
    [InlineData(-1, 1)]
    [InlineData(0, 1)]
    [InlineData(3600, 1)]
    public async Task A_token_is_refreshed_five_minutes_before_its_end(int secondsAfterEnd, int refreshes)
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Time.Advance(AccessTokenLifetime + TimeSpan.FromSeconds(secondsAfterEnd));

        await account.ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation);

        Assert.Equal(refreshes, stage.Refreshes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(86400)]
    public async Task Lifetimes_are_those_of_the_answer(int seconds)
    {
        await using var stage = await SignInStage.SetAsync(time => new() { TimeProvider = time, AccessTokenLifetime = TimeSpan.FromSeconds(seconds) });
        var account = await stage.SignInAsync();

        await account.GetTokensAsync(SignInStage.Cancellation);
        Assert.Equal(0, stage.Refreshes);
        stage.Time.Advance(TimeSpan.FromSeconds(seconds));
        await account.GetTokensAsync(SignInStage.Cancellation);
        await account.GetTokensAsync(SignInStage.Cancellation);

        Assert.Equal(1, stage.Refreshes);
    }

    [Fact]
    public async Task However_many_calls_wait_there_is_one_refresh()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Time.Advance(AccessTokenLifetime);

        var tokens = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () => await account.GetTokensAsync(SignInStage.Cancellation))));

        Assert.Single(tokens.Select(static token => token.AccessToken).Distinct());
        Assert.Equal(1, stage.Refreshes);
    }

    [Fact]
    public async Task What_comes_is_stored_and_then_told()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        var before = await account.GetTokensAsync(SignInStage.Cancellation);
        stage.Time.Advance(AccessTokenLifetime);

        var after = await account.GetTokensAsync(SignInStage.Cancellation);

        Assert.NotEqual(before.RefreshToken, after.RefreshToken);
        Assert.NotEqual(before.Version, after.Version);
        Assert.Same(after, await stage.Store.FindAsync(account.OpenId, SignInStage.Cancellation));
        Assert.Same(after, Assert.Single(stage.Rotations));
    }

    [Fact]
    public async Task A_callback_that_throws_loses_no_tokens()
    {
        await using var stage = await SignInStage.SetAsync();
        using var accounts = stage.CreateAccounts(configure: static options => options.Rotated = static (_, _) => throw new InvalidOperationException("Not today."));
        var account = await accounts.AddAsync(await stage.GetTokensAsync(), SignInStage.Cancellation);
        stage.Time.Advance(AccessTokenLifetime);

        await Assert.ThrowsAsync<InvalidOperationException>(() => account.GetTokensAsync(SignInStage.Cancellation).AsTask());
        var tokens = await account.GetTokensAsync(SignInStage.Cancellation);

        Assert.Same(tokens, await stage.Store.FindAsync(account.OpenId, SignInStage.Cancellation));
        Assert.Equal(1, stage.Refreshes);
    }

    [Fact]
    public async Task A_caller_that_leaves_does_not_stop_the_refresh()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Time.Advance(AccessTokenLifetime);
        using var leaving = new CancellationTokenSource();
        stage.Emulator.NextAnswer(EmulatorOperation.RequestToken, Fault.Delay(TimeSpan.FromSeconds(1)));

        var left = account.GetTokensAsync(leaving.Token).AsTask();
        await leaving.CancelAsync();
        var tokens = await account.GetTokensAsync(SignInStage.Cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.True(tokens.AccessTokenExpiresAt > stage.Time.GetUtcNow());
        Assert.Equal(1, stage.Refreshes);
    }

    [Fact]
    public async Task The_first_process_of_two_refreshes_and_the_second_takes_what_it_stored()
    {
        await using var stage = await SignInStage.SetAsync();
        var here = await stage.SignInAsync();
        using var otherProcess = stage.CreateAccounts();
        var there = otherProcess.Get(here.OpenId);
        await there.GetTokensAsync(SignInStage.Cancellation);
        stage.Time.Advance(AccessTokenLifetime);

        var first = await here.GetTokensAsync(SignInStage.Cancellation);
        var second = await there.GetTokensAsync(SignInStage.Cancellation);

        Assert.Equal(first.AccessToken, second.AccessToken);
        Assert.Equal(1, stage.Refreshes);
    }

    [Fact]
    public async Task Two_processes_that_refresh_at_once_both_end_with_the_tokens_of_the_first()
    {
        await using var stage = await SignInStage.SetAsync();
        var tokens = await stage.GetTokensAsync();
        var store = new GatedStore(stage.Store);
        using var one = stage.CreateAccounts(store);
        using var other = stage.CreateAccounts(store);
        await one.AddAsync(tokens, SignInStage.Cancellation);
        stage.Time.Advance(AccessTokenLifetime);

        // Nothing is written before the second has read twice in vain, after TikTok has refused it.
        store.Close(openAtRead: 6);
        var results = await Task.WhenAll(
            one.Get(tokens.OpenId).GetTokensAsync(SignInStage.Cancellation).AsTask(), other.Get(tokens.OpenId).GetTokensAsync(SignInStage.Cancellation).AsTask());

        Assert.Equal(results[0].AccessToken, results[1].AccessToken);
        Assert.Equal(2, stage.Refreshes);
    }

    [Fact]
    public async Task A_refresh_that_keeps_the_refresh_token_keeps_it()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        var before = await account.GetTokensAsync(SignInStage.Cancellation);
        stage.Time.Advance(AccessTokenLifetime);
        stage.Emulator.NextAnswer(EmulatorOperation.RequestToken, Fault.Reply(200, """{"access_token":"act.new","expires_in":7200}"""));

        var after = await account.GetTokensAsync(SignInStage.Cancellation);

        Assert.Equal(("act.new", before.RefreshToken, before.RefreshTokenExpiresAt), (after.AccessToken, after.RefreshToken, after.RefreshTokenExpiresAt));
        Assert.Equal(before.Scopes, after.Scopes);
    }
}
