namespace TikTok.ContentPosting.Tests.Uploads.Media;

/// <summary>A stream that can be read once, and gives little at a time, as networks do.</summary>
internal sealed class ForwardStream(Stream inner, int most = 8_191) : Stream
{
    public long Taken { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Take(inner.Read(buffer, offset, Math.Min(count, most)));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Take(await inner.ReadAsync(buffer[..Math.Min(buffer.Length, most)], cancellationToken));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Take(int count)
    {
        Taken += count;
        return count;
    }
}
