using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace TikTok.ContentPosting;

/// <summary>Adds sign-in and accounts to the services of a program.</summary>
public static class TikTokAccountsServiceCollectionExtensions
{
    private const string ClientName = nameof(TikTokOAuthClient);

    /// <summary>
    /// Adds <see cref="TikTokSignIn"/> and <see cref="TikTokAccounts"/>, both singletons, and an <see cref="InMemoryTokenStore"/> unless the services have an
    /// <see cref="ITokenStore"/>. The accounts' posting clients have the address, limits and handlers of <c>AddTikTokContentPosting</c>, which this calls if nobody has.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="app">The app.</param>
    /// <param name="configure">Sets addresses and limits of sign-ins; null for the defaults.</param>
    /// <returns>A builder, to add handlers of your own to the <see cref="HttpClient"/> of the OAuth and display operations.</returns>
    /// <remarks>
    /// <see cref="TikTokAccountsOptions"/> are options as any: <c>services.Configure&lt;TikTokAccountsOptions&gt;(…)</c>. A handler that repeats requests must leave refreshes
    /// alone: <see cref="ApiRequestKeys.Operation"/> says which requests are repeatable.
    /// </remarks>
    public static IHttpClientBuilder AddTikTokAccounts(this IServiceCollection services, TikTokAppCredentials app, Action<TikTokSignInOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(app);
        if (!services.Any(static service => service.ServiceType == typeof(ContentPostingClient)))
        {
            services.AddTikTokContentPosting();
        }
        services.AddOptions<TikTokAccountsOptions>();
        var options = services.AddOptions<TikTokSignInOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }
        services.TryAddSingleton(app);
        services.TryAddSingleton<ITokenStore, InMemoryTokenStore>();
        services.TryAddSingleton(static provider => new TikTokSignIn(
            provider.GetRequiredService<TikTokAppCredentials>(), provider.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName), SignInOptions(provider)));
        services.TryAddSingleton(static provider => new TikTokAccounts(
            provider.GetRequiredService<TikTokSignIn>(), provider.GetRequiredService<ITokenStore>(), AccountsOptions(provider)));
        return services.AddHttpClient(ClientName)
            .ConfigureHttpClient(ApiHttp.Configure)
            .ConfigurePrimaryHttpMessageHandler(ApiHttp.CreateHandler);
    }

    private static TikTokSignInOptions SignInOptions(IServiceProvider provider)
    {
        var options = (TikTokSignInOptions)provider.GetRequiredService<IOptionsMonitor<TikTokSignInOptions>>().CurrentValue.Clone();
        if (options.TimeProvider == TimeProvider.System)
        {
            options.TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System;
        }
        return options;
    }

    private static TikTokAccountsOptions AccountsOptions(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<TikTokAccountsOptions>>().CurrentValue.Clone();
        var factory = provider.GetRequiredService<IHttpClientFactory>();
        var signIn = provider.GetRequiredService<TikTokSignIn>();
        options.CreateContentPosting ??= account => ContentPostingServiceCollectionExtensions.CreateClient(
            factory.CreateClient(nameof(ContentPostingClient)), provider, account, signIn.Options.BaseAddress);
        options.CreateDisplay ??= account =>
        {
            var copy = signIn.Options.Clone();
            copy.AccessTokenProvider = account;
            copy.Limiter ??= provider.GetService<TikTokQuotas>();
            return new TikTokDisplayClient(factory.CreateClient(ClientName), copy);
        };
        return options;
    }
}
