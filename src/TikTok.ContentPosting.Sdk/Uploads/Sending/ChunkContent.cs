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
        var buffer = ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            for (var offset = _chunk.First; offset <= _chunk.Last;)
            {
                var count = await ReadAsync(offset, buffer.AsMemory(0, (int)Math.Min(BlockBytes, _chunk.Last - offset + 1)), cancellationToken).ConfigureAwait(false);
                await stream.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                offset += count;
                _sent(count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            var count = await _bytes.ReadAsync(offset, buffer, cancellationToken).ConfigureAwait(false);
            return count > 0 ? count : throw new EndOfStreamException("The video ended before its last byte.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            ReadFailure = exception;
            throw;
        }
    }
}
