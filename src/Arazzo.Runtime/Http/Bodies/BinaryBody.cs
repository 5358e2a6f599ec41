using System.Net;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>A body that is read from where the caller has it while it is sent.</summary>
internal sealed class BinaryBody(BinaryContent value, string mediaType) : RequestBody(mediaType)
{
    public override bool CanSend => value.CanOpen;

    protected override HttpContent CreateContentCore()
    {
        value.Check("body");
        return new Content(this, value);
    }

    private sealed class Content(BinaryBody body, BinaryContent value) : HttpContent
    {
        protected override bool TryComputeLength(out long length)
        {
            length = value.Length ?? 0;
            return value.Length is not null;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            try
            {
                await value.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
            }
            catch (BinaryContentException exception)
            {
                body.ReadFailure = exception.InnerException;
                throw;
            }
        }
    }
}
