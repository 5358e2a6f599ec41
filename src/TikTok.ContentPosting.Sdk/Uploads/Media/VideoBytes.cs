using System.Runtime.CompilerServices;

namespace TikTok.ContentPosting;

/// <summary>A video that is open for reading.</summary>
/// <param name="length">Its size in bytes.</param>
internal abstract class VideoBytes(long length)
{
    public long Length => length;

    /// <summary>The number of bytes that can be read at any time, from the first.</summary>
    public virtual long Reach => length;

    /// <summary>Makes a chunk readable, as often as it is needed.</summary>
    /// <exception cref="IOException">The video cannot be read, or not back there.</exception>
    public virtual ValueTask PrepareAsync(VideoChunk chunk, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Reads some bytes from a place that can be read.</summary>
    /// <returns>Their number, 0 at the end.</returns>
    /// <exception cref="IOException">The video cannot be read.</exception>
    public abstract ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>Reads some bytes for sending.</summary>
    /// <param name="offset">A place that can be read.</param>
    /// <param name="buffer">Where they may be put; it is longer than nothing.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>As many as the buffer takes or fewer, in it or where they lie; none at the end.</returns>
    /// <exception cref="IOException">The video cannot be read.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public virtual async ValueTask<ReadOnlyMemory<byte>> ReadBlockAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken) =>
        buffer[..await ReadAsync(offset, buffer, cancellationToken).ConfigureAwait(false)];

    /// <summary>The video was sent: what was kept for another attempt can go.</summary>
    public virtual void Release()
    {
    }

    /// <exception cref="IOException">The video cannot be read, or ends before its length.</exception>
    public async ValueTask ReadExactlyAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        while (!buffer.IsEmpty)
        {
            var count = await ReadAsync(offset, buffer, cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                throw new EndOfStreamException("The video is shorter than it was: it ended before its last byte.");
            }
            offset += count;
            buffer = buffer[count..];
        }
    }

    /// <summary>Closes what was opened for it.</summary>
    public virtual void Close()
    {
    }
}
