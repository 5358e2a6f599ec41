using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TikTok.ContentPosting.AspNetCore.Tests.Webhooks;

public class WebhookEndpointTests
{
    [Fact]
    public async Task A_webhook_reaches_the_handler_without_authorization_and_is_answered_with_200()
    {
        await using var app = await WebhookApp.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await app.PostSignedAsync(app.Body()));

        Assert.Equal("p", Assert.IsType<PostCompletedEvent>(Assert.Single(app.Received)).PublishId);
    }

    public static TheoryData<string, Func<WebhookApp, Task<HttpStatusCode>>, HttpStatusCode, string> Rejections => new()
    {
        { "no signature", app => app.PostAsync(app.Body(), null), HttpStatusCode.Unauthorized, nameof(WebhookRejection.SignatureMissing) },
        { "no signature's form", app => app.PostAsync(app.Body(), "sha256=abc"), HttpStatusCode.Unauthorized, nameof(WebhookRejection.SignatureMalformed) },
        { "another secret", app => app.PostSignedAsync(app.Body(), "another"), HttpStatusCode.Unauthorized, nameof(WebhookRejection.SignatureWrong) },
        { "too old", app => app.PostAsync(app.Body(), WebhookSignature.Create(Encoding.UTF8.GetBytes(app.Body()), WebhookApp.Secret, app.Time.GetUtcNow().AddDays(-4))), HttpStatusCode.Unauthorized, nameof(WebhookRejection.SignatureTooOld) },
        { "another app", app => app.PostSignedAsync(app.Body().Replace(WebhookApp.ClientKey, "other", StringComparison.Ordinal)), HttpStatusCode.Unauthorized, nameof(WebhookRejection.OtherApp) },
        { "no JSON", app => app.PostSignedAsync("hello"), HttpStatusCode.BadRequest, nameof(WebhookRejection.Unreadable) },
        { "nothing", app => app.PostSignedAsync(""), HttpStatusCode.BadRequest, nameof(WebhookRejection.Unreadable) },
        { "too large", app => app.PostSignedAsync(new string(' ', (64 * 1024) + 1)), HttpStatusCode.RequestEntityTooLarge, "65536 bytes" },
    };

    [Theory]
    [MemberData(nameof(Rejections))]
    public async Task What_is_not_TikToks_is_rejected_and_logged(string what, Func<WebhookApp, Task<HttpStatusCode>> send, HttpStatusCode expected, string logged)
    {
        await using var app = await WebhookApp.StartAsync();

        var status = await send(app);

        Assert.True(expected == status && app.Received.IsEmpty, $"{what}: {status}");
        Assert.Contains(app.Log, line => line.StartsWith("Warning: A webhook was rejected", StringComparison.Ordinal) && line.Contains(logged, StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log, line => line.Contains(WebhookApp.Secret, StringComparison.Ordinal) || line.Contains("s=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_as_large_as_the_limit_is_read_and_one_byte_more_is_not_although_it_does_not_say_its_length()
    {
        await using var app = await WebhookApp.StartAsync(options: options => options.MaxBodyBytes = 1000);
        using var http = new HttpClient(app.CreateHandler());
        var body = app.Body();

        foreach (var (length, expected) in new[] { (1000, HttpStatusCode.OK), (1001, HttpStatusCode.RequestEntityTooLarge) })
        {
            var bytes = Encoding.UTF8.GetBytes(body.PadRight(length));
            using var request = new HttpRequestMessage(HttpMethod.Post, WebhookApp.Url) { Content = new Trickle(bytes) };
            request.Headers.TryAddWithoutValidation("TikTok-Signature", WebhookSignature.Create(bytes, WebhookApp.Secret, app.Time.GetUtcNow()));
            using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(expected, response.StatusCode);
        }

        Assert.Single(app.Received);
    }

    [Fact]
    public async Task An_event_that_comes_again_is_answered_with_200_and_dropped_as_long_as_a_signature_is_good()
    {
        await using var app = await WebhookApp.StartAsync();
        var body = app.Body();

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await app.PostSignedAsync(body));
            app.Time.Advance(TimeSpan.FromHours(24));
        }
        Assert.Single(app.Received);

        app.Time.Advance(TimeSpan.FromMinutes(9));
        await app.PostSignedAsync(body);
        Assert.Single(app.Received);

        app.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await app.PostSignedAsync(body));
        Assert.Equal(2, app.Received.Count);
    }

    [Fact]
    public async Task An_event_whose_handler_fails_is_answered_with_500_and_handled_when_it_comes_again()
    {
        await using var app = await WebhookApp.StartAsync();
        var handler = app.Handler;
        app.Handler = (_, _) => throw new InvalidOperationException("the database is away");
        Assert.Equal(HttpStatusCode.InternalServerError, await app.PostSignedAsync(app.Body()));
        Assert.Contains(app.Log, static line => line.StartsWith("Error: TikTok's event post.publish.complete p was not handled", StringComparison.Ordinal) && line.Contains("the database is away", StringComparison.Ordinal));

        app.Handler = handler;
        Assert.Equal(HttpStatusCode.OK, await app.PostSignedAsync(app.Body()));

        Assert.Single(app.Received);
    }

    [Fact]
    public async Task A_delivery_while_another_is_being_handled_has_to_come_again()
    {
        await using var app = await WebhookApp.StartAsync();
        using var entered = new SemaphoreSlim(0);
        var go = new TaskCompletionSource();
        app.Handler = async (webhook, _) =>
        {
            entered.Release();
            await go.Task;
            app.Received.Enqueue(webhook);
        };
        var body = app.Body();
        var first = app.PostSignedAsync(body);
        await entered.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await app.PostSignedAsync(app.Body()));
        app.Time.Advance(TimeSpan.FromMinutes(5));
        var afterTheHandlingTime = app.PostSignedAsync(body);
        await entered.WaitAsync(TestContext.Current.CancellationToken);
        go.SetResult();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await first, await afterTheHandlingTime));
        Assert.Equal(2, app.Received.Count);
    }

    [Fact]
    public async Task A_store_of_the_apps_own_is_asked_and_its_failure_is_a_500()
    {
        await using var app = await WebhookApp.StartAsync(configure: static services => services.AddSingleton<IWebhookIdempotencyStore>(new BrokenStore()));

        Assert.Equal(HttpStatusCode.InternalServerError, await app.PostSignedAsync(app.Body()));

        Assert.Empty(app.Received);
    }

    [Fact]
    public async Task A_wait_in_the_same_process_ends_early()
    {
        await using var app = await WebhookApp.StartAsync(configure: static services => services.AddTikTokContentPosting());
        using var subscription = app.Services.GetRequiredService<PublishNotifications>().Subscribe("p");
        var wait = subscription.WaitAsync(TestContext.Current.CancellationToken);

        await app.PostSignedAsync(app.Body());

        await wait;
        Assert.IsType<PostCompletedEvent>(subscription.Latest);
    }

    [Fact]
    public async Task The_handler_has_the_services_of_the_request()
    {
        await using var app = await WebhookApp.StartAsync(configure: static services => services.AddScoped<List<string>>());
        List<string>? scoped = null;
        app.Handler = (webhook, context) =>
        {
            scoped = context.RequestServices.GetRequiredService<List<string>>();
            scoped.Add(webhook.Name.Value);
            return Task.CompletedTask;
        };

        await app.PostSignedAsync(app.Body());

        Assert.Equal(["post.publish.complete"], scoped!);
    }

    [Fact]
    public void An_app_that_is_not_set_up_does_not_start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        Assert.Throws<InvalidOperationException>(() => builder.Build().MapTikTokWebhooks("/webhooks", static (_, _) => Task.CompletedTask));

        builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddTikTokWebhooks();
        var failure = Assert.Throws<OptionsValidationException>(() => builder.Build().MapTikTokWebhooks("/webhooks", static (_, _) => Task.CompletedTask));
        Assert.Contains("ClientSecrets", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the_apps_secret", HttpStatusCode.OK)]
    [InlineData("another", HttpStatusCode.Unauthorized)]
    public async Task The_secret_is_that_of_the_accounts_unless_there_is_one(string secret, HttpStatusCode expected)
    {
        await using var app = await WebhookApp.StartAsync(
            configure: static services => services.AddTikTokAccounts(new TikTokAppCredentials(WebhookApp.ClientKey, "the_apps_secret")),
            options: static options => options.ClientSecrets.Clear());

        Assert.Equal(expected, await app.PostSignedAsync(app.Body(), secret));
    }

    /// <summary>A body that comes in small parts and does not say how long it is.</summary>
    private sealed class Trickle(byte[] bytes) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var i = 0; i < bytes.Length; i += 100)
            {
                await stream.WriteAsync(bytes.AsMemory(i, Math.Min(100, bytes.Length - i)));
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class BrokenStore : IWebhookIdempotencyStore
    {
        public ValueTask<WebhookClaim> TryClaimAsync(string key, TimeSpan handlingTime, CancellationToken cancellationToken) => throw new TimeoutException();

        public ValueTask CompleteAsync(string key, TimeSpan retention, CancellationToken cancellationToken) => throw new TimeoutException();

        public ValueTask ReleaseAsync(string key, CancellationToken cancellationToken) => throw new TimeoutException();
    }
}
