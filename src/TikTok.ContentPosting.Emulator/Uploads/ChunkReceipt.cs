using System.Security.Cryptography;

namespace TikTok.ContentPosting.Emulator;

/// <summary>A chunk that arrives. The upload takes it once it is there.</summary>
/// <param name="First">Where it begins.</param>
/// <param name="Hash">The hash of what came before, to go on with.</param>
internal sealed record ChunkReceipt(long First, IncrementalHash Hash) : IDisposable
{
    public long Length { get; private set; }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        Hash.AppendData(bytes);
        Length += bytes.Length;
    }

    public void Dispose() => Hash.Dispose();
}
