using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Authentication;

/// <summary>What is done for a creator who has signed in.</summary>
public sealed class AccountTests
{
    private static readonly TimeSpan AccessTokenLifetime = new TikTokEmulatorOptions().AccessTokenLifetime;

    [Fact]
    public async Task Each_creator_has_tokens_and_clients_of_their_own()
    {
        await using var stage = await SignInStage.SetAsync();
        var second = stage.Emulator.AddCreator(new TikTokCreator { Username = "second" });
        var one = await stage.SignInAsync();
        var other = await stage.SignInAsync(creator: second);

        var names = await Task.WhenAll(
            one.ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation),
            other.ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation));

        Assert.Equal(["emulated.creator", "second"], names.Select(static name => name.Data?.CreatorUsername));
        Assert.Same(one, stage.Accounts.Get(one.OpenId));
        Assert.NotEqual(one.OpenId, other.OpenId);
    }

    [Fact]
    public async Task A_token_that_tiktok_refuses_early_is_refreshed_and_a_read_is_sent_again()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        await account.GetTokensAsync(SignInStage.Cancellation);
        stage.Emulator.EndAccessTokens(stage.Emulator.DefaultCreator);

        await account.ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation);

        Assert.Equal(1, stage.Refreshes);
        Assert.Equal(2, stage.Emulator.Requests.Count(static request => request.Operation == EmulatorOperation.QueryCreatorInfo));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task An_init_is_sent_again_after_a_refresh_only_when_the_caller_wants_it(bool? repeat, int inits)
    {
        await using var stage = await SignInStage.SetAsync();
        using var accounts = stage.CreateAccounts(signIn: options => options.RepeatUnsafeWhenTokenIsRefused = repeat);
        var account = await accounts.AddAsync(await stage.GetTokensAsync(), SignInStage.Cancellation);
        stage.Emulator.EndAccessTokens(stage.Emulator.DefaultCreator);

        var call = InitAsync(account);
        if (inits == 1)
        {
            Assert.Equal(ErrorCode.AccessTokenInvalid, (await Assert.ThrowsAnyAsync<TikTokApiException>(() => call)).Code);
            // The next call has a token that works.
            await InitAsync(account);
        }
        await call.ContinueWith(static _ => { }, TaskScheduler.Default);

        Assert.Equal(1, stage.Refreshes);
        Assert.Equal(2, stage.Emulator.Requests.Count(static request => request.Operation == EmulatorOperation.InitInboxVideoUpload));
        Assert.Single(stage.Emulator.Posts);
    }

    [Fact]
    public async Task A_wait_of_hours_lives_through_refreshes()
    {
        await using var stage = await SignInStage.SetAsync(static time => new() { TimeProvider = time, ProcessingTime = TimeSpan.FromHours(5) });
        var account = await stage.SignInAsync();
        var opened = await InitAsync(account);

        var outcome = await account.ContentPosting.WaitUntilDeliveredAsync(
            opened.Data!.PublishId!, new WaitOptions { Polling = new PollingOptions { MaximumDelay = TimeSpan.FromMinutes(1), TotalTimeout = TimeSpan.FromHours(9) }, TimeProvider = stage.Time }, SignInStage.Cancellation);

        Assert.IsType<PostDelivered>(outcome);
        Assert.Equal(2, stage.Refreshes);
    }

    [Fact]
    public async Task A_401_for_a_missing_scope_costs_no_refresh()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.QueryCreatorInfo, Fault.Refuse(ErrorCodes.ScopeNotAuthorized));

        var refusal = await Assert.ThrowsAnyAsync<TikTokApiException>(() => account.ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation));

        Assert.Equal(ErrorCode.ScopeNotAuthorized, refusal.Code);
        Assert.Equal(0, stage.Refreshes);
        await account.GetTokensAsync(SignInStage.Cancellation);
        Assert.Equal(0, stage.Refreshes);
    }

    [Fact]
    public async Task A_missing_scope_is_named_before_anything_is_sent()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync([TikTokScopes.UserInfoBasic, TikTokScopes.VideoUpload]);

        var failure = await Assert.ThrowsAsync<TikTokScopeException>(() => account.ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation));

        Assert.Equal([TikTokScopes.VideoPublish], failure.MissingScopes);
        Assert.Contains("queryCreatorInfo needs the scope video.publish", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(stage.Emulator.Requests, static request => request.Operation == EmulatorOperation.QueryCreatorInfo);
    }

    [Theory]
    [InlineData(TikTokScopes.VideoUpload)]
    [InlineData(TikTokScopes.VideoPublish)]
    public async Task Where_one_of_two_scopes_will_do_either_does(string scope)
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync([TikTokScopes.UserInfoBasic, scope]);

        var refusal = await Assert.ThrowsAnyAsync<TikTokApiException>(
            () => account.ContentPosting.GetPublishStatusAsync(new PublishStatusRequest { PublishId = "none" }, cancellationToken: SignInStage.Cancellation));

        Assert.Equal(ErrorCode.InvalidPublishId, refusal.Code);
    }

    [Fact]
    public async Task Where_neither_of_two_scopes_was_granted_one_is_named()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync([TikTokScopes.UserInfoBasic]);

        var failure = await Assert.ThrowsAsync<TikTokScopeException>(
            () => account.ContentPosting.GetPublishStatusAsync(new PublishStatusRequest { PublishId = "none" }, cancellationToken: SignInStage.Cancellation));

        Assert.Equal([TikTokScopes.VideoUpload], failure.MissingScopes);
    }

    [Fact]
    public async Task Scopes_can_be_checked_before_something_is_begun()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync([TikTokScopes.UserInfoBasic, TikTokScopes.VideoUpload]);

        Assert.True(await account.HasScopeAsync(TikTokScopes.VideoUpload, SignInStage.Cancellation));
        Assert.False(await account.HasScopeAsync(TikTokScopes.VideoPublish, SignInStage.Cancellation));
        var failure = await Assert.ThrowsAsync<TikTokScopeException>(
            () => account.EnsureScopesAsync([TikTokScopes.VideoUpload, TikTokScopes.VideoList, TikTokScopes.VideoPublish], SignInStage.Cancellation).AsTask());
        Assert.Equal([TikTokScopes.VideoList, TikTokScopes.VideoPublish], failure.MissingScopes);
    }

    [Fact]
    public async Task A_creator_without_tokens_has_to_sign_in()
    {
        await using var stage = await SignInStage.SetAsync();

        var failure = await Assert.ThrowsAsync<TikTokSignInRequiredException>(
            () => stage.Accounts.Get("nobody").ContentPosting.QueryCreatorInfoAsync(cancellationToken: SignInStage.Cancellation));

        Assert.Equal("nobody", failure.OpenId);
    }

    [Fact]
    public async Task Revoking_refreshes_an_ended_token_first_and_forgets()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Time.Advance(AccessTokenLifetime);

        Assert.True(await account.RevokeAsync(SignInStage.Cancellation));

        Assert.Equal(1, stage.Refreshes);
        Assert.Null(await stage.Store.FindAsync(account.OpenId, SignInStage.Cancellation));
        await Assert.ThrowsAsync<TikTokSignInRequiredException>(() => account.GetTokensAsync(SignInStage.Cancellation).AsTask());
    }

    [Fact]
    public async Task Revoking_takes_another_token_when_tiktok_refuses_the_first()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Emulator.EndAccessTokens(stage.Emulator.DefaultCreator);

        Assert.True(await account.RevokeAsync(SignInStage.Cancellation));

        Assert.Equal(1, stage.Refreshes);
        Assert.Equal(2, stage.Emulator.Requests.Count(static request => request.Operation == EmulatorOperation.RevokeToken));
    }

    [Fact]
    public async Task Revoking_what_is_dead_forgets_it_all_the_same()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Emulator.RemoveAuthorization(stage.Emulator.DefaultCreator);

        Assert.False(await account.RevokeAsync(SignInStage.Cancellation));

        Assert.Null(await stage.Store.FindAsync(account.OpenId, SignInStage.Cancellation));
    }

    [Fact]
    public async Task Revoking_that_fails_on_the_way_forgets_nothing()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.RevokeToken, Fault.Refuse("server_error", 500));

        await Assert.ThrowsAsync<TikTokOAuthException>(() => account.RevokeAsync(SignInStage.Cancellation));

        Assert.NotNull(await stage.Store.FindAsync(account.OpenId, SignInStage.Cancellation));
    }

    [Fact]
    public async Task Removing_forgets_without_a_word_to_tiktok()
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        var requests = stage.Emulator.Requests.Count;

        await stage.Accounts.RemoveAsync(account.OpenId, SignInStage.Cancellation);

        Assert.Equal(requests, stage.Emulator.Requests.Count);
        await Assert.ThrowsAsync<TikTokSignInRequiredException>(() => account.GetTokensAsync(SignInStage.Cancellation).AsTask());
    }

    private static Task<VideoInitResponse> InitAsync(TikTokAccount account) => account.ContentPosting.InitInboxVideoUploadAsync(
        new InboxVideoInitRequest { SourceInfo = new PullFromUrl { VideoUrl = Stage.Video } }, cancellationToken: SignInStage.Cancellation);

    [Theory]
    [InlineData(3600, true)]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    [InlineData(-3600, false)]
    public async Task A_creator_who_has_disconnected_is_forgotten_unless_connected_again_since(int secondsAfterSignIn, bool isForgotten)
    {
        await using var stage = await SignInStage.SetAsync();
        var account = await stage.SignInAsync();
        var tokens = await account.GetTokensAsync(SignInStage.Cancellation);
        var removed = Assert.IsType<AuthorizationRemovedEvent>(TikTokEvent.From(new WebhookNotification
        {
            ClientKey = "k",
            Event = WebhookEventName.AuthorizationRemoved,
            CreateTime = tokens.GrantedAt.AddSeconds(secondsAfterSignIn).ToUnixTimeSeconds(),
            UserOpenid = account.OpenId,
            Content = """{"reason":1}""",
        }));

        Assert.Equal(isForgotten, await stage.Accounts.RemoveAsync(removed, SignInStage.Cancellation));

        Assert.Equal(isForgotten, await stage.Store.FindAsync(account.OpenId, SignInStage.Cancellation) is null);
        if (isForgotten)
        {
            await Assert.ThrowsAsync<TikTokSignInRequiredException>(() => account.GetTokensAsync(SignInStage.Cancellation).AsTask());
        }
        else
        {
            Assert.Same(tokens, await account.GetTokensAsync(SignInStage.Cancellation));
        }
    }
}
