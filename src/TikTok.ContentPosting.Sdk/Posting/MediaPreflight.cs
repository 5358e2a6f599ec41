using System.Net;

namespace TikTok.ContentPosting;

/// <summary>
/// Asks a media server, as TikTok will, whether the media is there: a HEAD request without credentials that follows no redirect. An answer does not promise that TikTok gets the
/// same, but what fails here fails there an hour later, as <c>video_pull_failed</c> or <c>photo_pull_failed</c>.
/// </summary>
/// <remarks>It sends requests to addresses that users give: on a server, check them by <see cref="VerifiedUrls"/> first.</remarks>
/// <param name="handler">Sends; it must not follow redirects, and is not disposed. Null for one of its own.</param>
public sealed class MediaPreflight(HttpMessageHandler? handler = null) : IDisposable
{
    private const long LargestVideo = 4L << 30;
    private const long LargestPhoto = 20L << 20;

    private readonly HttpClient _http = new(handler ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, disposeHandler: handler is null)
    {
        Timeout = TimeSpan.FromSeconds(15),
    };

    /// <summary>Asks.</summary>
    /// <param name="url">The media's address.</param>
    /// <param name="kind">Whether it is a video or a photo.</param>
    /// <param name="verified">What is verified for the app; null when that is not known here.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the server says, and all that is wrong. Nothing is asked when the address itself is wrong.</returns>
    public async Task<MediaPreflightReport> CheckAsync(Uri url, PostKind kind, VerifiedUrls? verified = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        var field = kind == PostKind.Video ? "videoUrl" : "photoUrls";
        var advice = kind == PostKind.Video ? MediaUrls.AdviseUpload(url) : null;
        var wrong = MediaUrls.Check(url, kind, verified);
        if (wrong.Count > 0)
        {
            return new MediaPreflightReport(null, null, null, wrong, advice);
        }
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, url);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            var type = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant();
            var length = response.Content.Headers.ContentLength;
            return new MediaPreflightReport((int)response.StatusCode, type, length, [.. Problems(response.StatusCode, type, length, kind, field)], advice);
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new MediaPreflightReport(null, null, null, [new(field, "unreachable", "the media's server does not answer, or has no valid certificate. TikTok has to reach it for up to an hour.")], advice);
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    private static IEnumerable<PostProblem> Problems(HttpStatusCode status, string? type, long? length, PostKind kind, string field)
    {
        // A server that does not know HEAD says nothing about the media.
        if (status is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented)
        {
            yield break;
        }
        if ((int)status is >= 300 and < 400)
        {
            yield return new(field, "redirect", $"the media's server answers {(int)status} and sends elsewhere. TikTok follows no redirects: give the address that the redirect leads to.");
            yield break;
        }
        if ((int)status is < 200 or >= 300)
        {
            yield return new(field, "status", $"the media's server answers {(int)status}. TikTok needs the media itself, without signing in.");
            yield break;
        }
        if (!IsRightType(type, kind))
        {
            yield return new(field, "content_type", kind == PostKind.Video
                ? "the media's server does not say that it is a video that TikTok takes: video/mp4, video/quicktime or video/webm."
                : "the media's server does not say that it is a photo that TikTok takes: image/jpeg or image/webp.");
        }
        if (length == 0 || length > (kind == PostKind.Video ? LargestVideo : LargestPhoto))
        {
            yield return new(field, "size", kind == PostKind.Video ? "the video is empty or has more than 4 GB." : "the photo is empty or has more than 20 MB.");
        }
    }

    private static bool IsRightType(string? type, PostKind kind) => type switch
    {
        null or "application/octet-stream" or "binary/octet-stream" => true,
        "video/mp4" or "video/quicktime" or "video/webm" => kind == PostKind.Video,
        "image/jpeg" or "image/jpg" or "image/webp" => kind == PostKind.Photos,
        _ => false,
    };
}
