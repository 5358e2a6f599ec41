using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Authentication;

/// <summary>A refresh goes wrong: its answer is lost or refused, its tokens cannot be stored or are somebody else's. It is never sent again blindly.</summary>
public sealed class RefreshFailureTests
{
    private static readonly TimeSpan AccessTokenLifetime = new TikTokEmulatorOptions().AccessTokenLifetime;

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
