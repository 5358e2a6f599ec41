namespace Arazzo.Runtime.CompilerServices;

/// <summary>A body that is in memory.</summary>
internal sealed class BytesBody(byte[] bytes, string mediaType) : RequestBody(mediaType)
{
    protected override HttpContent CreateContentCore() => new ByteArrayContent(bytes);
}
