using System.Diagnostics;
using TikTok.ContentPosting;
using TikTok.ContentPosting.AspNetCore;
using TikTok.ContentPosting.Emulator;

await using var tiktok = await TikTokEmulator.StartAsync(new TikTokEmulatorOptions { ProcessingTime = TimeSpan.Zero });
var received = new TaskCompletionSource<TikTokEvent>();

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Services.AddTikTokAccounts(new TikTokAppCredentials("emulated_client_key", "emulated_client_secret"), options => options.BaseAddress = tiktok.BaseAddress);
builder.Services.AddAuthentication("Cookies").AddCookie().AddTikTok();
builder.Services.AddTikTokWebhooks();
await using var app = builder.Build();
app.UseAuthentication();
app.MapGet("/sign-in", () => Results.Challenge(null, ["TikTok"]));
app.MapTikTokWebhooks("/webhooks/tiktok", (webhook, _) =>
{
    received.TrySetResult(webhook);
    return Task.CompletedTask;
});
await app.StartAsync();
var address = new Uri(app.Urls.Single());

await Check.Run("A draft's webhook reaches the handler", async () =>
{
    tiktok.SendWebhooksTo(new Uri(address, "/webhooks/tiktok"));
    using var client = new ContentPostingClient(new ApiClientOptions { BaseAddress = tiktok.BaseAddress, AccessTokenProvider = new StaticAccessTokenProvider(tiktok.AccessToken) });
    var draft = await client.InitInboxVideoUploadAsync(new InboxVideoInitRequest { SourceInfo = new PullFromUrl { VideoUrl = new Uri("https://example.com/clip.mp4") } });
    return await received.Task is DraftDeliveredEvent delivered && delivered.PublishId == draft.Data?.PublishId;
});

await Check.Run("Signing in leads to the emulator's consent page", async () =>
{
    using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
    using var response = await http.GetAsync(new Uri(address, "/sign-in"));
    using var page = await http.GetAsync(response.Headers.Location);
    return response.Headers.Location!.AbsoluteUri.StartsWith(tiktok.AuthorizePage.AbsoluteUri, StringComparison.Ordinal) && page.IsSuccessStatusCode;
});

await Check.Run("The emulator of the package is a program, too", async () =>
{
    var version = Environment.GetEnvironmentVariable("VersionUnderTest")!;
    var path = Path.Combine(Environment.GetEnvironmentVariable("NUGET_PACKAGES")!, "tiktok.contentposting.emulator", version, "lib", "net10.0", "TikTok.ContentPosting.Emulator.dll");
    using var program = Process.Start(new ProcessStartInfo("dotnet", [path, "--help"]) { RedirectStandardOutput = true })!;
    var help = await program.StandardOutput.ReadToEndAsync();
    await program.WaitForExitAsync();
    return program.ExitCode == 0 && help.Contains("--webhook", StringComparison.Ordinal);
});

return Check.Summary();
