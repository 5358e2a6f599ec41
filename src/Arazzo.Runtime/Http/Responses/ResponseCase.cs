using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>One documented answer of an operation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ResponseCase
{
    private protected ResponseCase(int status, bool isError, string? mediaType)
    {
        Status = status;
        IsError = isError;
        MediaType = mediaType;
    }

    /// <summary>The status; 1 to 5 for a range such as 4XX; 0 for <c>default</c>.</summary>
    internal int Status { get; }

    internal bool IsError { get; }

    /// <summary>The media type or range of the body; null when there is none to read.</summary>
    internal string? MediaType { get; }

    internal bool HasBody => MediaType is not null;

    internal virtual bool IsJson => false;

    /// <summary>A success with a JSON body.</summary>
    /// <param name="status">The status; 2 for 2XX; 0 for <c>default</c>.</param>
    /// <param name="mediaType">The body's media type or range.</param>
    /// <typeparam name="T">The body's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The answer.</returns>
    public static ResponseCase Json<T, TCodec>(int status, string mediaType = "application/json")
        where TCodec : IJsonCodec<T> => new JsonResponseCase<T, TCodec>(status, isError: false, mediaType);

    /// <summary>A failure with a JSON body.</summary>
    /// <param name="status">The status; 4 for 4XX, 5 for 5XX; 0 for <c>default</c>.</param>
    /// <param name="mediaType">The body's media type or range.</param>
    /// <typeparam name="TError">The body's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The answer.</returns>
    public static ResponseCase JsonError<TError, TCodec>(int status, string mediaType = "application/json")
        where TCodec : IJsonCodec<TError> => new JsonResponseCase<TError, TCodec>(status, isError: true, mediaType);

    /// <summary>A success with an XML body.</summary>
    /// <param name="status">The status; 2 for 2XX; 0 for <c>default</c>.</param>
    /// <param name="shape">How its type stands in XML.</param>
    /// <param name="mediaType">The body's media type.</param>
    /// <typeparam name="T">The body's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The answer.</returns>
    public static ResponseCase Xml<T, TCodec>(int status, XmlShape shape, string mediaType = "application/xml")
        where TCodec : IJsonCodec<T> => new XmlResponseCase<T, TCodec>(status, isError: false, mediaType, shape);

    /// <summary>A failure with an XML body.</summary>
    /// <param name="status">The status; 4 for 4XX, 5 for 5XX; 0 for <c>default</c>.</param>
    /// <param name="shape">How its type stands in XML.</param>
    /// <param name="mediaType">The body's media type.</param>
    /// <typeparam name="TError">The body's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The answer.</returns>
    public static ResponseCase XmlError<TError, TCodec>(int status, XmlShape shape, string mediaType = "application/xml")
        where TCodec : IJsonCodec<TError> => new XmlResponseCase<TError, TCodec>(status, isError: true, mediaType, shape);

    /// <summary>A success whose body is text.</summary>
    /// <param name="status">The status; 2 for 2XX; 0 for <c>default</c>.</param>
    /// <param name="mediaType">The body's media type or range.</param>
    /// <returns>The answer.</returns>
    public static ResponseCase Text(int status, string mediaType = "text/plain") => new TextResponseCase(status, isError: false, mediaType);

    /// <summary>A failure whose body is text.</summary>
    /// <param name="status">The status; 4 for 4XX, 5 for 5XX; 0 for <c>default</c>.</param>
    /// <param name="mediaType">The body's media type or range.</param>
    /// <returns>The answer.</returns>
    public static ResponseCase TextError(int status, string mediaType = "text/plain") => new TextResponseCase(status, isError: true, mediaType);

    /// <summary>A success whose body is the text of a number, a date or another single value.</summary>
    /// <param name="status">The status; 2 for 2XX; 0 for <c>default</c>.</param>
    /// <param name="mediaType">The body's media type or range.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The answer.</returns>
    public static ResponseCase Text<T, TCodec>(int status, string mediaType = "text/plain")
        where TCodec : IJsonCodec<T> => new ValueResponseCase<T, TCodec>(status, isError: false, mediaType);

    /// <summary>A failure whose body is the text of a number, a date or another single value.</summary>
    /// <param name="status">The status; 4 for 4XX, 5 for 5XX; 0 for <c>default</c>.</param>
    /// <param name="mediaType">The body's media type or range.</param>
    /// <typeparam name="TError">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The answer.</returns>
    public static ResponseCase TextError<TError, TCodec>(int status, string mediaType = "text/plain")
        where TCodec : IJsonCodec<TError> => new ValueResponseCase<TError, TCodec>(status, isError: true, mediaType);

    /// <summary>A success whose body is bytes, which are handed out as they come: a <see cref="Stream"/>.</summary>
    /// <param name="status">The status; 2 for 2XX; 0 for <c>default</c>.</param>
    /// <param name="mediaType">The body's media type or range.</param>
    /// <returns>The answer.</returns>
    public static ResponseCase Binary(int status, string mediaType = "application/octet-stream") => new BinaryResponseCase(status, mediaType);

    /// <summary>A success whose body is a stream of server-sent events with JSON in them: an <see cref="ApiStream{T}"/> of <see cref="ServerSentEvent{T}"/>.</summary>
    /// <param name="status">The status; 2 for 2XX; 0 for <c>default</c>.</param>
    /// <param name="events">How events of some names are read; those of others are read by the codec.</param>
    /// <typeparam name="T">The type of the events' data.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The answer.</returns>
    public static ResponseCase Events<T, TCodec>(int status, params EventCase<T>[] events)
        where TCodec : IJsonCodec<T> => new EventResponseCase<T>(status, (stream, cancellationToken) => EventReader.ReadAsync<T, TCodec>(stream, events, cancellationToken));

    /// <summary>A success whose body is a stream of server-sent events with text in them.</summary>
    /// <param name="status">The status; 2 for 2XX; 0 for <c>default</c>.</param>
    /// <returns>The answer.</returns>
    public static ResponseCase TextEvents(int status) => new EventResponseCase<string>(status, EventReader.ReadTextAsync);

    /// <summary>A success whose body is a sequence of JSON values: an <see cref="ApiStream{T}"/>.</summary>
    /// <param name="status">The status; 2 for 2XX; 0 for <c>default</c>.</param>
    /// <param name="mediaType">The body's media type: with <c>json-seq</c> (RFC 7464), values are parted by U+001E, otherwise by line ends.</param>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <returns>The answer.</returns>
    public static ResponseCase JsonLines<T, TCodec>(int status, string mediaType)
        where TCodec : IJsonCodec<T> => new JsonLinesResponseCase<T, TCodec>(status, mediaType);

    /// <summary>A success without a body.</summary>
    /// <param name="status">The status; 2 for 2XX; 0 for <c>default</c>.</param>
    /// <returns>The answer.</returns>
    public static ResponseCase Empty(int status) => new EmptyResponseCase(status, isError: false);

    /// <summary>A failure without a body, or with one that has no type.</summary>
    /// <param name="status">The status; 4 for 4XX, 5 for 5XX; 0 for <c>default</c>.</param>
    /// <returns>The answer.</returns>
    public static ResponseCase EmptyError(int status) => new EmptyResponseCase(status, isError: true);

    /// <summary>Whether the body is handed out as it comes when it has this type; false to read it whole first.</summary>
    internal virtual bool IsStreamed(string? contentType) => false;

    /// <summary>The body that is handed out as it comes.</summary>
    internal virtual object Open(ResponseStream stream) => throw new InvalidOperationException("The body is read whole.");

    /// <summary>The body as untyped JSON; undefined when it cannot be.</summary>
    internal virtual JsonElement ToJson(ApiResponse response) => JsonBody.Parse(response.RawBody.Span);

    /// <summary>Reads a body that was received whole.</summary>
    /// <returns>Null, or why it cannot be read.</returns>
    internal abstract UnreadableBody? Read(ApiResponse response, out object? body);

    /// <summary>The failure with its typed error.</summary>
    internal abstract ApiException Failure(ApiResponse response, object? error, string? detail);
}
