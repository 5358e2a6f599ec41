using System.Net;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Content that is written while it is sent.</summary>
/// <param name="length">Its length; null when it is not known before.</param>
/// <param name="copy">Writes it.</param>
/// <param name="failed">Told why what the caller gave cannot be read.</param>
internal sealed class StreamedContent(long? length, Func<Stream, CancellationToken, ValueTask> copy, Action<Exception> failed) : HttpContent
{
    protected override bool TryComputeLength(out long computed)
    {
        computed = length ?? 0;
        return length is not null;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        try
        {
            await copy(stream, cancellationToken).ConfigureAwait(false);
        }
        catch (BinaryContentException exception)
        {
            failed(exception.InnerException!);
            throw;
        }
    }
}
