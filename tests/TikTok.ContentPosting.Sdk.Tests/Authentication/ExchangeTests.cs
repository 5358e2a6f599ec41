using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Authentication;

/// <summary>From the consent page to tokens.</summary>
public sealed class ExchangeTests
{
    [Fact]
    public async Task A_sign_in_ends_in_tokens_that_end_when_tiktok_says()
    {
        await using var stage = await SignInStage.SetAsync(static time => new() { TimeProvider = time, AccessTokenLifetime = TimeSpan.FromMinutes(77), RefreshTokenLifetime = TimeSpan.FromDays(9) });
        var now = stage.Time.GetUtcNow();

        var tokens = await stage.GetTokensAsync();

        Assert.Equal(stage.Emulator.DefaultCreator.OpenId, tokens.OpenId);
        Assert.StartsWith("act.", tokens.AccessToken, StringComparison.Ordinal);
        Assert.StartsWith("rft.", tokens.RefreshToken, StringComparison.Ordinal);
        Assert.Equal(now.AddMinutes(77), tokens.AccessTokenExpiresAt);
        Assert.Equal(now.AddDays(9), tokens.RefreshTokenExpiresAt);
        Assert.Equal(SignInStage.AllScopes, tokens.Scopes);
    }

    [Fact]
    public async Task The_request_is_a_form_with_tiktoks_names()
    {
        await using var stage = await SignInStage.SetAsync();

        await stage.GetTokensAsync();

        var request = stage.Emulator.Requests.Single(static request => request.Operation == EmulatorOperation.RequestToken);
        Assert.StartsWith("application/x-www-form-urlencoded", request.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal("/v2/oauth/token/", request.Path);
        Assert.Equal(
            ["client_key", "client_secret", "grant_type", "code", "redirect_uri", "code_verifier"],
            request.BodyText.Split('&').Select(static field => field.Split('=')[0]));
    }

    [Fact]
    public async Task A_creator_may_grant_less_than_is_asked_for()
    {
        await using var stage = await SignInStage.SetAsync();

        var tokens = await stage.GetTokensAsync([TikTokScopes.UserInfoBasic, TikTokScopes.VideoUpload]);

        Assert.Equal([TikTokScopes.UserInfoBasic, TikTokScopes.VideoUpload], tokens.Scopes);
        Assert.False(tokens.HasScope(TikTokScopes.VideoPublish));
    }

    [Fact]
    public async Task A_creator_may_refuse()
    {
        await using var stage = await SignInStage.SetAsync();
        stage.Emulator.NextConsent(ConsentAnswer.Deny);
        var authorization = stage.SignIn.Begin(new() { RedirectUri = SignInStage.RedirectUri, Scopes = SignInStage.AllScopes });

        var failure = await Assert.ThrowsAsync<TikTokSignInException>(async () => await stage.SignIn.CompleteAsync(authorization, await stage.BrowseAsync(authorization.Url!), SignInStage.Cancellation));

        Assert.Equal(TikTokSignInFailure.Denied, failure.Reason);
        Assert.Equal("access_denied", failure.ErrorCode);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var stage = await SignInStage.SetAsync();
        stage.Emulator.NextConsent(ConsentAnswer.Grant());
        var authorization = stage.SignIn.Begin(new() { RedirectUri = SignInStage.RedirectUri, Scopes = SignInStage.AllScopes });
        var callback = await stage.BrowseAsync(authorization.Url!);
        await stage.SignIn.CompleteAsync(authorization, callback, SignInStage.Cancellation);

        var refusal = await Assert.ThrowsAsync<TikTokOAuthException>(() => stage.SignIn.CompleteAsync(authorization, callback, SignInStage.Cancellation));

        Assert.Equal(OAuthErrorCode.InvalidGrant, refusal.Code);
    }

    [Fact]
    public async Task Another_verifier_is_refused_as_tiktok_does_it()
    {
        await using var stage = await SignInStage.SetAsync();
        stage.Emulator.NextConsent(ConsentAnswer.Grant());
        var authorization = stage.SignIn.Begin(new() { RedirectUri = SignInStage.RedirectUri, Scopes = SignInStage.AllScopes });
        var callback = TikTokCallback.Read(await stage.BrowseAsync(authorization.Url!));

        var refusal = await Assert.ThrowsAsync<TikTokOAuthException>(
            () => stage.SignIn.ExchangeCodeAsync(callback.Code!, SignInStage.RedirectUri, TikTokPkce.CreateVerifier(), SignInStage.Cancellation));

        Assert.Equal(OAuthErrorCode.InvalidRequest, refusal.Code);
        Assert.Equal("Code verifier or code challenge is invalid.", refusal.Description);
        Assert.Contains("hexadecimal", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_state_of_a_sign_in_can_be_kept_elsewhere()
    {
        await using var stage = await SignInStage.SetAsync();
        stage.Emulator.NextConsent(ConsentAnswer.Grant());
        var begun = stage.SignIn.Begin(new() { RedirectUri = SignInStage.RedirectUri, Scopes = SignInStage.AllScopes });
        var (state, verifier, redirectUri) = (begun.State, begun.CodeVerifier, begun.RedirectUri);

        var tokens = await stage.SignIn.CompleteAsync(new TikTokAuthorization(state, verifier, redirectUri), await stage.BrowseAsync(begun.Url!), SignInStage.Cancellation);

        Assert.Equal(stage.Emulator.DefaultCreator.OpenId, tokens.OpenId);
    }

    [Fact]
    public async Task The_app_itself_gets_a_token()
    {
        await using var stage = await SignInStage.SetAsync();

        var token = await stage.SignIn.GetClientTokenAsync(SignInStage.Cancellation);

        Assert.StartsWith("clt.", token.AccessToken, StringComparison.Ordinal);
        Assert.Equal(stage.Time.GetUtcNow().AddHours(2), token.ExpiresAt);
        Assert.DoesNotContain(token.AccessToken, token.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_without_a_word_on_refresh_or_open_id_are_no_sign_in()
    {
        await using var stage = await SignInStage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.RequestToken, Fault.Reply(200, """{"access_token":"act.1","expires_in":7200}"""));

        var failure = await Assert.ThrowsAsync<TikTokSignInException>(() => stage.SignIn.ExchangeCodeAsync("code", SignInStage.RedirectUri, null, SignInStage.Cancellation));

        Assert.Equal(TikTokSignInFailure.UnexpectedAnswer, failure.Reason);
    }
}
