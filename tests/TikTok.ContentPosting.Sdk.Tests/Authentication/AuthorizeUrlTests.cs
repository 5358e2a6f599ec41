namespace TikTok.ContentPosting.Tests.Authentication;

/// <summary>Where a sign-in begins.</summary>
public sealed class AuthorizeUrlTests
{
    private static readonly Uri RedirectUri = new("https://app.example.com/callback/");

    private static TikTokSignIn SignIn => new(new TikTokAppCredentials("aw123", "secret"));

    [Fact]
    public void The_address_has_what_tiktok_asks_for()
    {
        var authorization = SignIn.Begin(new()
        {
            RedirectUri = RedirectUri,
            Scopes = [TikTokScopes.UserInfoBasic, TikTokScopes.VideoUpload],
            State = "s t",
            CodeVerifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
            DisableAutoAuth = true,
        });

        Assert.Equal(
            "https://www.tiktok.com/v2/auth/authorize/?client_key=aw123&response_type=code&scope=user.info.basic%2Cvideo.upload&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcallback%2F"
            + "&state=s%20t&code_challenge=13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3&code_challenge_method=S256&disable_auto_auth=1",
            authorization.Url!.AbsoluteUri);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(true, "disable_auto_auth=1")]
    [InlineData(false, "disable_auto_auth=0")]
    public void Automatic_consent_is_left_to_tiktok_unless_something_is_said(bool? disable, string? expected)
    {
        var query = SignIn.Begin(new() { RedirectUri = RedirectUri, Scopes = [TikTokScopes.VideoUpload], DisableAutoAuth = disable }).Url!.Query;

        Assert.Equal(expected, query.Split('&').SingleOrDefault(static parameter => parameter.StartsWith("disable_auto_auth", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_a_challenge_there_is_no_verifier()
    {
        var authorization = SignIn.Begin(new() { RedirectUri = RedirectUri, Scopes = [TikTokScopes.VideoUpload], UsePkce = false });

        Assert.Null(authorization.CodeVerifier);
        Assert.DoesNotContain("code_challenge", authorization.Url!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_sign_in_has_a_state_and_a_verifier_of_its_own()
    {
        var sightings = Enumerable.Range(0, 50).Select(static _ => SignIn.Begin(new() { RedirectUri = RedirectUri, Scopes = [TikTokScopes.VideoUpload] })).ToList();

        Assert.Equal(50, sightings.Select(static authorization => authorization.State).Distinct().Count());
        Assert.Equal(50, sightings.Select(static authorization => authorization.CodeVerifier).Distinct().Count());
        Assert.All(sightings, static authorization => Assert.True(authorization.State.Length >= 43));
    }

    [Theory]
    [InlineData("http://app.example.com/callback/")]
    [InlineData("https://app.example.com/callback/?id=1")]
    [InlineData("https://app.example.com/callback/#part")]
    [InlineData("/callback/")]
    [InlineData("myapp://callback")]
    public void A_redirect_uri_that_tiktok_would_not_take_is_refused_here(string address) =>
        Assert.Throws<ArgumentException>(() => SignIn.Begin(new() { RedirectUri = new Uri(address, UriKind.RelativeOrAbsolute), Scopes = [TikTokScopes.VideoUpload] }));

    [Theory]
    [InlineData("http://127.0.0.1:5173/callback/")]
    [InlineData("http://localhost:5173/")]
    public void A_tool_comes_back_to_its_own_machine_over_http(string address) =>
        Assert.NotNull(SignIn.Begin(new() { RedirectUri = new Uri(address), Scopes = [TikTokScopes.VideoUpload] }).Url);

    [Fact]
    public void Scopes_are_single_names_and_there_is_one_at_least()
    {
        Assert.Throws<ArgumentException>(() => SignIn.Begin(new() { RedirectUri = RedirectUri, Scopes = [] }));
        Assert.Throws<ArgumentException>(() => SignIn.Begin(new() { RedirectUri = RedirectUri, Scopes = ["video.upload,video.publish"] }));
    }

    [Fact]
    public void An_address_of_an_emulator_takes_the_consent_page_along()
    {
        var signIn = new TikTokSignIn(new TikTokAppCredentials("k", "s"), new TikTokSignInOptions { BaseAddress = new Uri("http://127.0.0.1:5000/") });

        var url = signIn.Begin(new() { RedirectUri = RedirectUri, Scopes = [TikTokScopes.VideoUpload] }).Url!;

        Assert.Equal("http://127.0.0.1:5000/v2/auth/authorize/", url.GetLeftPart(UriPartial.Path));
    }
}
