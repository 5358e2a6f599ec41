using System.Buffers;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>An answer's body, read into a pooled buffer up to a limit.</summary>
internal sealed class ResponseBuffer
{
    private const int InitialBytes = 4096;

    // A Content-Length is only believed so far: what is rented beyond that has to have come.
    private const int MaxInitialBytes = 1 << 20;

    private byte[] _bytes = [];
    private int _length;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>Reads the whole body. The stream that it comes from is closed with the answer.</summary>
    /// <param name="content">The answer's content.</param>
    /// <param name="hasBody">False for HEAD: its Content-Length is that of another answer.</param>
    /// <param name="limit">The most bytes to read.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>False when the body is longer than the limit.</returns>
    public async ValueTask<bool> ReadAsync(HttpContent content, bool hasBody, long limit, CancellationToken cancellationToken)
    {
        var declared = hasBody ? content.Headers.ContentLength : null;
        if (declared > limit)
        {
            return false;
        }
        if (declared == 0)
        {
            return true;
        }
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        // One byte more, so that the read that finds the end does not grow the buffer.
        Grow((int)Math.Min(declared + 1 ?? InitialBytes, MaxInitialBytes));
        while (await stream.ReadAsync(_bytes.AsMemory(_length), cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            _length += read;
            if (_length > limit)
            {
                return false;
            }
            if (_length == _bytes.Length)
            {
                Grow((int)Math.Min(_bytes.Length * 2L, Array.MaxLength));
            }
        }
        return declared is null || _length >= declared ? true : throw new HttpIOException(HttpRequestError.ResponseEnded);
    }

    /// <summary>Leaves the buffer to another, who gives it back to the pool.</summary>
    public byte[] Take()
    {
        var bytes = _bytes;
        _bytes = [];
        _length = 0;
        return bytes;
    }

    public void Release()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
            _length = 0;
        }
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(size);
        Written.CopyTo(larger);
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }
        _bytes = larger;
    }
}
