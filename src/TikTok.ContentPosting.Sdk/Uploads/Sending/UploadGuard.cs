namespace TikTok.ContentPosting;

/// <summary>
/// What is sent to an upload URL has the chunk's own three headers and no others. The URL is the only credential: whatever a client, its defaults or a handler of the
/// program would add, an <c>Authorization</c> header above all, stays here.
/// </summary>
internal sealed class UploadGuard(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Clear();
        return base.SendAsync(request, cancellationToken);
    }
}
