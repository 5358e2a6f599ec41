namespace Arazzo.Runtime.CompilerServices;

/// <summary>What a request sends beside its headers.</summary>
/// <param name="mediaType">Its media type, with parameters.</param>
internal abstract class RequestBody(string mediaType)
{
    public string MediaType { get; } = mediaType;

    /// <summary>Whether another attempt can send the same again: not when bytes have been taken from a stream that cannot go back.</summary>
    public virtual bool CanSend => true;

    /// <summary>Why what the caller gave cannot be read; null unless that has happened.</summary>
    public Exception? ReadFailure { get; protected set; }

    /// <summary>The content of one attempt.</summary>
    /// <exception cref="ArgumentException">What the caller gave cannot be sent, or not again.</exception>
    public HttpContent CreateContent()
    {
        var content = CreateContentCore();
        content.Headers.TryAddWithoutValidation("Content-Type", MediaType);
        return content;
    }

    protected abstract HttpContent CreateContentCore();
}
