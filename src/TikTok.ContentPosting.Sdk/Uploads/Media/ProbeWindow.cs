namespace TikTok.ContentPosting;

/// <summary>A few kilobytes of a video at a time, and only so many of them.</summary>
internal sealed class ProbeWindow(VideoBytes bytes)
{
    private const int WindowBytes = 4096;
    private const int MostReads = 256;

    private readonly byte[] _buffer = new byte[WindowBytes];
    private long _start;
    private int _count;
    private int _offset;
    private int _length;
    private int _reads;

    /// <summary>How far can be read.</summary>
    public long Reach => bytes.Reach;

    /// <summary>The size of the video.</summary>
    public long Length => bytes.Length;

    /// <summary>What <see cref="MoveAsync"/> moved to.</summary>
    public ReadOnlySpan<byte> Span => _buffer.AsSpan(_offset, _length);

    /// <summary>Moves to some bytes.</summary>
    /// <returns>Whether they are there, and the reads are not used up.</returns>
    public async ValueTask<bool> MoveAsync(long offset, int length, CancellationToken cancellationToken)
    {
        if (offset < 0 || length > WindowBytes || offset > Reach - length)
        {
            return false;
        }
        if (offset < _start || offset + length > _start + _count)
        {
            if (++_reads > MostReads)
            {
                return false;
            }
            _count = 0;
            _start = offset;
            var size = (int)Math.Min(WindowBytes, Reach - offset);
            await bytes.ReadExactlyAsync(offset, _buffer.AsMemory(0, size), cancellationToken).ConfigureAwait(false);
            _count = size;
        }
        _offset = (int)(offset - _start);
        _length = length;
        return true;
    }
}
