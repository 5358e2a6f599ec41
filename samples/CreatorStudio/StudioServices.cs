using CreatorStudio.Composing;
using CreatorStudio.Posts;
using Microsoft.AspNetCore.Authentication.Cookies;
using TikTok.ContentPosting;
using TikTok.ContentPosting.AspNetCore;

namespace CreatorStudio;

internal static class StudioServices
{
    public static void AddStudio(this IServiceCollection services, StudioTikTok tiktok)
    {
        services.AddTikTokContentPosting(options => options.BaseAddress = tiktok.BaseAddress);
        services.AddTikTokAccounts(tiktok.App, options => (options.BaseAddress, options.AuthorizePage) = (tiktok.BaseAddress, tiktok.AuthorizePage));
        services.AddTikTokWebhooks(options =>
        {
            options.ClientKey = tiktok.App.ClientKey;
            options.ClientSecrets.Add(tiktok.App.ClientSecret);
        });
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(static options => options.LoginPath = StudioPaths.Home)
            .AddTikTok(static options =>
            {
                options.Scope.Add(TikTokScopes.VideoUpload);
                options.Scope.Add(TikTokScopes.VideoPublish);
                options.AccessDeniedPath = StudioPaths.NotSignedIn;
            });
        services.AddAuthorization();
        services.AddAntiforgery(static options => options.HeaderName = "X-CSRF-Token");
        services.AddRazorPages(static options => options.Conventions.AuthorizePage("/Compose"));
        services.AddSingleton<PostBoard>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<FormCache>();
        services.AddSingleton<PendingVideos>();
        services.AddSingleton<PostRunner>();
        services.AddHostedService(static provider => provider.GetRequiredService<PostRunner>());
    }
}
