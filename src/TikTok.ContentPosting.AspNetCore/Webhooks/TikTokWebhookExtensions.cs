using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace TikTok.ContentPosting.AspNetCore;

/// <summary>Adds the webhook endpoint to a web app.</summary>
public static class TikTokWebhookExtensions
{
    /// <summary>Adds what <see cref="MapTikTokWebhooks"/> needs.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets client key and secrets; null when they are those of <c>AddTikTokAccounts</c>.</param>
    /// <returns>The services.</returns>
    /// <remarks>
    /// A <see cref="TimeProvider"/> and an <see cref="IWebhookIdempotencyStore"/> among the services are taken; without a store, events are remembered in memory.
    /// </remarks>
    public static IServiceCollection AddTikTokWebhooks(this IServiceCollection services, Action<TikTokWebhookOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<TikTokWebhookOptions>();
        options.Configure<IServiceProvider>(static (options, provider) => options.TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System);
        if (configure is not null)
        {
            options.Configure(configure);
        }
        options.PostConfigure<IServiceProvider>(static (options, provider) =>
        {
            if (options.ClientSecrets.Count == 0 && provider.GetService<TikTokAppCredentials>() is { } app)
            {
                options.ClientKey ??= app.ClientKey;
                options.ClientSecrets.Add(app.ClientSecret);
            }
        });
        options.Validate(
            static options => options.ClientSecrets.Count > 0 && !options.ClientSecrets.Any(string.IsNullOrEmpty),
            "Webhooks cannot be verified without the app's client secret: add it to TikTokWebhookOptions.ClientSecrets, or call AddTikTokAccounts.");
        services.TryAddSingleton<IWebhookIdempotencyStore>(static provider => new InMemoryWebhookIdempotencyStore(provider.GetService<TimeProvider>()));
        services.TryAddSingleton<PublishNotifications>();
        services.TryAddSingleton<WebhookReceiver>();
        return services;
    }

    /// <summary>Receives TikTok's webhooks at a path, which is the callback URL of the app's settings.</summary>
    /// <param name="endpoints">The endpoints.</param>
    /// <param name="pattern">The path, such as <c>/webhooks/tiktok</c>.</param>
    /// <param name="handler">
    /// Called once for each event, with the request's services at hand. TikTok waits for it, so it should be quick: store the event, or queue
    /// <see cref="TikTokEvent.Notification"/>. What it throws is logged and answered with 500, and TikTok delivers the event again.
    /// </param>
    /// <returns>A builder for the endpoint's conventions. It asks for no authorization: the signature is that.</returns>
    /// <remarks>
    /// Answers: 200 handled, now or before; 401 the signature is wrong, too old or for another app; 400 signed, but no notification; 413 too large; 500 the handler failed;
    /// 503 another delivery of the event is being handled.
    /// </remarks>
    /// <exception cref="InvalidOperationException"><see cref="AddTikTokWebhooks"/> was not called.</exception>
    /// <exception cref="OptionsValidationException">There is no client secret.</exception>
    public static IEndpointConventionBuilder MapTikTokWebhooks(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, Func<TikTokEvent, HttpContext, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(handler);
        var receiver = endpoints.ServiceProvider.GetService<WebhookReceiver>()
            ?? throw new InvalidOperationException("Webhooks need services.AddTikTokWebhooks(...) before the app is built.");
        return endpoints.MapPost(pattern, context => receiver.ReceiveAsync(context, handler)).AllowAnonymous().DisableAntiforgery().WithDisplayName("TikTok webhooks");
    }
}
