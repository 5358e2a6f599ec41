namespace TikTok.ContentPosting.Emulator;

/// <summary>How a post gets its media.</summary>
/// <param name="Urls">Where it is pulled from; none for an upload.</param>
/// <param name="Chunks">How it is uploaded; null when it is pulled.</param>
internal sealed record MediaToCome(IReadOnlyList<string> Urls, ChunkPlan? Chunks = null)
{
    public static MediaToCome Uploaded(ChunkPlan chunks) => new([], chunks);
}
