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

    public static TheoryData<Fault> LostAnswers =>
        [Fault.DropAfterProcessing, Fault.DropInBody, Fault.CutOff, Fault.Refuse("server_error", 500, afterProcessing: true), Fault.Reply(502, "<html>", "text/html", afterProcessing: true)];

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_refresh_whose_answer_is_lost_is_not_sent_again_by_the_call(Fault fault)
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Time.Advance(AccessTokenLifetime);
        stage.Emulator.NextAnswer(EmulatorOperation.RequestToken, fault);

        // Of its two security alternatives neither may ask again.
        var failure = await Assert.ThrowsAsync<TikTokRefreshException>(
            () => account.ContentPosting.GetPublishStatusAsync(new PublishStatusRequest { PublishId = "p" }, cancellationToken: SignInStage.Cancellation));

        Assert.True(failure.MayBeUsedUp);
        // What was to be called was not sent.
        Assert.False(failure.OutcomeUnknown);
        Assert.Equal(1, stage.Refreshes);
        Assert.DoesNotContain(stage.Emulator.Requests, static request => request.Operation == EmulatorOperation.GetPublishStatus);
    }

    [Fact]
    public async Task After_a_lost_answer_another_process_may_have_stored_newer_tokens()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        var stored = await account.GetTokensAsync(SignInStage.Cancellation);
        stage.Time.Advance(AccessTokenLifetime);
        var newer = await stage.GetTokensAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.RequestToken, Fault.DropAfterProcessing);
        using var late = stage.CreateAccounts(new LateStore(reads: 3, stored, newer));

        var tokens = await late.Get(stored.OpenId).GetTokensAsync(SignInStage.Cancellation);

        Assert.Equal(newer.AccessToken, tokens.AccessToken);
        Assert.Equal(1, stage.Refreshes);
    }

    [Fact]
    public async Task The_rest_of_an_access_token_is_used_when_the_refresh_fails()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Time.Advance(AccessTokenLifetime - TimeSpan.FromMinutes(4));
        stage.Emulator.NextAnswer(EmulatorOperation.RequestToken, Fault.Refuse("temporarily_unavailable", 503));

        await account.ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation);
        await account.ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation);
        Assert.Equal(1, stage.Refreshes);

        stage.Time.Advance(TimeSpan.FromSeconds(31));
        await account.ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation);
        Assert.Equal(2, stage.Refreshes);
    }

    [Fact]
    public async Task A_refresh_token_that_is_dead_is_not_tried_again_and_says_what_to_do()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Emulator.RemoveAuthorization(stage.Emulator.DefaultCreator);
        stage.Time.Advance(AccessTokenLifetime);

        for (var i = 0; i < 3; i++)
        {
            var failure = await Assert.ThrowsAsync<TikTokSignInRequiredException>(() => account.GetTokensAsync(SignInStage.Cancellation).AsTask());
            Assert.Equal(account.OpenId, failure.OpenId);
            Assert.Contains("sign in again", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal(1, stage.Refreshes);
    }

    [Fact]
    public async Task A_refresh_token_that_has_ended_is_not_sent()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Time.Advance(new TikTokEmulatorOptions().RefreshTokenLifetime);

        await Assert.ThrowsAsync<TikTokSignInRequiredException>(() => account.GetTokensAsync(SignInStage.Cancellation).AsTask());

        Assert.Equal(0, stage.Refreshes);
    }

    [Fact]
    public async Task A_new_sign_in_revives_an_account()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Emulator.RemoveAuthorization(stage.Emulator.DefaultCreator);
        stage.Time.Advance(AccessTokenLifetime);
        await Assert.ThrowsAsync<TikTokSignInRequiredException>(() => account.GetTokensAsync(SignInStage.Cancellation).AsTask());

        Assert.Same(account, await stage.SignInAsync());

        await account.ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation);
    }

    [Fact]
    public async Task Tokens_that_could_not_be_stored_are_not_used_and_stored_by_the_next_call()
    {
        await using var stage = await SignInStage.SetAsync();
        var store = new FailingStore(stage.Store);
        using var accounts = stage.CreateAccounts(store);
        var account = await accounts.AddAsync(await stage.GetTokensAsync(), SignInStage.Cancellation);
        stage.Time.Advance(AccessTokenLifetime);

        store.FailNext = true;
        await Assert.ThrowsAsync<IOException>(() => account.GetTokensAsync(SignInStage.Cancellation).AsTask());
        var tokens = await account.GetTokensAsync(SignInStage.Cancellation);

        Assert.Equal(1, stage.Refreshes);
        Assert.Same(tokens, await stage.Store.FindAsync(account.OpenId, SignInStage.Cancellation));
        await account.ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation);
    }

    [Fact]
    public async Task An_account_that_is_removed_while_it_is_refreshed_stays_removed()
    {
        await using var stage = await SignInStage.SetAsync();
        var store = new GatedStore(stage.Store);
        using var accounts = stage.CreateAccounts(store);
        var account = await accounts.AddAsync(await stage.GetTokensAsync(), SignInStage.Cancellation);
        var stored = await account.GetTokensAsync(SignInStage.Cancellation);
        stage.Time.Advance(AccessTokenLifetime);

        store.Close();
        var refresh = account.GetTokensAsync(SignInStage.Cancellation).AsTask();
        await stage.Store.TryReplaceAsync(stored.OpenId, stored, null, SignInStage.Cancellation);
        store.Open();

        await Assert.ThrowsAsync<TikTokSignInRequiredException>(() => refresh);
        Assert.Null(await stage.Store.FindAsync(stored.OpenId, SignInStage.Cancellation));
    }

    [Fact]
    public async Task Tokens_of_another_creator_are_not_taken()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Time.Advance(AccessTokenLifetime);
        stage.Emulator.NextAnswer(EmulatorOperation.RequestToken, Fault.Reply(200, """{"access_token":"act.1","expires_in":7200,"open_id":"somebody","refresh_token":"rft.1","scope":"video.upload"}"""));

        var failure = await Assert.ThrowsAsync<TikTokRefreshException>(() => account.GetTokensAsync(SignInStage.Cancellation).AsTask());

        Assert.IsType<TikTokSignInException>(failure.InnerException);
        Assert.NotEqual("act.1", (await stage.Store.FindAsync(account.OpenId, SignInStage.Cancellation))!.AccessToken);
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

    /// <summary>Writes wait while it is closed.</summary>
    private sealed class GatedStore(ITokenStore inner) : ITokenStore
    {
        private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource? _gate;
        private int _openAtRead;
        private int _reads;

        public void Close(int openAtRead = int.MaxValue)
        {
            (_openAtRead, _reads) = (openAtRead, 0);
            _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        public void Open() => _gate!.SetResult();

        public async ValueTask<TikTokTokens?> FindAsync(string openId, CancellationToken cancellationToken)
        {
            var found = await inner.FindAsync(openId, cancellationToken);
            if (_gate is not null && Interlocked.Increment(ref _reads) == _openAtRead)
            {
                Open();
                await _written.Task;
            }
            return found;
        }

        public async ValueTask<bool> TryReplaceAsync(string openId, TikTokTokens? expected, TikTokTokens? replacement, CancellationToken cancellationToken)
        {
            if (_gate is { } gate)
            {
                await gate.Task;
            }
            var isReplaced = await inner.TryReplaceAsync(openId, expected, replacement, cancellationToken);
            if (_gate is not null)
            {
                _written.TrySetResult();
            }
            return isReplaced;
        }
    }

    /// <summary>Shows old tokens for some reads, and then those that another process has stored.</summary>
    private sealed class LateStore(int reads, TikTokTokens old, TikTokTokens newer) : ITokenStore
    {
        private int _reads;

        public ValueTask<TikTokTokens?> FindAsync(string openId, CancellationToken cancellationToken) => new(Interlocked.Increment(ref _reads) <= reads ? old : newer);

        public ValueTask<bool> TryReplaceAsync(string openId, TikTokTokens? expected, TikTokTokens? replacement, CancellationToken cancellationToken) => new(false);
    }

    private sealed class FailingStore(ITokenStore inner) : ITokenStore
    {
        public bool FailNext { get; set; }

        public ValueTask<TikTokTokens?> FindAsync(string openId, CancellationToken cancellationToken) => inner.FindAsync(openId, cancellationToken);

        public ValueTask<bool> TryReplaceAsync(string openId, TikTokTokens? expected, TikTokTokens? replacement, CancellationToken cancellationToken)
        {
            if (FailNext)
            {
                FailNext = false;
                throw new IOException("The disk is full.");
            }
            return inner.TryReplaceAsync(openId, expected, replacement, cancellationToken);
        }
    }
}
