using System.Globalization;

namespace TikTok.ContentPosting;

/// <summary>How far an upload is.</summary>
public sealed record VideoUploadProgress
{
    /// <summary>The key to the post's status.</summary>
    public required string PublishId { get; init; }

    /// <summary>How many bytes TikTok has taken: whole chunks.</summary>
    public required long UploadedBytes { get; init; }

    /// <summary>How far the sending is; it goes back when a chunk has to be sent again.</summary>
    public required long SentBytes { get; init; }

    /// <summary>The size of the video.</summary>
    public required long TotalBytes { get; init; }

    /// <summary>Bytes in a second on average, since this process has begun to send; 0 before.</summary>
    public required double BytesPerSecond { get; init; }

    /// <summary>When the last byte will be sent at this rate; null before there is one.</summary>
    public DateTimeOffset? EstimatedEnd { get; init; }

    /// <summary>When the upload URL stops to work.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How many requests failed and were, or will be, made again.</summary>
    public required int Retries { get; init; }

    /// <summary>The part that is sent, from 0 to 1.</summary>
    public double Fraction => (double)SentBytes / TotalBytes;

    /// <summary>Whether the URL stops to work before the last byte is sent at this rate.</summary>
    public bool IsLate => EstimatedEnd > ExpiresAt;

    /// <summary>Percent, bytes and rate.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{PublishId}: {Fraction * 100:0.0} % ({SentBytes} of {TotalBytes} bytes, {BytesPerSecond / 1e6:0.00} MB/s)");
}
