using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace TikTok.ContentPosting.AspNetCore.Tests.Webhooks;

/// <summary>A web app with the endpoint, on a test server and on a clock that the test turns.</summary>
public sealed class WebhookApp : IAsyncDisposable, ILoggerProvider, ILogger
{
    public const string Secret = "emulated_client_secret";
    public const string ClientKey = "emulated_client_key";
    public static readonly Uri Url = new("https://app.example.com/webhooks/tiktok");

    private readonly WebApplication _app;

    private WebhookApp(FakeTimeProvider time, Action<IServiceCollection>? configure, Action<TikTokWebhookOptions>? options)
    {
        Time = time;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(this).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddAuthorization(authorization => authorization.FallbackPolicy = authorization.DefaultPolicy);
        configure?.Invoke(builder.Services);
        builder.Services.AddTikTokWebhooks(webhooks =>
        {
            webhooks.ClientKey = ClientKey;
            webhooks.ClientSecrets.Add(Secret);
            options?.Invoke(webhooks);
        });
        _app = builder.Build();
        _app.UseAuthorization();
        _app.MapTikTokWebhooks("/webhooks/tiktok", (webhook, context) => Handler(webhook, context));
    }

    public FakeTimeProvider Time { get; }

    public ConcurrentQueue<TikTokEvent> Received { get; } = [];

    public ConcurrentQueue<string> Log { get; } = [];

    public IServiceProvider Services => _app.Services;

    /// <summary>What the app does with an event; by default it only notes it.</summary>
    public Func<TikTokEvent, HttpContext, Task> Handler { get; set; } = null!;

    public static async Task<WebhookApp> StartAsync(
        FakeTimeProvider? time = null, Action<IServiceCollection>? configure = null, Action<TikTokWebhookOptions>? options = null)
    {
        var app = new WebhookApp(time ?? new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero)), configure, options);
        app.Handler = (webhook, _) =>
        {
            app.Received.Enqueue(webhook);
            return Task.CompletedTask;
        };
        await app._app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    public HttpMessageHandler CreateHandler() => _app.GetTestServer().CreateHandler();

    public string Body(string name = "post.publish.complete", string publishId = "p") =>
        $$"""{"client_key":"{{ClientKey}}","event":"{{name}}","create_time":{{Time.GetUtcNow().ToUnixTimeSeconds()}},"user_openid":"o","content":"{\"publish_id\":\"{{publishId}}\"}"}""";

    public Task<HttpStatusCode> PostSignedAsync(string body, string secret = Secret) => PostAsync(body, WebhookSignature.Create(Encoding.UTF8.GetBytes(body), secret, Time.GetUtcNow()));

    public async Task<HttpStatusCode> PostAsync(string body, string? signature)
    {
        using var http = new HttpClient(CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (signature is not null)
            request.Headers.TryAddWithoutValidation(WebhookSignature.HeaderName, signature);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    void IDisposable.Dispose()
    {
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Log.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
}
