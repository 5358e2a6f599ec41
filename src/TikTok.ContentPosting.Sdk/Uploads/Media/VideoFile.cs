using System.Security.Cryptography;

namespace TikTok.ContentPosting;

/// <summary>
/// A video to upload: a file, or a stream. Its bytes are read while they are sent; a stream that cannot seek is held in memory chunk by chunk, for a chunk may have to
/// be sent again.
/// </summary>
/// <remarks>Nothing is disposed: a stream stays its maker's, who keeps it open and lets nobody else read it until the upload is over. A file is opened for each use.</remarks>
public abstract class VideoFile
{
    /// <summary>How much of each end tells one video from another, and how much of a stream that cannot seek is looked at.</summary>
    internal const int SampleBytes = 64 << 10;

    private protected VideoFile(string? mediaType, string? name)
    {
        MediaType = VideoMediaTypes.Check(mediaType) ?? (name is null ? null : VideoMediaTypes.OfName(name));
        IsMediaTypeGiven = mediaType is not null;
    }

    /// <summary>The size in bytes.</summary>
    /// <exception cref="IOException">The file is not there any more.</exception>
    public abstract long Length { get; }

    /// <summary>What the video is sent as: <c>video/mp4</c>, <c>video/quicktime</c> or <c>video/webm</c>; null when neither the caller nor the file's name says it, so that its content has to.</summary>
    public string? MediaType { get; }

    /// <summary>Whether any part of the video can be read at any time.</summary>
    public abstract bool CanSeek { get; }

    internal bool IsMediaTypeGiven { get; }

    /// <summary>A file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="mediaType">What it is sent as; null for what its content or its name says.</param>
    /// <returns>The video.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">The media type is none that TikTok takes.</exception>
    public static VideoFile FromPath(string path, string? mediaType = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        return File.Exists(full) ? new PathVideo(full, mediaType) : throw new FileNotFoundException("There is no such video.", path);
    }

    /// <summary>A stream, from where it stands now.</summary>
    /// <param name="stream">The stream; it is not disposed.</param>
    /// <param name="length">The number of bytes that the video has. A stream that cannot seek needs it; null for all that is left of one that can.</param>
    /// <param name="mediaType">What it is sent as; null for what its content says.</param>
    /// <returns>The video.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read, or its length is not known; or the media type is none that TikTok takes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative, or longer than a stream that can seek.</exception>
    public static VideoFile FromStream(Stream stream, long? length = null, string? mediaType = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream is closed, or cannot be read.", nameof(stream));
        }
        if (length is { } given)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(given, nameof(length));
        }
        if (stream.CanSeek)
        {
            var left = Math.Max(0, stream.Length - stream.Position);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(length ?? 0, left, nameof(length));
            return new SeekableVideo(stream, length ?? left, mediaType);
        }
        return length is { } known
            ? new ForwardVideo(stream, known, mediaType)
            : throw new ArgumentException("The stream cannot seek, so its length is not known, and TikTok wants to know it before the first byte: give it, or write the video to a file.", nameof(length));
    }

    /// <summary>Reads the headers of the video, a few kilobytes, and of a stream that cannot seek what is in its first 64 KiB.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What they say; they are not trusted, and damaged ones only say less.</returns>
    /// <exception cref="IOException">The video cannot be read.</exception>
    public async Task<VideoDetails> ReadDetailsAsync(CancellationToken cancellationToken = default)
    {
        var bytes = await OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await VideoProbe.ReadAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            bytes.Close();
        }
    }

    /// <summary>The media type and the length; never a path.</summary>
    public override string ToString() => $"{MediaType ?? "video"}{(CanSeek ? "" : ", which can be read once")}";

    /// <exception cref="IOException">The video cannot be read.</exception>
    internal abstract ValueTask<VideoBytes> OpenAsync(CancellationToken cancellationToken);

    /// <summary>The plan that suits the way it is read.</summary>
    internal ChunkPlan Plan(long? chunkSize) =>
        chunkSize is { } size ? ChunkPlan.For(Length, size)
        : CanSeek ? ChunkPlan.For(Length)
        : ChunkPlan.ForBuffering(Length);

    /// <summary>Tells this video from others of the same length.</summary>
    internal static async ValueTask<VideoFingerprint> FingerprintAsync(VideoBytes bytes, CancellationToken cancellationToken)
    {
        var sample = new byte[(int)Math.Min(SampleBytes, bytes.Length)];
        await bytes.ReadExactlyAsync(0, sample, cancellationToken).ConfigureAwait(false);
        var head = Convert.ToHexStringLower(SHA256.HashData(sample));
        if (bytes.Reach < bytes.Length)
        {
            return new VideoFingerprint(head, null);
        }
        await bytes.ReadExactlyAsync(bytes.Length - sample.Length, sample, cancellationToken).ConfigureAwait(false);
        return new VideoFingerprint(head, Convert.ToHexStringLower(SHA256.HashData(sample)));
    }
}
