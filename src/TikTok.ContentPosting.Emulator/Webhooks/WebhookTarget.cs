using System.Net.Http.Headers;

namespace TikTok.ContentPosting.Emulator;

/// <summary>Where webhooks go to.</summary>
internal sealed class WebhookTarget : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="url">The app's callback URL.</param>
    /// <param name="handler">How it is reached, such as a test server's handler; null for the network. It stays its maker's.</param>
    /// <exception cref="ArgumentException">The URL is neither http nor https.</exception>
    public WebhookTarget(Uri url, HttpMessageHandler? handler)
    {
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
            throw new ArgumentException("Webhooks go to an http or https URL.", nameof(url));
        Url = url;
        _http = handler is null ? new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) : new HttpClient(handler, disposeHandler: false);
        _http.Timeout = TimeSpan.FromSeconds(30);
    }

    public Uri Url { get; }

    /// <summary>Posts a body.</summary>
    /// <returns>The status of the answer; null when none came.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<int?> PostAsync(ReadOnlyMemory<byte> body, string signature, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation(WebhookSigner.HeaderName, signature);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return (int)response.StatusCode;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is not OutOfMemoryException)
        {
            // Whatever a handler of the user's throws, too: no answer is no answer.
            return null;
        }
    }

    public void Dispose() => _http.Dispose();
}
