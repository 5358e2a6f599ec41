using System.Buffers;
using System.Net;

namespace TikTok.ContentPosting;

/// <summary>A chunk on its way: of known length, so that it is never sent in HTTP's own chunks, and read while it is sent.</summary>
internal sealed class ChunkContent : HttpContent
{
    // Each block costs a few objects: with small ones, 4 GiB make more garbage than the video's blocks are large.
    private const int BlockBytes = 512 << 10;

    private readonly VideoBytes _bytes;
    private readonly VideoChunk _chunk;
    private readonly Action<int> _sent;

    /// <param name="bytes">The video.</param>
    /// <param name="chunk">The part to send.</param>
    /// <param name="mediaType">What the video is.</param>
    /// <param name="sent">Told of each block that is on its way.</param>
    public ChunkContent(VideoBytes bytes, VideoChunk chunk, string mediaType, Action<int> sent)
    {
        (_bytes, _chunk, _sent) = (bytes, chunk, sent);
        Headers.TryAddWithoutValidation("Content-Type", mediaType);
        Headers.ContentLength = chunk.Length;
        Headers.TryAddWithoutValidation("Content-Range", chunk.ToString());
    }

    /// <summary>Why the video cannot be read.</summary>
    public Exception? ReadFailure { get; private set; }

    protected override bool TryComputeLength(out long length)
    {
        length = _chunk.Length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // While a block is on its way, the next one is read.
        var (block, next) = (ArrayPool<byte>.Shared.Rent(BlockBytes), ArrayPool<byte>.Shared.Rent(BlockBytes));
        var reading = ReadAsync(_chunk.First, block, cancellationToken);
        try
        {
            for (var offset = _chunk.First; await reading.ConfigureAwait(false) is var count and > 0; offset += count)
            {
                reading = ReadAsync(offset + count, next, cancellationToken);
                await stream.WriteAsync(block.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                _sent(count);
                (block, next) = (next, block);
            }
        }
        finally
        {
            // A block is not given back while somebody writes into it.
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ArrayPool<byte>.Shared.Return(block);
            ArrayPool<byte>.Shared.Return(next);
        }
    }

    /// <returns>The number of bytes; 0 after the chunk's last one.</returns>
    private async Task<int> ReadAsync(long offset, byte[] buffer, CancellationToken cancellationToken)
    {
        if (offset > _chunk.Last)
        {
            return 0;
        }
        try
        {
            var count = await _bytes.ReadAsync(offset, buffer.AsMemory(0, (int)Math.Min(BlockBytes, _chunk.Last - offset + 1)), cancellationToken).ConfigureAwait(false);
            return count > 0 ? count : throw new EndOfStreamException("The video ended before its last byte.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            ReadFailure = exception;
            throw;
        }
    }
}
