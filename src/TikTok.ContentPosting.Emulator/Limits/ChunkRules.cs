namespace TikTok.ContentPosting.Emulator;

/// <summary>
/// Which sizes of an upload fit together. TikTok does not say whether its megabytes are decimal or binary; of the two readings the
/// stricter is taken, so that what passes here passes there.
/// </summary>
internal static class ChunkRules
{
    private const long SmallestChunk = 5 * 1024 * 1024;
    private const long LargestChunk = 64_000_000;
    private const long LargestLastChunk = 128_000_000;
    private const long LargestVideo = 4_000_000_000;
    private const int MostChunks = 1000;

    /// <exception cref="RefusalException">They do not fit.</exception>
    public static void Check(long videoSize, long chunkSize, long chunkCount)
    {
        if (videoSize is < 1 or > LargestVideo)
            throw new RefusalException(ErrorCodes.InvalidParams, "The video size is invalid");

        var isWhole = chunkCount == 1;
        if (isWhole ? chunkSize != videoSize || chunkSize > LargestChunk : chunkSize is < SmallestChunk or > LargestChunk)
            throw new RefusalException(ErrorCodes.InvalidParams, "The chunk size is invalid");
        if (chunkCount is < 1 or > MostChunks
            || chunkCount != videoSize / chunkSize
            || videoSize - (chunkSize * (chunkCount - 1)) > LargestLastChunk)
            throw new RefusalException(ErrorCodes.InvalidParams, "The total chunk count is invalid");
    }
}
