using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>An answer whose body is a sequence of items.</summary>
internal abstract class ItemResponseCase<T>(int status, string mediaType) : ResponseCase(status, isError: false, mediaType)
{
    protected abstract string Expected { get; }

    internal override object Open(ResponseStream stream) => new ApiStream<T>(stream, ReadAsync);

    // It came whole because it is of another type, or because a workflow wants it whole.
    internal override UnreadableBody? Read(ApiResponse response, out object? body)
    {
        body = null;
        return response.MediaType is { } mediaType && !IsStreamed(mediaType) ? UnreadableBody.OfType(Expected, mediaType, null) : null;
    }

    internal override ApiException Failure(ApiResponse response, object? error, string? detail) => new(response, detail);

    protected abstract IAsyncEnumerable<T> ReadAsync(ResponseStream stream, CancellationToken cancellationToken);
}

/// <summary>An answer whose body is a stream of server-sent events.</summary>
internal sealed class EventResponseCase<T>(int status, Func<ResponseStream, CancellationToken, IAsyncEnumerable<ServerSentEvent<T>>> read)
    : ItemResponseCase<ServerSentEvent<T>>(status, "text/event-stream")
{
    protected override string Expected => "server-sent events";

    internal override bool IsStreamed(string? contentType) => contentType is null or "" or "text/event-stream" or "text/plain";

    protected override IAsyncEnumerable<ServerSentEvent<T>> ReadAsync(ResponseStream stream, CancellationToken cancellationToken) => read(stream, cancellationToken);

    internal override JsonElement ToJson(ApiResponse response) => StreamJson.OfEvents(response.RawBody);
}

/// <summary>An answer whose body is a sequence of JSON values.</summary>
internal sealed class JsonLinesResponseCase<T, TCodec>(int status, string mediaType) : ItemResponseCase<T>(status, mediaType)
    where TCodec : IJsonCodec<T>
{
    // RFC 7464, section 2.2.
    private readonly byte _separator = mediaType.Contains("json-seq", StringComparison.OrdinalIgnoreCase) ? (byte)0x1E : (byte)'\n';

    protected override string Expected => "a sequence of JSON values";

    // Such sequences go by many names, plain JSON and plain text among them; only what is surely something else is not tried.
    internal override bool IsStreamed(string? contentType) => contentType is not ("text/html" or "text/event-stream" or "application/xml" or "text/xml");

    protected override IAsyncEnumerable<T> ReadAsync(ResponseStream stream, CancellationToken cancellationToken) =>
        JsonLinesReader.ReadAsync<T, TCodec>(stream, _separator, cancellationToken);

    internal override JsonElement ToJson(ApiResponse response) => StreamJson.OfValues(response.RawBody.Span);
}
