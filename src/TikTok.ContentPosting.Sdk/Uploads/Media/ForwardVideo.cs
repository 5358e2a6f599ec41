using System.Buffers;

namespace TikTok.ContentPosting;

/// <summary>A stream that cannot seek. What it begins with and the chunk at hand are kept, so that they can be read again; what lies before is gone.</summary>
internal sealed class ForwardVideo(Stream stream, long length, string? mediaType) : VideoFile(mediaType, name: null)
{
    private readonly Bytes _bytes = new(stream, length);

    public override long Length => length;

    public override bool CanSeek => false;

    /// <summary>Always the same, which stands where it stood: an upload that failed can go on with the chunk that it failed at.</summary>
    internal override async ValueTask<VideoBytes> OpenAsync(CancellationToken cancellationToken)
    {
        await _bytes.ReadHeadAsync(cancellationToken).ConfigureAwait(false);
        return _bytes;
    }

    private sealed class Bytes(Stream stream, long length) : VideoBytes(length)
    {
        private readonly byte[] _head = new byte[(int)Math.Min(SampleBytes, length)];
        private byte[] _chunk = [];
        private long _first;
        private int _count;
        private long _position;

        public override long Reach => _head.Length;

        public async ValueTask ReadHeadAsync(CancellationToken cancellationToken)
        {
            while (_position < _head.Length)
            {
                Advance(await stream.ReadAsync(_head.AsMemory((int)_position), cancellationToken).ConfigureAwait(false));
            }
        }

        public override ValueTask PrepareAsync(VideoChunk chunk, CancellationToken cancellationToken)
        {
            // What another attempt wants again, or the rest of it.
            var isAtHand = _count > 0 && chunk.First >= _first && chunk.First < _first + _count && chunk.Last - _first < _chunk.Length;
            return isAtHand ? ValueTask.CompletedTask : MoveToAsync(chunk, cancellationToken);
        }

        /// <summary>A chunk is sent from where it is kept for another attempt.</summary>
        public override Memory<byte> GetBlock(long offset, Memory<byte> buffer)
        {
            var kept = offset >= _first && offset <= _first + _count ? _chunk.AsMemory((int)(offset - _first)) : default;
            return kept.IsEmpty ? buffer : kept[..Math.Min(kept.Length, buffer.Length)];
        }

        /// <summary>What was not read yet is read now, while it is sent.</summary>
        public override async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
        {
            if (offset >= _head.Length && offset == _first + _count && _count < _chunk.Length)
            {
                _count += Advance(await stream.ReadAsync(_chunk.AsMemory(_count, Math.Min(buffer.Length, _chunk.Length - _count)), cancellationToken).ConfigureAwait(false));
            }
            var known = offset >= _first && offset < _first + _count ? _chunk.AsMemory(0, _count)[(int)(offset - _first)..]
                : offset < Reach ? _head.AsMemory((int)offset)
                : default;
            var count = Math.Min(known.Length, buffer.Length);
            if (known.Span[..count] != buffer.Span[..count])
            {
                known.Span[..count].CopyTo(buffer.Span);
            }
            return count;
        }

        public override void Release()
        {
            if (_chunk.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(_chunk);
            }
            _chunk = [];
            _count = 0;
        }

        private async ValueTask MoveToAsync(VideoChunk chunk, CancellationToken cancellationToken)
        {
            if (chunk.First < _position && (chunk.First > _head.Length || _position > _head.Length))
            {
                throw new IOException("TikTok wants bytes again that lie before the chunk at hand, and the stream cannot go back to them. Upload from a file or a stream that can seek.");
            }
            if (_chunk.Length < chunk.Length)
            {
                Release();
                _chunk = ArrayPool<byte>.Shared.Rent((int)chunk.Length);
            }
            _count = 0;
            // On the way to the chunk that another process has not sent.
            while (_position < chunk.First)
            {
                Advance(await stream.ReadAsync(_chunk.AsMemory(0, (int)Math.Min(_chunk.Length, chunk.First - _position)), cancellationToken).ConfigureAwait(false));
            }
            _first = chunk.First;
            if (chunk.First < _head.Length)
            {
                _count = (int)Math.Min(_head.Length - chunk.First, chunk.Length);
                _head.AsSpan((int)chunk.First, _count).CopyTo(_chunk);
            }
        }

        private int Advance(int count)
        {
            _position += count;
            return count > 0 ? count : throw new EndOfStreamException($"The stream ended before the {Length} bytes that were announced.");
        }
    }
}
