using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>One call: built by generated code, sent once.</summary>
/// <typeparam name="T">The body of a success.</typeparam>
/// <param name="pipeline">Sends it.</param>
/// <param name="operation">The operation that is called.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiRequest<T>(ApiPipeline pipeline, ApiOperation<T> operation) : ApiRequest(operation, pipeline)
{
    /// <summary>The address that the request goes to, without what the client's own credentials add.</summary>
    public string Address => Pipeline.UrlOf(this);

    /// <summary>Sets a JSON body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <typeparam name="TBody">The body's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>This request.</returns>
    public ApiRequest<T> Json<TBody, TCodec>(TBody body, string mediaType = "application/json")
        where TCodec : IJsonCodec<TBody>
    {
        Body = new BytesBody(Pipeline.JsonWriter.Write<TBody, TCodec>(body), mediaType);
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

    /// <summary>Sets a body of JSON values one after the other, each sent as soon as it comes.</summary>
    /// <param name="body">The values, which are asked for once.</param>
    /// <param name="mediaType">Its media type: with <c>json-seq</c> (RFC 7464), values begin with U+001E; all end with a line feed.</param>
    /// <typeparam name="TItem">The values' type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is null.</exception>
    public ApiRequest<T> JsonLines<TItem, TCodec>(IAsyncEnumerable<TItem> body, string mediaType)
        where TCodec : IJsonCodec<TItem>
    {
        ArgumentNullException.ThrowIfNull(body);
        Body = new JsonLinesBody<TItem, TCodec>(body, mediaType);
        return this;
    }

    /// <summary>Sets a body of JSON values that may be left out.</summary>
    /// <param name="body">The values; null is left out.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <typeparam name="TItem">The values' type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>This request.</returns>
    public ApiRequest<T> JsonLinesUnlessNull<TItem, TCodec>(IAsyncEnumerable<TItem>? body, string mediaType)
        where TCodec : IJsonCodec<TItem> => body is null ? this : JsonLines<TItem, TCodec>(body, mediaType);

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

    /// <summary>Sets a form.</summary>
    /// <param name="body">The object whose members are the fields.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="encodings">The fields that are not written as usual.</param>
    /// <typeparam name="TBody">The body's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The body is null or no object, or has text that cannot be sent.</exception>
    public ApiRequest<T> Form<TBody, TCodec>(TBody body, string mediaType, params ReadOnlySpan<FormEncoding> encodings)
        where TCodec : IJsonCodec<TBody>
    {
        ArgumentNullException.ThrowIfNull(body);
        Body = FormBody.Create<TBody, TCodec>(Pipeline.Scratch, body, mediaType, encodings);
        return this;
    }

    /// <summary>Sets a form that may be left out.</summary>
    /// <param name="body">The object whose members are the fields; null is left out.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="encodings">The fields that are not written as usual.</param>
    /// <typeparam name="TBody">The body's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The body is no object, or has text that cannot be sent.</exception>
    public ApiRequest<T> FormUnlessNull<TBody, TCodec>(TBody? body, string mediaType, params ReadOnlySpan<FormEncoding> encodings)
        where TCodec : IJsonCodec<TBody> => body is null ? this : Form<TBody, TCodec>(body, mediaType, encodings);

    /// <summary>Sets a multipart body.</summary>
    /// <param name="body">What the parts are made of.</param>
    /// <param name="mediaType">Its media type, without the boundary.</param>
    /// <param name="addParts">Adds the parts.</param>
    /// <typeparam name="TBody">The body's type.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The body is null, or has a part that cannot be sent.</exception>
    public ApiRequest<T> Multipart<TBody>(TBody body, string mediaType, Action<MultipartParts, TBody> addParts)
    {
        ArgumentNullException.ThrowIfNull(body);
        // Only form-data gives names to its parts.
        var parts = new MultipartParts(Pipeline.Scratch, mediaType.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase));
        addParts(parts, body);
        // RFC 2387, section 3.1: the type of the root must be said.
        var isRelated = mediaType.Equals("multipart/related", StringComparison.OrdinalIgnoreCase) && parts.FirstMediaType is not null;
        Body = MultipartBody.Create(parts, isRelated ? $"{mediaType}; type=\"{parts.FirstMediaType}\"" : mediaType);
        return this;
    }

    /// <summary>Sets a multipart body that may be left out.</summary>
    /// <param name="body">What the parts are made of; null is left out.</param>
    /// <param name="mediaType">Its media type, without the boundary.</param>
    /// <param name="addParts">Adds the parts.</param>
    /// <typeparam name="TBody">The body's type.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The body has a part that cannot be sent.</exception>
    public ApiRequest<T> MultipartUnlessNull<TBody>(TBody? body, string mediaType, Action<MultipartParts, TBody> addParts) =>
        body is null ? this : Multipart(body, mediaType, addParts);

    /// <summary>Sets an XML body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="root">The name of its root.</param>
    /// <param name="shape">How its type stands in XML.</param>
    /// <typeparam name="TBody">The body's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The body is null, or has characters that XML cannot carry.</exception>
    public ApiRequest<T> Xml<TBody, TCodec>(TBody body, string mediaType, XmlName root, XmlShape shape)
        where TCodec : IJsonCodec<TBody>
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(shape);
        using var scratch = Pipeline.Scratch.Write<TBody, TCodec>(body);
        try
        {
            Body = new BytesBody(JsonToXml.Convert(scratch.Written, root, shape), mediaType);
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException("The body has text that XML cannot carry.", nameof(body), exception);
        }
        return this;
    }

    /// <summary>Sets an XML body that may be left out.</summary>
    /// <param name="body">The body; null is left out.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="root">The name of its root.</param>
    /// <param name="shape">How its type stands in XML.</param>
    /// <typeparam name="TBody">The body's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The body has characters that XML cannot carry.</exception>
    public ApiRequest<T> XmlUnlessNull<TBody, TCodec>(TBody? body, string mediaType, XmlName root, XmlShape shape)
        where TCodec : IJsonCodec<TBody> => body is null ? this : Xml<TBody, TCodec>(body, mediaType, root, shape);

    /// <summary>Sends the request.</summary>
    /// <param name="options">What is different for this call.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The body of the answer; the default of <typeparamref name="T"/> for a documented success without one.</returns>
    /// <exception cref="ApiException">The call failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<T> SendAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        var response = (ApiResponse<T>)await StartAsync(options, BodyUse.Discard, cancellationToken).ConfigureAwait(false);
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
    public async Task<ApiResponse<T>> SendWithResponseAsync(RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        (ApiResponse<T>)await StartAsync(options, BodyUse.Keep, cancellationToken).ConfigureAwait(false);

    internal override ApiResponse CreateResponse(int statusCode, ResponseHeaders headers, ReadOnlyMemory<byte> rawBody, TimeSpan? retryAfter) =>
        new ApiResponse<T>(Operation, statusCode, headers, rawBody, retryAfter);
}
