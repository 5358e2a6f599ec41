using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Calls whose answer is a sequence of items. Nothing is sent before the first item is asked for, and then failures of the call are thrown.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiStreamExtensions
{
    /// <summary>Sends the request and gives the items of its answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">What is different for this call.</param>
    /// <param name="cancellationToken">Cancels the call, and reading.</param>
    /// <typeparam name="T">The items.</typeparam>
    /// <returns>The items, which can be read once.</returns>
    public static async IAsyncEnumerable<T> StreamAsync<T>(
        this ApiRequest<ApiStream<T>> request, RequestOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // A documented success without a body has no items.
        if (await request.SendAsync(options, cancellationToken).ConfigureAwait(false) is { } stream)
        {
            await foreach (var item in stream.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }
        }
    }

    /// <summary>Sends the request and gives the data of the events of its answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">What is different for this call.</param>
    /// <param name="cancellationToken">Cancels the call, and reading.</param>
    /// <typeparam name="T">The events' data.</typeparam>
    /// <returns>The data, which can be read once.</returns>
    public static async IAsyncEnumerable<T> StreamDataAsync<T>(
        this ApiRequest<ApiStream<ServerSentEvent<T>>> request, RequestOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var item in request.StreamAsync(options, cancellationToken).ConfigureAwait(false))
        {
            yield return item.Data;
        }
    }
}
