using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TikTok.ContentPosting.AspNetCore.Tests.Authentication;

public class SignInTests
{
    [Fact]
    public async Task A_creator_signs_in_and_the_app_can_post()
    {
        await using var app = await SignInApp.StartAsync();

        var visited = await app.BrowseAsync("/sign-in");

        Assert.Equal(["/sign-in", "/v2/auth/authorize/", "/signin-tiktok", "/me"], visited.Select(static address => address.AbsolutePath));
        var creator = app.TikTok.DefaultCreator;
        var claims = await app.ClaimsAsync();
        Assert.Contains($"{ClaimTypes.NameIdentifier}={creator.OpenId}", claims);
        Assert.Contains($"{TikTokClaimTypes.OpenId}={creator.OpenId}", claims);
        Assert.Contains($"{TikTokClaimTypes.UnionId}={creator.UnionId}", claims);
        Assert.Contains($"{ClaimTypes.Name}={creator.Nickname}", claims);
        Assert.Contains($"{TikTokClaimTypes.AvatarUrl}={creator.AvatarUrl}", claims);
        Assert.Equal(
            ["user.info.basic", "video.upload"],
            claims.Where(static claim => claim.StartsWith(TikTokClaimTypes.Scope, StringComparison.Ordinal)).Select(static claim => claim.Split('=')[1]));

        var account = app.Services.GetRequiredService<TikTokAccounts>().Get(creator.OpenId);
        var opened = await account.ContentPosting.InitInboxVideoUploadAsync(
            new InboxVideoInitRequest { SourceInfo = new PullFromUrl { VideoUrl = new Uri("https://example.com/clip.mp4") } }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotNull(opened.Data?.PublishId);
    }

    [Fact]
    public async Task The_page_gets_what_TikTok_wants()
    {
        await using var app = await SignInApp.StartAsync();

        var query = Query((await app.BrowseAsync("/sign-in"))[1]);

        Assert.Equal(
            ("emulated_client_key", "code", "user.info.basic,video.upload", "https://app.example.com/signin-tiktok", "S256"),
            (query["client_key"], query["response_type"], query["scope"], query["redirect_uri"], query["code_challenge_method"]));
        Assert.Matches("^[0-9a-f]{64}$", query["code_challenge"]);
        Assert.False(query.ContainsKey("disable_auto_auth"));
    }

    [Theory]
    [InlineData("https://app.example.com/sign-in", true)]
    [InlineData("http://localhost/sign-in", false)]
    public async Task The_cookie_of_a_sign_in_works_without_https_where_there_is_none(string address, bool isSecure)
    {
        await using var app = await SignInApp.StartAsync();

        using var response = await app.GetAsync(new Uri(address));

        var cookie = response.Headers.GetValues("Set-Cookie").Single(static cookie => cookie.StartsWith(".AspNetCore.Correlation", StringComparison.Ordinal));
        Assert.Equal((isSecure, true, true), (cookie.Contains("; secure", StringComparison.Ordinal), cookie.Contains("; samesite=lax", StringComparison.Ordinal), cookie.Contains("; httponly", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task One_sign_in_can_want_other_scopes_and_the_consent_page()
    {
        await using var app = await SignInApp.StartAsync();

        var query = Query((await app.BrowseAsync("/switch"))[1]);

        Assert.Equal(("user.info.basic,video.publish", "1"), (query["scope"], query["disable_auto_auth"]));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(false, "0")]
    [InlineData(true, "1")]
    public async Task The_options_say_whether_the_consent_page_is_shown_and_whether_there_is_a_challenge(bool? disable, string? expected)
    {
        await using var app = await SignInApp.StartAsync(options => (options.DisableAutoAuth, options.UsePkce) = (disable, disable is not null));

        var visited = await app.BrowseAsync("/sign-in");

        Assert.Equal(expected, Query(visited[1]).GetValueOrDefault("disable_auto_auth"));
        Assert.Equal(disable is not null, Query(visited[1]).ContainsKey("code_challenge"));
        Assert.Equal("/me", visited[^1].AbsolutePath);
    }

    [Fact]
    public async Task A_creator_who_refuses_is_not_signed_in()
    {
        await using var app = await SignInApp.StartAsync(static options => options.AccessDeniedPath = "/refused");
        app.TikTok.NextConsent(ConsentAnswer.Deny);

        var visited = await app.BrowseAsync("/sign-in");

        Assert.Equal("/refused", visited[^1].AbsolutePath);
        Assert.Empty(await app.ClaimsAsync());
    }

    [Fact]
    public async Task A_creator_who_refuses_a_scope_is_signed_in_without_it_and_a_name_needs_one()
    {
        await using var app = await SignInApp.StartAsync();
        app.TikTok.NextConsent(ConsentAnswer.Grant(scopes: [TikTokScopes.VideoUpload]));

        await app.BrowseAsync("/sign-in");

        var claims = await app.ClaimsAsync();
        Assert.Contains($"{TikTokClaimTypes.OpenId}={app.TikTok.DefaultCreator.OpenId}", claims);
        Assert.DoesNotContain(claims, static claim => claim.StartsWith(ClaimTypes.Name + "=", StringComparison.Ordinal));
        Assert.Single(claims, static claim => claim.StartsWith(TikTokClaimTypes.Scope, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_creator_whom_TikTok_does_not_describe_is_signed_in_all_the_same()
    {
        await using var app = await SignInApp.StartAsync();
        app.TikTok.NextAnswer(EmulatorOperation.GetUserInfo, Fault.Refuse("scope_not_authorized"), times: 10);

        await app.BrowseAsync("/sign-in");

        Assert.Contains($"{TikTokClaimTypes.OpenId}={app.TikTok.DefaultCreator.OpenId}", await app.ClaimsAsync());
    }

    [Fact]
    public async Task A_callback_that_another_browser_began_is_refused()
    {
        await using var app = await SignInApp.StartAsync();
        using var page = await app.GetAsync(new Uri(SignInApp.Address, "/sign-in"));
        using var back = await app.GetAsync(page.Headers.Location!);
        app.ForgetCookies();

        using var callback = await app.GetAsync(back.Headers.Location!);

        Assert.Equal((HttpStatusCode.Redirect, "/failed"), (callback.StatusCode, callback.Headers.Location?.OriginalString));
        Assert.Empty(await app.ClaimsAsync());
        Assert.DoesNotContain(app.TikTok.Requests, static request => request.Operation == EmulatorOperation.RequestToken);
    }

    [Theory]
    [InlineData("?code=c&state=forged")]
    [InlineData("?code=c")]
    [InlineData("?error=access_denied")]
    [InlineData("")]
    public async Task A_callback_without_the_apps_state_is_refused(string query)
    {
        await using var app = await SignInApp.StartAsync();

        var visited = await app.BrowseAsync("/signin-tiktok" + query);

        Assert.Equal("/failed", visited[^1].AbsolutePath);
        Assert.NotNull(app.Failure);
        Assert.DoesNotContain("forged", app.Failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invalid_grant")]
    [InlineData("server_error")]
    public async Task A_code_that_TikTok_does_not_take_is_a_failure_that_says_so(string code)
    {
        await using var app = await SignInApp.StartAsync();
        app.TikTok.NextAnswer(EmulatorOperation.RequestToken, Fault.Refuse(code));

        var visited = await app.BrowseAsync("/sign-in");

        Assert.Equal("/failed", visited[^1].AbsolutePath);
        Assert.Contains(code, Assert.IsType<TikTokOAuthException>(app.Failure).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("emulated_client_secret", app.Failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_cookie_has_the_access_token_only_if_it_is_wanted(bool isSaved)
    {
        await using var app = await SignInApp.StartAsync(options => options.SaveTokens = isSaved);

        await app.BrowseAsync("/sign-in");

        var tokens = await app.Services.GetRequiredService<TikTokAccounts>().Get(app.TikTok.DefaultCreator.OpenId).GetTokensAsync(TestContext.Current.CancellationToken);
        Assert.Equal(isSaved ? tokens.AccessToken : "", await app.ReadAsync("/token"));
    }

    [Fact]
    public async Task The_app_adds_claims_of_its_own_with_the_account_at_hand()
    {
        await using var app = await SignInApp.StartAsync(static options => options.Events.OnCreatingTicket = static async context =>
        {
            var tokens = await context.Account.GetTokensAsync(context.HttpContext.RequestAborted);
            context.Identity.AddClaim(new Claim("tokens", tokens.Version == context.Tokens.Version ? context.User!.DisplayName! : "others"));
        });

        await app.BrowseAsync("/sign-in");

        Assert.Contains("tokens=" + app.TikTok.DefaultCreator.Nickname, await app.ClaimsAsync());
    }

    [Fact]
    public async Task An_app_without_accounts_is_told_what_is_missing()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        builder.Services.AddAuthentication().AddCookie().AddTikTok();
        await using var app = builder.Build();

        var failure = Assert.Throws<OptionsValidationException>(() => app.Services.GetRequiredService<IOptionsMonitor<TikTokAuthenticationOptions>>().Get("TikTok"));

        Assert.Contains("AddTikTokAccounts", failure.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Query(Uri address) =>
        QueryHelpers.ParseQuery(address.Query).ToDictionary(static pair => pair.Key, static pair => pair.Value.ToString());
}
