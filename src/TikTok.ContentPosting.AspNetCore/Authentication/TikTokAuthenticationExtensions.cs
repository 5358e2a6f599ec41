using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace TikTok.ContentPosting.AspNetCore;

/// <summary>Adds signing in with TikTok to a web app.</summary>
public static class TikTokAuthenticationExtensions
{
    /// <summary>Adds signing in with TikTok. It needs <c>services.AddTikTokAccounts(...)</c>, which has the app's key and secret and keeps the tokens.</summary>
    /// <param name="builder">The app's authentication.</param>
    /// <param name="configure">Sets scopes and paths; null for the defaults.</param>
    /// <param name="authenticationScheme">The scheme's name.</param>
    /// <param name="displayName">What a page calls it.</param>
    /// <returns>The builder.</returns>
    public static AuthenticationBuilder AddTikTok(
        this AuthenticationBuilder builder,
        Action<TikTokAuthenticationOptions>? configure = null,
        string authenticationScheme = TikTokAuthenticationDefaults.AuthenticationScheme,
        string displayName = TikTokAuthenticationDefaults.DisplayName)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<TikTokAuthenticationOptions>, StateProtection>());
        builder.Services.AddOptions<TikTokAuthenticationOptions>(authenticationScheme).Validate<IServiceProvider>(
            static (_, provider) => provider.GetService<IServiceProviderIsService>()?.IsService(typeof(TikTokAccounts)) != false,
            "Signing in with TikTok needs services.AddTikTokAccounts(new TikTokAppCredentials(clientKey, clientSecret)).");
        return builder.AddRemoteScheme<TikTokAuthenticationOptions, TikTokAuthenticationHandler>(authenticationScheme, displayName, configure);
    }

    private sealed class StateProtection(IDataProtectionProvider dataProtection) : IPostConfigureOptions<TikTokAuthenticationOptions>
    {
        public void PostConfigure(string? name, TikTokAuthenticationOptions options)
        {
            options.DataProtectionProvider ??= dataProtection;
            options.StateDataFormat ??= new PropertiesDataFormat(options.DataProtectionProvider.CreateProtector(typeof(TikTokAuthenticationHandler).FullName!, name!, "v1"));
        }
    }
}
