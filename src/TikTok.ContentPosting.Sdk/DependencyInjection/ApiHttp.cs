using System.Net;

namespace TikTok.ContentPosting;

/// <summary>How TikTok is talked to: no redirects, no cookies, and no timeout but the clients' own.</summary>
internal static class ApiHttp
{
    public static HttpClient CreateClient()
    {
        var client = new HttpClient(CreateHandler());
        Configure(client);
        return client;
    }

    public static void Configure(HttpClient client)
    {
        // The clients have a timeout of their own, for each attempt.
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.DefaultRequestVersion = HttpVersion.Version20;
        client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
    }

    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
