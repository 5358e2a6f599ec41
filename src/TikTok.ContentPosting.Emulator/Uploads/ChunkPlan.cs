namespace TikTok.ContentPosting.Emulator;

/// <summary>
/// The sizes of an upload. TikTok does not say whether its megabytes are decimal or binary; for chunks the stricter reading is taken,
/// so that what passes here passes there.
/// </summary>
internal sealed record ChunkPlan(long VideoSize, long ChunkSize, long Count)
{
    private const long SmallestChunk = 5 * 1024 * 1024;
    private const long LargestChunk = 64_000_000;
    private const long LargestLastChunk = 128_000_000;
    private const long LargestVideo = 4L << 30;
    private const int MostChunks = 1000;

    private bool IsWhole => Count == 1;

    /// <summary>Where the chunk that a byte belongs to ends: the last one takes what remains.</summary>
    public long EndOfChunk(long first) => first / ChunkSize >= Count - 1 ? VideoSize : ((first / ChunkSize) + 1) * ChunkSize;

    /// <exception cref="RefusalException">The sizes do not fit together.</exception>
    public ChunkPlan Checked()
    {
        if (VideoSize is < 1 or > LargestVideo)
            throw new RefusalException(ErrorCodes.InvalidParams, "The video size is invalid");
        if (IsWhole ? ChunkSize != VideoSize || ChunkSize > LargestChunk : ChunkSize is < SmallestChunk or > LargestChunk)
            throw new RefusalException(ErrorCodes.InvalidParams, "The chunk size is invalid");
        if (Count is < 1 or > MostChunks
            || Count != VideoSize / ChunkSize
            || VideoSize - (ChunkSize * (Count - 1)) > LargestLastChunk)
            throw new RefusalException(ErrorCodes.InvalidParams, "The total chunk count is invalid");
        return this;
    }
}
