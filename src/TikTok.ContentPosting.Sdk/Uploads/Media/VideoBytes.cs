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

    /// <summary>Where bytes for sending are best read to: what is kept anyway need not be copied.</summary>
    /// <param name="offset">The place of the first.</param>
    /// <param name="buffer">A buffer for them, if there is no better place.</param>
    /// <returns>As long as the buffer or shorter, but longer than nothing.</returns>
    public virtual Memory<byte> GetBlock(long offset, Memory<byte> buffer) => buffer;

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
