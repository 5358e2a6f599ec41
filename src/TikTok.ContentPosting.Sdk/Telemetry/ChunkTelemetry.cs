using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TikTok.ContentPosting;

/// <summary>The span and the numbers of one attempt to send a chunk: places and statuses, never the URL.</summary>
internal sealed class ChunkTelemetry : IDisposable
{
    private static readonly Histogram<double> Duration = SdkTelemetry.Meter.CreateHistogram<double>("tiktok.upload.chunk.duration", "s", "Duration of an attempt to send a chunk.");
    private static readonly Counter<long> Bytes = SdkTelemetry.Meter.CreateCounter<long>("tiktok.upload.bytes", "By", "Bytes of chunks that TikTok has taken.");

    private readonly Activity? _activity;
    private readonly VideoChunk _chunk;
    private readonly TimeProvider _time;
    private readonly long _started;

    private ChunkTelemetry(Activity? activity, VideoChunk chunk, TimeProvider time)
    {
        (_activity, _chunk, _time) = (activity, chunk, time);
        _started = time.GetTimestamp();
    }

    public static ChunkTelemetry Start(VideoUploadSession session, VideoChunk chunk, TimeProvider time)
    {
        var activity = SdkTelemetry.Source.StartActivity("upload chunk", ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("tiktok.publish_id", session.PublishId);
            activity.SetTag("tiktok.chunk.first", chunk.First);
            activity.SetTag("tiktok.chunk.last", chunk.Last);
            activity.SetTag("tiktok.video.size", chunk.VideoSize);
        }
        return new ChunkTelemetry(activity, chunk, time);
    }

    public ChunkAnswer Stop(ChunkAnswer answer)
    {
        var status = answer.Status == 0 ? "none" : answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (_activity is { } activity)
        {
            activity.SetTag("http.response.status_code", answer.Status == 0 ? null : answer.Status);
            activity.SetTag("tiktok.log_id", answer.LogId);
            if (answer.Status is < 200 or >= 300)
            {
                activity.SetTag("error.type", answer.Failure?.GetType().FullName ?? status);
                activity.SetStatus(ActivityStatusCode.Error);
            }
        }
        Duration.Record(_time.GetElapsedTime(_started).TotalSeconds, new KeyValuePair<string, object?>("http.response.status_code", status));
        if (answer.Status is >= 200 and < 300)
        {
            Bytes.Add(_chunk.Length);
        }
        return answer;
    }

    public void Dispose() => _activity?.Dispose();
}
