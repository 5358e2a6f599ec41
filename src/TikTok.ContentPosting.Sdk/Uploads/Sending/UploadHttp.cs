using System.Net;

namespace TikTok.ContentPosting;

/// <summary>The HTTP of uploads: no redirects, no cookies, no time limit of its own, and no span that would have the URL.</summary>
internal static class UploadHttp
{
    public static HttpMessageHandler CreateHandler() => new UploadGuard(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    });

    public static void Configure(HttpClient http)
    {
        http.Timeout = Timeout.InfiniteTimeSpan;
        // One request after the other: the windows of HTTP/2 would only be in the way.
        http.DefaultRequestVersion = HttpVersion.Version11;
        http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
    }
}
