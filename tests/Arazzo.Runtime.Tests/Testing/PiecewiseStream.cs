namespace Arazzo.Runtime.Tests;

/// <summary>A body that comes in pieces; after the last it ends, breaks or falls silent.</summary>
internal sealed class PiecewiseStream(IEnumerable<byte[]> pieces, Exception? error = null, bool isEndless = false) : Stream
{
    private readonly Queue<byte[]> _pieces = new(pieces);

    public bool IsDisposed { get; private set; }

    /// <summary>Done when there is nothing more to read.</summary>
    public TaskCompletionSource Silent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The text in pieces of so many bytes.</summary>
    public static PiecewiseStream Of(string text, int size, Exception? error = null, bool isEndless = false) =>
        new(System.Text.Encoding.UTF8.GetBytes(text).Chunk(size), error, isEndless);

    public Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Answer(string? mediaType, int status = 200) => (_, _) =>
    {
        var answer = new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new StreamContent(this) };
        if (mediaType is not null)
        {
            answer.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }
        return Task.FromResult(answer);
    };

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_pieces.TryDequeue(out var piece))
        {
            var length = Math.Min(piece.Length, buffer.Length);
            piece.AsSpan(0, length).CopyTo(buffer.Span);
            if (length < piece.Length)
            {
                var rest = _pieces.ToArray();
                _pieces.Clear();
                _pieces.Enqueue(piece[length..]);
                Array.ForEach(rest, _pieces.Enqueue);
            }
            return length;
        }
        Silent.TrySetResult();
        if (isEndless)
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        }
        return error is null ? 0 : throw error;
    }

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
