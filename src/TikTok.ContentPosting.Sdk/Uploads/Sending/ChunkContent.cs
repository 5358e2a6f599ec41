using System.Buffers;
using System.Net;

namespace TikTok.ContentPosting;

/// <summary>A chunk on its way: of known length, so that it is never sent in HTTP's own chunks, and read while it is sent.</summary>
internal sealed class ChunkContent : HttpContent
{
    // A small block costs a change of threads, a large one does not stay in the processor's cache.
    private const int BlockBytes = 256 << 10;

    private readonly SemaphoreSlim _reading = new(1);
    private readonly VideoBytes _bytes;
    private readonly VideoChunk _chunk;
    private readonly Action<int> _sent;
    private volatile bool _isStopped;

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

    /// <summary>What was not sent yet stays unsent: a server may answer before it has taken everything, and HTTP would go on in the background.</summary>
    public void Stop() => _isStopped = true;

    /// <summary>Waits until nobody reads the video any more, after which nobody will.</summary>
    public async Task StopAsync()
    {
        Stop();
        await _reading.WaitAsync().ConfigureAwait(false);
        _reading.Release();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _chunk.Length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        // One block after the other: the socket's buffers keep the network busy while the next one is read.
        var buffer = ArrayPool<byte>.Shared.Rent(BlockBytes);
        var isReading = false;
        try
        {
            for (var offset = _chunk.First; offset <= _chunk.Last;)
            {
                ObjectDisposedException.ThrowIf(_isStopped, this);
                var block = _bytes.GetBlock(offset, buffer.AsMemory(0, (int)Math.Min(BlockBytes, _chunk.Last - offset + 1)));
                isReading = true;
                var count = await _bytes.ReadAsync(offset, block, cancellationToken).ConfigureAwait(false);
                block = count > 0 ? block[..count] : throw new EndOfStreamException("The video ended before its last byte.");
                isReading = false;
                await stream.WriteAsync(block, cancellationToken).ConfigureAwait(false);
                _sent(count);
                offset += count;
            }
        }
        catch (Exception exception) when (isReading && exception is not OperationCanceledException)
        {
            ReadFailure = exception;
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            _reading.Release();
        }
    }
}
