using System.Security.Cryptography;
using System.Text;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Parts one after the other (RFC 2046, section 5.1), each read while it is sent.</summary>
internal sealed class MultipartBody : RequestBody
{
    private static readonly byte[] LineEnd = "\r\n"u8.ToArray();

    private readonly IReadOnlyList<MultipartPart> _parts;
    private readonly byte[] _delimiter;
    private readonly byte[] _end;

    private MultipartBody(IReadOnlyList<MultipartPart> parts, string mediaType, string boundary)
        : base($"{mediaType}; boundary={boundary}")
    {
        _parts = parts;
        _delimiter = Encoding.ASCII.GetBytes($"--{boundary}\r\n");
        _end = Encoding.ASCII.GetBytes($"--{boundary}--\r\n");
    }

    public override bool CanSend => _parts.All(static part => part.Content.CanOpen);

    /// <summary>Makes the body. Its boundary is 128 bits at random, so that no part can have it inside, by accident or on purpose.</summary>
    public static MultipartBody Create(MultipartParts parts, string mediaType) =>
        new(parts.Parts, mediaType, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    protected override HttpContent CreateContentCore()
    {
        long? length = _end.Length;
        foreach (var part in _parts)
        {
            part.Content.Check("body");
            length += _delimiter.Length + part.Head.Length + part.Content.Length + LineEnd.Length;
        }
        return new StreamedContent(length, CopyToAsync, exception => ReadFailure = exception);
    }

    private async ValueTask CopyToAsync(Stream stream, CancellationToken cancellationToken)
    {
        foreach (var part in _parts)
        {
            await stream.WriteAsync(_delimiter, cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync(part.Head, cancellationToken).ConfigureAwait(false);
            await part.Content.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync(LineEnd, cancellationToken).ConfigureAwait(false);
        }
        await stream.WriteAsync(_end, cancellationToken).ConfigureAwait(false);
    }
}
