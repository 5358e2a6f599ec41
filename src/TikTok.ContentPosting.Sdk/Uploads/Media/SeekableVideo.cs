namespace TikTok.ContentPosting;

/// <summary>A stream that can seek, from where it stood.</summary>
internal sealed class SeekableVideo(Stream stream, long length, string? mediaType) : VideoFile(mediaType, (stream as FileStream)?.Name)
{
    private readonly long _start = stream.Position;

    public override long Length => length;

    public override bool CanSeek => true;

    internal override ValueTask<VideoBytes> OpenAsync(CancellationToken cancellationToken) => new(new Bytes(stream, _start, length));

    private sealed class Bytes(Stream stream, long start, long length) : VideoBytes(length)
    {
        public override ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
        {
            var left = Length - offset;
            if (left < buffer.Length)
            {
                buffer = buffer[..(int)Math.Max(0, left)];
            }
            if (stream.Position != start + offset)
            {
                stream.Position = start + offset;
            }
            return stream.ReadAsync(buffer, cancellationToken);
        }
    }
}
