using System.Net;
using System.Net.Sockets;
using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Authentication;

/// <summary>Sign-in from a tool on the creator's own machine.</summary>
public sealed class LoopbackTests
{
    [Fact]
    public async Task The_browser_comes_back_to_a_free_port_and_the_tool_has_tokens()
    {
        await using var stage = await SignInStage.SetAsync(static time => new() { TimeProvider = time, ConsentAutomatically = true, RedirectUris = ["http://127.0.0.1:*/callback/"] });
        using var browser = new HttpClient();
        string? page = null;

        var tokens = await stage.SignIn.SignInOnLoopbackAsync(
            [TikTokScopes.VideoUpload], async (url, cancellationToken) => page = await browser.GetStringAsync(url, cancellationToken), cancellationToken: SignInStage.Cancellation);

        Assert.Equal(stage.Emulator.DefaultCreator.OpenId, tokens.OpenId);
        Assert.Contains("You are signed in", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_reaches_the_tool()
    {
        await using var stage = await SignInStage.SetAsync();
        stage.Emulator.NextConsent(ConsentAnswer.Deny);
        using var browser = new HttpClient();

        var failure = await Assert.ThrowsAsync<TikTokSignInException>(() => stage.SignIn.SignInOnLoopbackAsync(
            [TikTokScopes.VideoUpload], (url, cancellationToken) => browser.GetStringAsync(url, cancellationToken), cancellationToken: SignInStage.Cancellation));

        Assert.Equal(TikTokSignInFailure.Denied, failure.Reason);
    }

    [Theory]
    [InlineData("favicon.ico")]
    [InlineData("callback/")]
    [InlineData("callback/?code=stolen&state=guessed")]
    [InlineData("callback/?error=access_denied&state=guessed")]
    public async Task Whatever_else_comes_to_the_port_is_sent_away_and_the_sign_in_goes_on(string path)
    {
        await using var stage = await SignInStage.SetAsync(static time => new() { TimeProvider = time, ConsentAutomatically = true });
        using var browser = new HttpClient();

        var tokens = await stage.SignIn.SignInOnLoopbackAsync([TikTokScopes.VideoUpload], async (url, cancellationToken) =>
        {
            var port = new Uri(Uri.UnescapeDataString(url.Query.Split("redirect_uri=")[1].Split('&')[0]));
            using var silent = new TcpClient();
            await silent.ConnectAsync(IPAddress.Loopback, port.Port, cancellationToken);
            using var stray = await browser.GetAsync(new Uri(port, "/" + path), cancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, stray.StatusCode);
            await browser.GetStringAsync(url, cancellationToken);
        }, cancellationToken: SignInStage.Cancellation);

        Assert.Equal(stage.Emulator.DefaultCreator.OpenId, tokens.OpenId);
    }

    [Fact]
    public async Task A_creator_who_never_comes_back_is_not_waited_for_for_ever()
    {
        await using var stage = await SignInStage.SetAsync();
        using var enough = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stage.SignIn.SignInOnLoopbackAsync([TikTokScopes.VideoUpload], (_, _) => enough.CancelAsync(), cancellationToken: enough.Token));
    }

    [Theory]
    [InlineData("https://127.0.0.1:5000/")]
    [InlineData("http://app.example.com/callback/")]
    public async Task The_browser_comes_back_to_this_machine_over_http(string redirectUri)
    {
        using var signIn = new TikTokSignIn(new TikTokAppCredentials("k", "s"));

        await Assert.ThrowsAsync<ArgumentException>(() => signIn.SignInOnLoopbackAsync([TikTokScopes.VideoUpload], (_, _) => Task.CompletedTask, new Uri(redirectUri), SignInStage.Cancellation));
    }
}
