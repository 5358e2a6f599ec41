namespace TikTok.ContentPosting.Emulator;

/// <summary>How a chunk is read.</summary>
/// <param name="TakenBytes">How many of its bytes are taken, null for all; the others are read and forgotten.</param>
/// <param name="Pause">The wait before each block.</param>
internal sealed record ChunkReading(long? TakenBytes, TimeSpan Pause)
{
    public const int BlockBytes = 64 * 1024;

    public static ChunkReading Whole { get; } = new(TakenBytes: null, TimeSpan.Zero);
}
