namespace Arazzo.Runtime.CompilerServices;

/// <summary>A body that is read from where the caller has it while it is sent.</summary>
internal sealed class BinaryBody(BinaryContent value, string mediaType) : RequestBody(mediaType)
{
    public override bool CanSend => value.CanOpen;

    protected override HttpContent CreateContentCore()
    {
        value.Check("body");
        return new StreamedContent(value.Length, value.CopyToAsync, exception => ReadFailure = exception);
    }
}
