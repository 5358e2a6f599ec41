using System.Net;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>A body that goes out once, so that no handler can send a request again that is not safe to repeat.</summary>
internal sealed class SingleUseContent : HttpContent
{
    private readonly HttpContent _content;
    private int _isSent;

    public SingleUseContent(HttpContent content)
    {
        _content = content;
        foreach (var (name, values) in content.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        Interlocked.Exchange(ref _isSent, 1) == 0 ? _content.CopyToAsync(stream, context, cancellationToken) : throw new RequestRepeatedException();

    protected override bool TryComputeLength(out long length)
    {
        length = _content.Headers.ContentLength.GetValueOrDefault();
        return _content.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }
        base.Dispose(disposing);
    }
}
