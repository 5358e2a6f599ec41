using System.Globalization;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>
/// A body that is handed out as it comes. It owns the connection: its end, a failure or disposing it closes the exchange and the operation's span.
/// </summary>
internal sealed class ResponseStream(Exchange exchange, ApiResponse response, Stream body, long maxItemBytes) : Stream
{
    private readonly long? _declared = exchange.Answer!.Content.Headers.ContentLength;
    private OperationTelemetry? _telemetry;
    private ApiException? _failure;
    private int _attempts;
    private int _items = -1;
    private long _length;
    private long _itemStart;
    private bool _isClosed;

    public ApiResponse Response => response;

    public override bool CanRead => !_isClosed;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Lets the operation's span end with the stream.</summary>
    public void EndWith(OperationTelemetry telemetry, int attempts)
    {
        if (_isClosed)
        {
            telemetry.Stop(response, attempts, _failure);
            return;
        }
        (_telemetry, _attempts) = (telemetry, attempts);
    }

    /// <summary>Counts an item: those that came are part of what a failure says, and each may be as long as the limit.</summary>
    public void StartItem()
    {
        _items++;
        _itemStart = _length;
    }

    /// <summary>The failure of an item that cannot be read. The stream is closed.</summary>
    /// <param name="unreadable">Why.</param>
    /// <param name="item">The item.</param>
    public ApiException Unreadable(UnreadableBody unreadable, ReadOnlyMemory<byte> item) => Fail(new ApiException(
        response, string.Create(CultureInfo.InvariantCulture, $"Item {_items + 1} of its stream is not what the API's description says. {unreadable.Detail}"), unreadable.Exception)
    {
        RawBody = item,
        OutcomeUnknown = true,
    });

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_isClosed, typeof(Stream));
        int read;
        try
        {
            read = body.Read(buffer);
        }
        catch (Exception exception) when (TransportFailure.IsOne(exception))
        {
            throw BrokenOff(TransportFailure.Of(exception), exception);
        }
        return Count(read, buffer.Length);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isClosed, typeof(Stream));
        cancellationToken.ThrowIfCancellationRequested();
        int read;
        using (exchange.Link(cancellationToken))
        {
            exchange.StartClock();
            try
            {
                read = await body.ReadAsync(buffer, exchange.Stopped).ConfigureAwait(false);
            }
            catch (Exception exception) when (TransportFailure.IsOne(exception))
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    End();
                    cancellationToken.ThrowIfCancellationRequested();
                }
                throw BrokenOff(exchange.Stopped.IsCancellationRequested ? TransportFailure.Idle(exchange.Limit, exchange.LimitName) : TransportFailure.Of(exception), exception);
            }
            if (!_isClosed)
            {
                exchange.StopClock();
            }
        }
        return Count(read, buffer.Length);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            End();
        }
        base.Dispose(disposing);
    }

    private int Count(int read, int asked)
    {
        _length += read;
        if (read == 0 && asked > 0 && _length < _declared)
        {
            var exception = new HttpIOException(HttpRequestError.ResponseEnded);
            throw BrokenOff(TransportFailure.Of(exception), exception);
        }
        if (_items >= 0 && _length - _itemStart > maxItemBytes + asked)
        {
            throw Fail(new ApiException(
                response, string.Create(CultureInfo.InvariantCulture, $"Item {_items + 1} of its stream is longer than {maxItemBytes} bytes (ApiClientOptions.MaxResponseBytes)."))
            {
                IsTransient = false,
                OutcomeUnknown = true,
            });
        }
        return read;
    }

    private ApiException BrokenOff(TransportFailure failure, Exception exception)
    {
        var received = _items < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{_items} {(_items == 1 ? "item" : "items")}, ");
        var detail = string.Create(CultureInfo.InvariantCulture, $"Its body broke off after {received}{_length} bytes. {failure.Detail}");
        return Fail(new ApiException(response, detail, exception) { OutcomeUnknown = true, IsTransient = failure.IsTransient });
    }

    private ApiException Fail(ApiException failure)
    {
        _failure = failure;
        End();
        return failure;
    }

    private void End()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            exchange.Dispose();
            _telemetry?.Stop(response, _attempts, _failure);
        }
    }
}
