using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>One call: built by generated code, sent once.</summary>
/// <typeparam name="T">The body of a success.</typeparam>
/// <param name="pipeline">Sends it.</param>
/// <param name="operation">The operation that is called.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiRequest<T>(ApiPipeline pipeline, ApiOperation<T> operation) : ApiRequest(operation, pipeline.Scratch)
{
    private bool _isSent;

    /// <summary>Sets a JSON body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <typeparam name="TBody">The body's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>This request.</returns>
    public ApiRequest<T> Json<TBody, TCodec>(TBody body, string mediaType = "application/json")
        where TCodec : IJsonCodec<TBody>
    {
        Body = new BytesBody(pipeline.JsonWriter.Write<TBody, TCodec>(body), mediaType);
        return this;
    }

    /// <summary>Sets a JSON body that may be left out.</summary>
    /// <param name="body">The body; null is left out.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <typeparam name="TBody">The body's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>This request.</returns>
    public ApiRequest<T> JsonUnlessNull<TBody, TCodec>(TBody? body, string mediaType = "application/json")
        where TBody : class
        where TCodec : IJsonCodec<TBody> => body is null ? this : Json<TBody, TCodec>(body, mediaType);

    /// <inheritdoc cref="JsonUnlessNull{TBody, TCodec}(TBody, string)"/>
    public ApiRequest<T> JsonUnlessNull<TBody, TCodec>(TBody? body, string mediaType = "application/json")
        where TBody : struct
        where TCodec : IJsonCodec<TBody> => body is null ? this : Json<TBody, TCodec>(body.Value, mediaType);

    /// <summary>Sets a body of bytes, which are streamed.</summary>
    /// <param name="body">The bytes; their own media type wins.</param>
    /// <param name="mediaType">The media type that the description gives; a range when the bytes must have one of their own.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The body is null or its stream is closed or used up, or it has no media type although the description leaves it open.</exception>
    public ApiRequest<T> Binary(BinaryContent body, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(body);
        body.Check(nameof(body));
        Body = new BinaryBody(body, BodyMediaType.Choose(body.MediaType, mediaType, nameof(body)));
        return this;
    }

    /// <summary>Sets a body of bytes that may be left out.</summary>
    /// <param name="body">The bytes; null is left out.</param>
    /// <param name="mediaType">The media type that the description gives.</param>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">As <see cref="Binary"/>.</exception>
    public ApiRequest<T> BinaryUnlessNull(BinaryContent? body, string mediaType) => body is null ? this : Binary(body, mediaType);

    /// <summary>Sets a body of text.</summary>
    /// <param name="body">The text, or a value that is written as one.</param>
    /// <param name="mediaType">Its media type; a charset that it names is used, UTF-8 otherwise.</param>
    /// <typeparam name="TBody">The value's type.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The body is null, or has characters that the charset does not.</exception>
    public ApiRequest<T> Text<TBody>(TBody body, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(body);
        Body = TextBody.Create(ValueFormatter.ToText(body), mediaType);
        return this;
    }

    /// <summary>Sets a body of text that may be left out.</summary>
    /// <param name="body">The text; null is left out.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <typeparam name="TBody">The value's type.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">As <see cref="Text"/>.</exception>
    public ApiRequest<T> TextUnlessNull<TBody>(TBody? body, string mediaType) => body is null ? this : Text(body, mediaType);

    /// <summary>Sends the request.</summary>
    /// <param name="options">What is different for this call.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The body of the answer; the default of <typeparamref name="T"/> for a documented success without one.</returns>
    /// <exception cref="ApiException">The call failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<T> SendAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        StartSending();
        var response = await pipeline.SendAsync(this, options, keepBody: false, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccess();
        return response.IsDocumented || typeof(T) == typeof(NoContent)
            ? response.Body!
            : throw new ApiException(response, "The API's description has no such answer, so there is no body to return. The call with the whole response shows the raw one.");
    }

    /// <summary>Sends the request, and returns failures too.</summary>
    /// <param name="options">What is different for this call.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer: refusals, unreadable bodies and lost connections have a <see cref="ApiResponse.Failure"/>.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<ApiResponse<T>> SendWithResponseAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        StartSending();
        return pipeline.SendAsync(this, options, keepBody: true, cancellationToken);
    }

    private void StartSending()
    {
        if (_isSent)
        {
            throw new InvalidOperationException("The request has been sent already: build another one.");
        }
        _isSent = true;
    }
}
