using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>JSON values one after the other, each sent as soon as it comes. They are asked for once: nobody knows whether they can be again.</summary>
internal sealed class JsonLinesBody<T, TCodec>(IAsyncEnumerable<T> items, string mediaType) : RequestBody(mediaType)
    where TCodec : IJsonCodec<T>
{
    // RFC 7464, section 2.2.
    private readonly bool _isSequence = mediaType.Contains("json-seq", StringComparison.OrdinalIgnoreCase);
    private bool _isConsumed;

    public override bool CanSend => !_isConsumed;

    protected override HttpContent CreateContentCore() => _isConsumed
        ? throw new ArgumentException("The items of 'body' have been sent already: give new ones to each call.", "body")
        : new StreamedContent(null, CopyToAsync, exception => ReadFailure = exception);

    private async ValueTask CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        _isConsumed = true;
        var writer = new JsonRequestWriter();
        await using var enumerator = items.GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(enumerator).ConfigureAwait(false))
        {
            var line = Line(writer, enumerator.Current);
            if (_isSequence)
            {
                await target.WriteAsync(new byte[] { 0x1E }, cancellationToken).ConfigureAwait(false);
            }
            await target.WriteAsync(line, cancellationToken).ConfigureAwait(false);
            await target.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // What the caller's items throw is no fault of the connection.
    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<T> enumerator)
    {
        try
        {
            return await enumerator.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new BinaryContentException(exception);
        }
    }

    private static byte[] Line(JsonRequestWriter writer, T item)
    {
        try
        {
            return [.. writer.Write<T, TCodec>(item), (byte)'\n'];
        }
        catch (Exception exception) when (exception is ArgumentException or JsonException)
        {
            throw new BinaryContentException(exception);
        }
    }
}
