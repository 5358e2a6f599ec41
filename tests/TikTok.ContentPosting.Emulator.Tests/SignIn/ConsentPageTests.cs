namespace TikTok.ContentPosting.Emulator.Tests;

public class ConsentPageTests
{
    [Fact]
    public async Task The_page_lists_the_scopes_to_tick_and_the_creators()
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Emulator.AddCreator(new TikTokCreator { Username = "second", Nickname = "Second" });
        using var browser = new Browser(tiktok.Emulator);

        var (status, _, html) = await browser.GetAsync(Browser.Page());

        Assert.Equal(200, status);
        Assert.Contains("""<input type="checkbox" name="scope" value="user.info.basic" checked>""", html, StringComparison.Ordinal);
        Assert.Contains("""<input type="checkbox" name="scope" value="video.upload" checked>""", html, StringComparison.Ordinal);
        Assert.Contains("Second (@second)", html, StringComparison.Ordinal);
        Assert.DoesNotContain(tiktok.Emulator.AccessToken, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Colors_follow_the_browsers_scheme_everywhere_on_the_page()
    {
        await using var tiktok = await Harness.StartAsync();
        using var browser = new Browser(tiktok.Emulator);

        var (_, _, html) = await browser.GetAsync(Browser.Page());

        var (scheme, rest) = (html[html.IndexOf(":root", StringComparison.Ordinal)..html.IndexOf("body {", StringComparison.Ordinal)], html[html.IndexOf("body {", StringComparison.Ordinal)..html.IndexOf("</style>", StringComparison.Ordinal)]);
        Assert.Contains("color-scheme: light dark", scheme, StringComparison.Ordinal);
        Assert.Contains("@media (prefers-color-scheme: dark)", scheme, StringComparison.Ordinal);
        // What is not white on the main colour, or a shadow, has a colour of the scheme.
        Assert.DoesNotMatch("background: ?#|border(-color)?: [^;]*#|[ {]color: #(?!fff)", rest);
    }

    [Fact]
    public async Task What_is_ticked_is_granted_for_the_creator_who_was_chosen()
    {
        await using var tiktok = await Harness.StartAsync();
        var second = tiktok.Emulator.AddCreator(new TikTokCreator { Username = "second" });
        using var browser = new Browser(tiktok.Emulator);

        var back = await browser.SubmitAsync(Browser.Page(), ("answer", "allow"), ("creator", second.OpenId), ("scope", "video.upload"));

        Assert.StartsWith(Browser.RedirectUri + "?code=", back, StringComparison.Ordinal);
        Assert.Equal(("video.upload", "st"), (Browser.Query(back!, "scopes"), Browser.Query(back!, "state")));
        Assert.Contains("%2A1%21", back, StringComparison.Ordinal);
        var (_, tokens) = await browser.ExchangeAsync(Browser.Query(back!, "code")!);
        Assert.Equal((second.OpenId, "video.upload"), (tokens.GetProperty("open_id").GetString(), tokens.GetProperty("scope").GetString()));
    }

    [Theory]
    [InlineData("deny")]
    [InlineData("allow")]
    public async Task Who_denies_or_ticks_nothing_goes_back_without_a_code(string answer)
    {
        await using var tiktok = await Harness.StartAsync();
        using var browser = new Browser(tiktok.Emulator);

        var back = await browser.SubmitAsync(Browser.Page(), ("answer", answer));

        Assert.Equal(("access_denied", "st", null), (Browser.Query(back!, "error"), Browser.Query(back!, "state"), Browser.Query(back!, "code")));
    }

    [Theory]
    [InlineData("another_key", Browser.RedirectUri, null)]
    [InlineData("emulated_client_key", "http://app.example.com/callback/", null)]
    [InlineData("emulated_client_key", "https://app.example.com/callback/?id=1", null)]
    [InlineData("emulated_client_key", "javascript:alert(1)", null)]
    [InlineData("emulated_client_key", "", null)]
    [InlineData("emulated_client_key", Browser.RedirectUri, "https://other.example.com/")]
    [InlineData("emulated_client_key", "http://127.0.0.1:5000/other/", "http://127.0.0.1:*/callback/")]
    public async Task An_unknown_app_or_redirect_uri_sends_the_browser_nowhere(string clientKey, string redirectUri, string? registered)
    {
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, RedirectUris = registered is null ? null : [registered], ConsentAutomatically = true });
        using var browser = new Browser(tiktok.Emulator);

        var (status, location, html) = await browser.GetAsync(Browser.Page(clientKey, redirectUri));

        Assert.Equal((400, null), (status, location));
        Assert.Contains("Something went wrong", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/callback/", "http://127.0.0.1:*/callback/")]
    [InlineData(Browser.RedirectUri, Browser.RedirectUri)]
    public async Task A_registered_redirect_uri_is_taken_with_any_port_where_it_says_so(string redirectUri, string registered)
    {
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, RedirectUris = [registered], ConsentAutomatically = true });
        using var browser = new Browser(tiktok.Emulator);

        Assert.StartsWith(redirectUri + "?code=", (await browser.GetAsync(Browser.Page(redirectUri: redirectUri))).Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "invalid_scope")]
    [InlineData("user.info.basic video.upload", "invalid_scope")]
    [InlineData("video.everything", "invalid_scope")]
    public async Task Scopes_are_names_that_tiktok_has_with_commas_between_them(string scope, string error)
    {
        await using var tiktok = await Harness.StartAsync();
        using var browser = new Browser(tiktok.Emulator);

        var (_, location, _) = await browser.GetAsync(Browser.Page(scope: scope));

        Assert.Equal((error, "st"), (Browser.Query(location!, "error"), Browser.Query(location!, "state")));
    }

    [Fact]
    public async Task A_desktop_app_without_a_challenge_is_refused()
    {
        await using var tiktok = await Harness.StartAsync(time => new() { TimeProvider = time, ConsentAutomatically = true });
        using var browser = new Browser(tiktok.Emulator);
        const string Page = "/v2/auth/authorize/?client_key=emulated_client_key&response_type=code&scope=video.upload&state=st&redirect_uri=";

        Assert.Equal("invalid_request", Browser.Query((await browser.GetAsync(Page + "http://127.0.0.1:5000/")).Location!, "error"));
        Assert.NotNull(Browser.Query((await browser.GetAsync(Page + "https://app.example.com/")).Location!, "code"));
    }

    [Fact]
    public async Task What_comes_in_the_address_is_text_on_the_page()
    {
        await using var tiktok = await Harness.StartAsync();
        tiktok.Creator.Nickname = "<script>alert(1)</script>";
        using var browser = new Browser(tiktok.Emulator);

        var (_, _, html) = await browser.GetAsync(Browser.Page(more: "&x=%22%3E%3Cscript%3E"));

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("&disable_auto_auth=1", true)]
    [InlineData("&disable_auto_auth=0", false)]
    public async Task Who_has_consented_before_is_not_asked_again_when_the_app_says_so(string more, bool isShown)
    {
        await using var tiktok = await Harness.StartAsync();
        using var browser = new Browser(tiktok.Emulator);
        Assert.Equal(200, (await browser.GetAsync(Browser.Page(more: more))).Status);
        await browser.ExchangeAsync(await browser.CodeAsync());

        Assert.Equal(isShown, (await browser.GetAsync(Browser.Page(more: more))).Location is null);
        Assert.Equal(200, (await browser.GetAsync(Browser.Page(scope: "video.publish", more: more))).Status);
        tiktok.Emulator.RemoveAuthorization(tiktok.Creator);
        Assert.Equal(200, (await browser.GetAsync(Browser.Page(more: more))).Status);
    }

    [Fact]
    public async Task The_next_consents_are_answered_in_order_and_then_the_page_is_shown()
    {
        await using var tiktok = await Harness.StartAsync();
        using var browser = new Browser(tiktok.Emulator);
        tiktok.Emulator.NextConsent(ConsentAnswer.Deny);
        tiktok.Emulator.NextConsent(ConsentAnswer.Grant(scopes: ["video.upload", "video.publish"]));

        Assert.Equal("access_denied", Browser.Query((await browser.GetAsync(Browser.Page())).Location!, "error"));
        Assert.Equal("video.upload", Browser.Query((await browser.GetAsync(Browser.Page())).Location!, "scopes"));
        Assert.Equal(200, (await browser.GetAsync(Browser.Page())).Status);
    }
}
