namespace TikTok.ContentPosting;

/// <summary>
/// How a video is cut into chunks, so that TikTok takes it. Its rules, as its servers check them: there are as many chunks as the chunk size goes into the video's size,
/// rounded down; what remains goes with the last chunk; and a single chunk is exactly as long as the video.
/// </summary>
/// <remarks>
/// Source: the media transfer guide of TikTok's Content Posting API, and what integrators were refused for. Where TikTok does not say whether its megabytes are
/// decimal or binary, the stricter reading is taken.
/// </remarks>
public sealed record ChunkPlan
{
    /// <summary>The largest video: 4 GiB.</summary>
    public const long MaxVideoSize = 4L << 30;

    /// <summary>The smallest chunk where there are several: 5 MiB.</summary>
    public const long MinChunkSize = 5L << 20;

    /// <summary>The largest chunk; the last one may be longer by what remains.</summary>
    public const long MaxChunkSize = 64_000_000;

    /// <summary>The most chunks.</summary>
    public const int MaxCount = 1000;

    private const long UsualChunkSize = 32_000_000;

    // Twice the smallest chunk and more, so that a video of one byte over it still makes two chunks; no array of 16 MiB is too small for it.
    private const long BufferedChunkSize = 16_000_000;

    private ChunkPlan(long videoSize, long chunkSize)
    {
        VideoSize = videoSize;
        ChunkSize = chunkSize;
        Count = (int)(videoSize / chunkSize);
    }

    /// <summary>The size of the whole video in bytes.</summary>
    public long VideoSize { get; }

    /// <summary>The size of each chunk but the last, in bytes.</summary>
    public long ChunkSize { get; }

    /// <summary>How many chunks there are.</summary>
    public int Count { get; }

    /// <summary>A chunk.</summary>
    /// <param name="index">Which one, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such chunk.</exception>
    public VideoChunk this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return From(index * ChunkSize);
        }
    }

    /// <summary>Cuts a video as TikTok likes it: whole up to 64 MB, else into even chunks of 32 MB at most.</summary>
    /// <param name="videoSize">The video's size in bytes, from 1 to <see cref="MaxVideoSize"/>.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The video is empty or too large.</exception>
    public static ChunkPlan For(long videoSize) => Even(videoSize, MaxChunkSize, UsualChunkSize);

    /// <summary>Cuts a video into chunks of a size of your own.</summary>
    /// <param name="videoSize">The video's size in bytes, from 1 to <see cref="MaxVideoSize"/>.</param>
    /// <param name="chunkSize">
    /// The size of each chunk but the last: the video's own size, up to <see cref="MaxChunkSize"/>; or from <see cref="MinChunkSize"/> to
    /// <see cref="MaxChunkSize"/> and no more than half of the video.
    /// </param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentOutOfRangeException">TikTok would refuse it; the message says which rule is broken.</exception>
    public static ChunkPlan For(long videoSize, long chunkSize)
    {
        CheckSize(videoSize);
        if (chunkSize == videoSize && videoSize <= MaxChunkSize)
        {
            return new ChunkPlan(videoSize, chunkSize);
        }
        if (chunkSize is < MinChunkSize or > MaxChunkSize)
        {
            throw new ArgumentOutOfRangeException(
                nameof(chunkSize), chunkSize, $"A chunk has from {MinChunkSize} to {MaxChunkSize} bytes, unless the whole video, of {MaxChunkSize} bytes at most, goes in one chunk of its own size.");
        }
        if (videoSize / chunkSize < 2)
        {
            throw new ArgumentOutOfRangeException(
                nameof(chunkSize), chunkSize,
                $"The chunk size goes into the video's {videoSize} bytes less than twice, so there would be one chunk, and a single chunk must be exactly as long as the video. "
                + "Take half of the video or less, or leave the chunk size out.");
        }
        return videoSize / chunkSize <= MaxCount
            ? new ChunkPlan(videoSize, chunkSize)
            : throw new ArgumentOutOfRangeException(nameof(chunkSize), chunkSize, $"The video would have more than {MaxCount} chunks: take larger ones.");
    }

    /// <summary>Smaller chunks, for a video that is held in memory chunk by chunk.</summary>
    internal static ChunkPlan ForBuffering(long videoSize) => Even(videoSize, BufferedChunkSize, BufferedChunkSize);

    /// <summary>What is left of the chunk that a byte belongs to.</summary>
    internal VideoChunk From(long first) =>
        new(first, first / ChunkSize >= Count - 1 ? VideoSize - 1 : ((first / ChunkSize) + 1) * ChunkSize - 1, VideoSize);

    /// <summary>Whether a chunk begins with a byte, or the video is over before it.</summary>
    internal bool IsBoundary(long offset) => offset == VideoSize || (offset % ChunkSize == 0 && offset / ChunkSize < Count);

    /// <summary>What an init tells TikTok.</summary>
    internal FileUpload ToSource() => new() { VideoSize = VideoSize, ChunkSize = ChunkSize, TotalChunkCount = Count };

    private static ChunkPlan Even(long videoSize, long longestWhole, long longestPart)
    {
        CheckSize(videoSize);
        return videoSize <= longestWhole
            ? new ChunkPlan(videoSize, videoSize)
            : new ChunkPlan(videoSize, videoSize / ((videoSize + longestPart - 1) / longestPart));
    }

    private static void CheckSize(long videoSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(videoSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(videoSize, MaxVideoSize);
    }
}
