using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TikTok.ContentPosting.AspNetCore.Tests.Authentication;

/// <summary>A web app that creators sign in to, a browser, and the emulator in TikTok's place.</summary>
internal sealed class SignInApp : IAsyncDisposable
{
    public static readonly Uri Address = new("https://app.example.com/");

    private readonly WebApplication _app;
    private readonly HttpClient _network = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Dictionary<string, string> _cookies = [];

    private SignInApp(TikTokEmulator tiktok, Action<TikTokAuthenticationOptions>? configure)
    {
        TikTok = tiktok;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        builder.Services.AddTikTokAccounts(
            new TikTokAppCredentials("emulated_client_key", "emulated_client_secret"), options => options.BaseAddress = tiktok.BaseAddress);
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddTikTok(options =>
        {
            options.Scope.Add(TikTokScopes.VideoUpload);
            options.Events.OnRemoteFailure = context =>
            {
                Failure = context.Failure;
                context.Response.Redirect("/failed");
                context.HandleResponse();
                return Task.CompletedTask;
            };
            configure?.Invoke(options);
        });
        _app = builder.Build();
        _app.UseAuthentication();
        _app.MapGet("/sign-in", static () => Results.Challenge(new AuthenticationProperties { RedirectUri = "/me" }, ["TikTok"]));
        _app.MapGet("/switch", static () => Results.Challenge(
            new TikTokChallengeProperties { RedirectUri = "/me", DisableAutoAuth = true, Scope = [TikTokScopes.UserInfoBasic, TikTokScopes.VideoPublish] }, ["TikTok"]));
        _app.MapGet("/me", static (HttpContext context) =>
            new JsonObject { ["claims"] = new JsonArray([.. context.User.Claims.Select(static claim => (JsonNode)$"{claim.Type}={claim.Value}")]) }.ToJsonString());
        _app.MapGet("/token", static async (HttpContext context) => await context.GetTokenAsync("access_token") ?? "");
    }

    public TikTokEmulator TikTok { get; }

    public Exception? Failure { get; private set; }

    public IServiceProvider Services => _app.Services;

    public static async Task<SignInApp> StartAsync(Action<TikTokAuthenticationOptions>? configure = null)
    {
        var tiktok = await TikTokEmulator.StartAsync(new TikTokEmulatorOptions { ConsentAutomatically = true }, TestContext.Current.CancellationToken);
        var app = new SignInApp(tiktok, configure);
        await app._app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    /// <summary>Follows redirects, from the app to TikTok and back, until a page comes.</summary>
    /// <returns>The addresses that the browser was at.</returns>
    public async Task<List<Uri>> BrowseAsync(string path)
    {
        var visited = new List<Uri>();
        for (var next = new Uri(Address, path); next is not null;)
        {
            visited.Add(next);
            using var response = await GetAsync(next);
            next = response.Headers.Location is { } location ? new Uri(next, location) : null;
        }
        return visited;
    }

    /// <summary>The text of a page of the app.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var response = await GetAsync(new Uri(Address, path));
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async Task<string[]> ClaimsAsync() => [.. JsonNode.Parse(await ReadAsync("/me"))!["claims"]!.AsArray().Select(static claim => (string)claim!)];

    /// <summary>One request of the browser, with the app's cookies if it goes to the app.</summary>
    public async Task<HttpResponseMessage> GetAsync(Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (address.Host != Address.Host && address.Host != "localhost")
            return await _network.SendAsync(request, TestContext.Current.CancellationToken);
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(static cookie => $"{cookie.Key}={cookie.Value}")));
        using var http = new HttpClient(_app.GetTestServer().CreateHandler());
        var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
        {
            var parts = cookie.Split(';')[0].Split('=', 2);
            _cookies[parts[0]] = parts[1];
        }
        return response;
    }

    public void ForgetCookies() => _cookies.Clear();

    public async ValueTask DisposeAsync()
    {
        _network.Dispose();
        await _app.DisposeAsync();
        await TikTok.DisposeAsync();
    }
}
