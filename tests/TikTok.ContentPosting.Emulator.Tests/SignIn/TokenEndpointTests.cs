namespace TikTok.ContentPosting.Emulator.Tests;

public class TokenEndpointTests
{
    [Fact]
    public async Task A_code_becomes_tokens_once()
    {
        await using var tiktok = await Harness.StartAsync();
        using var browser = new Browser(tiktok.Emulator);
        var code = await browser.CodeAsync();

        var (status, tokens) = await browser.ExchangeAsync(code);

        Assert.Equal(200, status);
        Assert.Equal(
            ["access_token", "expires_in", "open_id", "refresh_expires_in", "refresh_token", "scope", "token_type"], tokens.EnumerateObject().Select(static member => member.Name));
        Assert.Equal((7200, 15_552_000), (tokens.GetProperty("expires_in").GetInt32(), tokens.GetProperty("refresh_expires_in").GetInt32()));
        Refused("invalid_grant", await browser.ExchangeAsync(code));
    }

    [Theory]
    [InlineData(Browser.Verifier, "https://app.example.com/other/", "invalid_request", "Redirect_uri")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", Browser.RedirectUri, "invalid_request", "Code verifier or code challenge is invalid.")]
    [InlineData("", Browser.RedirectUri, "invalid_request", "Code verifier or code challenge is invalid.")]
    public async Task What_does_not_belong_to_the_code_is_refused_and_uses_it_up(string verifier, string redirectUri, string error, string description)
    {
        await using var tiktok = await Harness.StartAsync();
        using var browser = new Browser(tiktok.Emulator);
        var code = await browser.CodeAsync();

        var refusal = await browser.ExchangeAsync(code, verifier, redirectUri);

        Refused(error, refusal);
        Assert.StartsWith(description, refusal.Json.GetProperty("error_description").GetString(), StringComparison.Ordinal);
        Refused("invalid_grant", await browser.ExchangeAsync(code));
    }

    [Fact]
    public async Task A_challenge_in_base64url_fits_no_verifier()
    {
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, ConsentAutomatically = true });
        using var browser = new Browser(tiktok.Emulator);
        var page = Browser.Page().Replace(Browser.Challenge, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", StringComparison.Ordinal);
        var code = Browser.Query((await browser.GetAsync(page)).Location!, "code")!;

        Refused("invalid_request", await browser.ExchangeAsync(code));
    }

    [Fact]
    public async Task A_code_ends_after_ten_minutes()
    {
        await using var tiktok = await Harness.StartAsync();
        using var browser = new Browser(tiktok.Emulator);
        var code = await browser.CodeAsync();
        tiktok.Time.Advance(TimeSpan.FromMinutes(10));

        Refused("invalid_grant", await browser.ExchangeAsync(code));
    }

    [Fact]
    public async Task A_refresh_gives_another_refresh_token_and_the_old_one_is_dead_at_once()
    {
        await using var tiktok = await Harness.StartAsync();
        using var browser = new Browser(tiktok.Emulator);
        var (_, first) = await browser.ExchangeAsync(await browser.CodeAsync());
        var old = first.GetProperty("refresh_token").GetString()!;

        var (_, second) = await RefreshAsync(browser, old);

        var next = second.GetProperty("refresh_token").GetString()!;
        Assert.NotEqual(old, next);
        Refused("invalid_grant", await RefreshAsync(browser, old));
        Assert.True((await RefreshAsync(browser, next)).Json.TryGetProperty("access_token", out _));
    }

    [Fact]
    public async Task Tokens_end_by_the_emulators_clock()
    {
        await using var tiktok = await Harness.StartAsync();
        using var browser = new Browser(tiktok.Emulator);
        var (_, tokens) = await browser.ExchangeAsync(await browser.CodeAsync(ConsentAnswer.Grant(scopes: ["user.info.basic", "video.upload"])));
        var token = tokens.GetProperty("access_token").GetString();

        (await tiktok.StatusAsync("none", token)).ShouldBe(400, ErrorCodes.InvalidPublishId);
        tiktok.Time.Advance(TimeSpan.FromHours(2));
        (await tiktok.StatusAsync("none", token)).ShouldBe(401, ErrorCodes.AccessTokenInvalid);
        tiktok.Time.Advance(TimeSpan.FromDays(180));
        Refused("invalid_grant", await RefreshAsync(browser, tokens.GetProperty("refresh_token").GetString()!));
    }

    [Fact]
    public async Task A_token_may_do_what_was_granted_whatever_else_the_creator_grants()
    {
        await using var tiktok = await Harness.StartAsync();
        using var browser = new Browser(tiktok.Emulator);
        var (_, tokens) = await browser.ExchangeAsync(await browser.CodeAsync());
        var token = tokens.GetProperty("access_token").GetString();

        (await tiktok.CreatorInfoAsync(token)).ShouldBe(401, ErrorCodes.ScopeNotAuthorized);
        (await tiktok.InboxInitAsync(token)).ShouldBe(200, ErrorCodes.Ok);
    }

    [Theory]
    [InlineData("client_key", "another", "invalid_client")]
    [InlineData("client_secret", "another", "invalid_client")]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    [InlineData("grant_type", "", "invalid_request")]
    public async Task The_app_proves_who_it_is(string name, string value, string error)
    {
        await using var tiktok = await Harness.StartAsync();
        using var browser = new Browser(tiktok.Emulator);
        var fields = new Dictionary<string, string> { ["client_key"] = "emulated_client_key", ["client_secret"] = "emulated_client_secret", ["grant_type"] = "client_credentials", [name] = value };

        Refused(error, await browser.AskAsync("/v2/oauth/token/", [.. fields.Select(static field => (field.Key, field.Value))]));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    public async Task Refusals_have_the_status_of_the_options(int status)
    {
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, OAuthErrorStatusCode = status });
        using var browser = new Browser(tiktok.Emulator);

        Assert.Equal(status, (await browser.ExchangeAsync("none")).Status);
    }

    [Fact]
    public async Task Json_is_no_form()
    {
        await using var tiktok = await Harness.StartAsync();

        var reply = await tiktok.PostAsync("/v2/oauth/token/", """{"grant_type":"client_credentials"}""");

        Assert.Contains("\"error\":\"invalid_request\"", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoking_ends_all_of_the_creators_tokens_and_takes_no_ended_one()
    {
        await using var tiktok = await Harness.StartAsync();
        using var browser = new Browser(tiktok.Emulator);
        var (_, tokens) = await browser.ExchangeAsync(await browser.CodeAsync());
        var (access, refresh) = (tokens.GetProperty("access_token").GetString()!, tokens.GetProperty("refresh_token").GetString()!);

        var (status, answer) = await RevokeAsync(browser, access);

        Assert.Equal((200, "{}"), (status, answer.GetRawText()));
        (await tiktok.StatusAsync("none", access)).ShouldBe(401, ErrorCodes.AccessTokenInvalid);
        Refused("invalid_grant", await RefreshAsync(browser, refresh));
        Refused("invalid_request", await RevokeAsync(browser, access));
    }

    [Fact]
    public async Task Faults_of_the_token_endpoint_have_its_shape()
    {
        await using var tiktok = await Harness.StartAsync();
        using var browser = new Browser(tiktok.Emulator);
        tiktok.Emulator.NextAnswer(EmulatorOperation.RequestToken, Fault.Refuse("server_error", 503));

        var (status, json) = await browser.ExchangeAsync("none");

        Assert.Equal((503, "server_error"), (status, json.GetProperty("error").GetString()));
    }

    private static Task<(int Status, System.Text.Json.JsonElement Json)> RefreshAsync(Browser browser, string token) =>
        browser.TokenAsync(("grant_type", "refresh_token"), ("refresh_token", token));

    private static Task<(int Status, System.Text.Json.JsonElement Json)> RevokeAsync(Browser browser, string token) =>
        browser.AskAsync("/v2/oauth/revoke/", ("client_key", "emulated_client_key"), ("client_secret", "emulated_client_secret"), ("token", token));

    private static void Refused(string error, (int Status, System.Text.Json.JsonElement Json) answer)
    {
        Assert.Equal((200, error), (answer.Status, answer.Json.GetProperty("error").GetString()));
        Assert.NotEmpty(answer.Json.GetProperty("log_id").GetString()!);
    }
}
