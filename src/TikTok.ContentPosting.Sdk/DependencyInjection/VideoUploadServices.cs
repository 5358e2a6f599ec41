using Microsoft.Extensions.DependencyInjection;

namespace TikTok.ContentPosting;

/// <summary>Uploads among the services of a program.</summary>
internal static class VideoUploadServices
{
    /// <summary>
    /// Adds <see cref="VideoUploads"/> with an <see cref="HttpClient"/> of its own. What the program adds to every client stays away from it: its log would have the URL,
    /// its resilience a time limit, its authentication a token. Handlers that are added to it by name after this are kept.
    /// </summary>
    public static IServiceCollection AddVideoUploads(this IServiceCollection services)
    {
        services.AddHttpClient(VideoUploads.HttpClientName)
            .RemoveAllLoggers()
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => handlers.Clear())
            .ConfigurePrimaryHttpMessageHandler(UploadHttp.CreateHandler)
            .ConfigureHttpClient(UploadHttp.Configure);
        return services.AddTransient(static provider => new VideoUploads(
            provider.GetRequiredService<ContentPostingClient>(),
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(VideoUploads.HttpClientName),
            ownsHttp: false,
            provider.GetService<PublishNotifications>()));
    }
}
