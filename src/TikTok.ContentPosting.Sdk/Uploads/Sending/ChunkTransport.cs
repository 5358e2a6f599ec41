using System.Net.Http.Headers;

namespace TikTok.ContentPosting;

/// <summary>Sends a chunk once. Failures of the transport are answers, too.</summary>
internal sealed class ChunkTransport(HttpClient http, Uri address, VideoBytes bytes, VideoUploadSession session, VideoUploadOptions options, TimeProvider time, UploadMeter meter)
{
    private const int LongestLogId = 128;

    /// <exception cref="OperationCanceledException">The caller does not want it any more.</exception>
    /// <exception cref="VideoChangedException">The video cannot be read.</exception>
    public async Task<ChunkAnswer> SendAsync(VideoChunk chunk, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Shorter(options.StallTimeout, options.ChunkTimeout), time);
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var started = time.GetTimestamp();
        using var content = new ChunkContent(bytes, chunk, session.MediaType, count =>
        {
            meter.Sent(count);
            limit.CancelAfter(Shorter(options.StallTimeout, options.ChunkTimeout - time.GetElapsedTime(started)));
        });
        using var request = new HttpRequestMessage(HttpMethod.Put, address)
        {
            Content = content,
            Version = http.DefaultRequestVersion,
            VersionPolicy = http.DefaultVersionPolicy,
        };
        using var telemetry = ChunkTelemetry.Start(session, chunk, time);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stopped.Token).ConfigureAwait(false);
            content.Stop();
            return telemetry.Stop(Read(response));
        }
        catch (Exception exception) when (content.ReadFailure is not null || exception is HttpRequestException or IOException or OperationCanceledException or TimeoutException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (content.ReadFailure is { } unreadable)
            {
                throw new VideoChangedException("The video cannot be read any further: see the inner exception.", unreadable);
            }
            return telemetry.Stop(new ChunkAnswer(0) { Failure = limit.IsCancellationRequested ? new TimeoutException("Nothing was sent or answered for too long.", exception) : exception });
        }
        finally
        {
            if (content.StopAsync() is { IsCompleted: false } stopping)
            {
                await stopped.CancelAsync().ConfigureAwait(false);
                await stopping.ConfigureAwait(false);
            }
        }
    }

    private ChunkAnswer Read(HttpResponseMessage response) => new((int)response.StatusCode)
    {
        Received = ReceivedRange.Read(Header(response.Content.Headers, "Content-Range"), session.Plan),
        LogId = Header(response.Headers, "X-Tt-Logid") is { Length: > 0 and <= LongestLogId } id && id.All(char.IsAsciiLetterOrDigit) ? id : null,
        RetryAfter = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
            _ => null,
        },
    };

    // As it came: TikTok's ranges end where HTTP allows none to.
    private static string? Header(HttpHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other > TimeSpan.Zero ? other : TimeSpan.FromTicks(1);
}
