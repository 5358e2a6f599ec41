using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>One call: built by generated code, sent once.</summary>
/// <typeparam name="T">The body of a success.</typeparam>
/// <param name="pipeline">Sends it.</param>
/// <param name="operation">The operation that is called.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiRequest<T>(ApiPipeline pipeline, ApiOperation<T> operation) : ApiRequest(operation)
{
    private bool _isSent;

    /// <summary>Sets the path; it comes first, and only when the template has variables.</summary>
    /// <param name="path">The path, with the values in place of the variables.</param>
    /// <returns>This request.</returns>
    public ApiRequest<T> Path([InterpolatedStringHandlerArgument("")] RequestPath path) => this;

    /// <summary>Adds a query parameter.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value; null is left out.</param>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <returns>This request.</returns>
    public ApiRequest<T> Query<TValue>(string name, TValue? value)
    {
        if (value is not null)
        {
            AddQuery(name, ValueFormatter.Format(value, stackalloc char[ValueFormatter.ScratchLength]));
        }
        return this;
    }

    /// <summary>Adds a query parameter with several values (style <c>form</c>, and the delimited styles).</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="values">The values; null is left out, and so is an empty list.</param>
    /// <param name="explode">Whether each value is a parameter of its own.</param>
    /// <param name="separator">What stands between the values when they are one parameter.</param>
    /// <typeparam name="TValue">The values' type.</typeparam>
    /// <returns>This request.</returns>
    public ApiRequest<T> QueryList<TValue>(string name, IEnumerable<TValue>? values, bool explode = true, char separator = ',')
    {
        Span<char> scratch = stackalloc char[ValueFormatter.ScratchLength];
        var first = true;
        foreach (var value in values ?? [])
        {
            var text = ValueFormatter.Format(value, scratch);
            if (first || explode)
            {
                AddQuery(name, text);
            }
            else
            {
                Url.Append(separator switch { ' ' => "%20", '|' => "%7C", _ => "," });
                Url.AppendEscaped(text);
            }
            first = false;
        }
        return this;
    }

    /// <summary>Adds a header.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">The value; null is left out.</param>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <returns>This request.</returns>
    /// <exception cref="ArgumentException">The value cannot stand in a header.</exception>
    public ApiRequest<T> Header<TValue>(string name, TValue? value)
    {
        if (value is not null)
        {
            AddHeader(name, ValueFormatter.ToText(value));
        }
        return this;
    }

    /// <summary>Adds a cookie.</summary>
    /// <param name="name">The cookie's name.</param>
    /// <param name="value">The value; null is left out.</param>
    /// <typeparam name="TValue">The value's type.</typeparam>
    /// <returns>This request.</returns>
    public ApiRequest<T> Cookie<TValue>(string name, TValue? value)
    {
        if (value is not null)
        {
            AddCookie(name, ValueFormatter.ToText(value));
        }
        return this;
    }

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
