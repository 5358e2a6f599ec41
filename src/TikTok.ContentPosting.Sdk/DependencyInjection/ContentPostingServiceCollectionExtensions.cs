using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace TikTok.ContentPosting;

/// <summary>Adds the SDK to the services of a program.</summary>
public static class ContentPostingServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="ContentPostingClient"/>, <see cref="VideoUploads"/>, <see cref="InboxDraftUploadWorkflow"/> and the other workflows, all transient. Their
    /// <see cref="HttpClient"/>s come from <see cref="IHttpClientFactory"/>, follow no redirects and keep no cookies. <see cref="PublishNotifications"/>, by which
    /// webhooks end waits early, and <see cref="TikTokQuotas"/>, which keeps TikTok's limits for all clients together, are singletons.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets address, credentials and limits; null for the defaults. It has the last word over configuration that was bound before.</param>
    /// <returns>A builder, to add handlers of your own to the <see cref="HttpClient"/>.</returns>
    /// <remarks>
    /// A handler that repeats requests must leave the inits alone, because each one opens another post:
    /// <see cref="ApiRequestKeys.Operation"/> in <see cref="HttpRequestMessage.Options"/> says whether a request is repeatable.
    /// </remarks>
    public static IHttpClientBuilder AddTikTokContentPosting(this IServiceCollection services, Action<ContentPostingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<ContentPostingOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }
        services.TryAddSingleton<PublishNotifications>();
        services.TryAddSingleton(static provider => new TikTokQuotas(
            provider.GetRequiredService<IOptionsMonitor<ContentPostingOptions>>().CurrentValue.Quotas, provider.GetService<TimeProvider>()));
        AddWorkflows(services);
        services.AddVideoUploads();
        return services.AddHttpClient(nameof(ContentPostingClient))
            .ConfigureHttpClient(ApiHttp.Configure)
            .ConfigurePrimaryHttpMessageHandler(ApiHttp.CreateHandler)
            .AddTypedClient(static (http, provider) => new ContentPostingClient(http, Resolve(provider)));
    }

    private static void AddWorkflows(IServiceCollection services)
    {
        services.AddTransient(static provider => new InboxDraftUploadWorkflow(provider.GetRequiredService<ContentPostingClient>()));
        services.AddTransient(static provider => new DirectPostVideoWorkflow(provider.GetRequiredService<ContentPostingClient>()));
        services.AddTransient(static provider => new DirectPostPhotosWorkflow(provider.GetRequiredService<ContentPostingClient>()));
        services.AddTransient(static provider => new UploadPhotosToInboxWorkflow(provider.GetRequiredService<ContentPostingClient>()));
        services.AddTransient(static provider => new CancelAndConfirmWorkflow(provider.GetRequiredService<ContentPostingClient>()));
        services.AddTransient(static provider => new WaitUntilDeliveredWorkflow(provider.GetRequiredService<ContentPostingClient>()));
        services.AddTransient(static provider => new WaitUntilPublishedWorkflow(provider.GetRequiredService<ContentPostingClient>()));
        services.AddTransient(static provider => new WaitUntilPubliclyAvailableWorkflow(provider.GetRequiredService<ContentPostingClient>()));
    }

    /// <summary>Makes the client of an account.</summary>
    /// <param name="http">Sends the requests.</param>
    /// <param name="provider">The services.</param>
    /// <param name="account">Gives the tokens.</param>
    /// <param name="baseAddress">The address, unless the options have one.</param>
    internal static ContentPostingClient CreateClient(HttpClient http, IServiceProvider provider, TikTokAccount account, Uri? baseAddress)
    {
        var options = Resolve(provider, account);
        options.BaseAddress ??= http.BaseAddress is null ? baseAddress : null;
        return new ContentPostingClient(http, options);
    }

    private static ApiClientOptions Resolve(IServiceProvider provider, IAccessTokenProvider? account = null)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<ContentPostingOptions>>().CurrentValue;
        var copy = options.Clone();
        copy.AccessTokenProvider = account ?? copy.AccessTokenProvider ?? options.AccessTokenProviderFactory?.Invoke(provider)
            ?? (options.AccessToken is { } token ? new StaticAccessTokenProvider(token) : provider.GetService<IAccessTokenProvider>());
        copy.Limiter ??= provider.GetRequiredService<TikTokQuotas>();
        if (copy.TimeProvider == TimeProvider.System)
        {
            copy.TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System;
        }
        return copy;
    }
}
