namespace TikTok.ContentPosting;

/// <summary>Counts what is sent, and tells it.</summary>
internal sealed class UploadMeter(IProgress<VideoUploadProgress>? progress, TimeProvider time)
{
    private const long ReportedBytes = 1 << 20;

    private readonly long _started = time.GetTimestamp();
    private VideoUploadSession _session = null!;
    private long _sent;
    private long _reported;
    private long _sentHere;
    private int _retries;

    /// <summary>The upload is as far as its session says.</summary>
    public void MoveTo(VideoUploadSession session)
    {
        _session = session;
        _sent = session.UploadedBytes;
        Report();
    }

    /// <summary>Some bytes are on their way.</summary>
    public void Sent(int count)
    {
        _sent += count;
        _sentHere += count;
        if (_sent - _reported >= ReportedBytes)
        {
            Report();
        }
    }

    /// <summary>What was sent of a chunk has to be sent again.</summary>
    public void Retry()
    {
        _retries++;
        _sent = _session.UploadedBytes;
        Report();
    }

    private void Report()
    {
        _reported = _sent;
        if (progress is null)
        {
            return;
        }
        var seconds = time.GetElapsedTime(_started).TotalSeconds;
        var rate = seconds > 0 ? _sentHere / seconds : 0;
        var left = rate > 0 ? (_session.Plan.VideoSize - _sent) / rate : double.MaxValue;
        progress.Report(new VideoUploadProgress
        {
            PublishId = _session.PublishId,
            UploadedBytes = _session.UploadedBytes,
            SentBytes = _sent,
            TotalBytes = _session.Plan.VideoSize,
            BytesPerSecond = rate,
            EstimatedEnd = left < TimeSpan.FromDays(1000).TotalSeconds ? time.GetUtcNow() + TimeSpan.FromSeconds(left) : null,
            ExpiresAt = _session.ExpiresAt,
            Retries = _retries,
        });
    }
}
