using System.Diagnostics.CodeAnalysis;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime;

/// <summary>
/// The items of an answer, as they come: enumerate it once, or dispose it. Leaving the loop closes the connection. An item that cannot be read, a connection that
/// breaks and a server that falls silent for longer than the timeout throw <see cref="ApiException"/>, which says how many items came.
/// </summary>
/// <typeparam name="T">The items.</typeparam>
[SuppressMessage("Naming", "CA1711", Justification = "It is a stream, of items and not of bytes.")]
public sealed class ApiStream<T> : IAsyncEnumerable<T>, IAsyncDisposable
{
    private readonly ResponseStream _stream;
    private readonly Func<ResponseStream, CancellationToken, IAsyncEnumerable<T>> _read;
    private int _isRead;

    internal ApiStream(ResponseStream stream, Func<ResponseStream, CancellationToken, IAsyncEnumerable<T>> read)
    {
        _stream = stream;
        _read = read;
    }

    /// <summary>Starts reading.</summary>
    /// <param name="cancellationToken">Stops reading, and closes the connection.</param>
    /// <returns>The items.</returns>
    /// <exception cref="InvalidOperationException">The items are being read already, or have been.</exception>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isRead, 1) != 0)
        {
            throw new InvalidOperationException("The items have been read already: call the operation again.");
        }
        return _read(_stream, cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    /// <summary>Closes the connection, whether all items have come or not.</summary>
    /// <returns>When it is closed.</returns>
    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
