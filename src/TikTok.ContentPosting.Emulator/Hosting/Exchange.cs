using Microsoft.AspNetCore.Http;

namespace TikTok.ContentPosting.Emulator;

/// <summary>One request on its connection, and what can be done with it.</summary>
internal sealed class Exchange(HttpContext context, Endpoint? endpoint, Platform platform, RequestLog log, CancellationToken stopping)
{
    private readonly DateTimeOffset _receivedAt = log.Time.GetUtcNow();
    private ReceivedRequest? _request;
    private ReadOnlyMemory<byte> _body;

    /// <summary>Reads the request and does what it asks for.</summary>
    public async Task<Answer> ProcessAsync()
    {
        var request = await ReadAsync().ConfigureAwait(false);
        return endpoint is null
            ? platform.Refuse("unsupported_path", "There is no such path or method.", StatusCodes.Status404NotFound)
            : platform.Handle(endpoint, request, _body);
    }

    /// <summary>Reads the request, and does what it asks for only if that is wanted.</summary>
    /// <returns>The log id for the answer.</returns>
    public async Task<string> TakeAsync(bool process)
    {
        if (process)
            return (await ProcessAsync().ConfigureAwait(false)).LogId;
        await ReadAsync().ConfigureAwait(false);
        return platform.NewLogId();
    }

    public void RecordUnread() => log.Add(_request = RequestReader.Describe(context.Request, endpoint?.Operation, default, _receivedAt));

    public async Task DelayAsync(TimeSpan delay)
    {
        await ReadAsync().ConfigureAwait(false);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        await Task.Delay(delay, platform.Options.TimeProvider, ended.Token).ConfigureAwait(false);
    }

    public void SetHeader(string name, string value) => context.Response.Headers[name] = value;

    public async Task AnswerAsync(Answer answer)
    {
        Begin(answer, answer.Body.Length);
        await WriteAsync(answer.Body).ConfigureAwait(false);
    }

    public void Begin(Answer answer, long? contentLength)
    {
        var response = context.Response;
        response.StatusCode = answer.StatusCode;
        if (answer.ContentType.Length > 0)
            response.ContentType = answer.ContentType;
        if (answer.ContentRange is not null)
            response.Headers.ContentRange = answer.ContentRange;
        response.ContentLength = contentLength;
        response.Headers["X-Tt-Logid"] = answer.LogId;
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    public void Drop() => context.Abort();

    private async Task<ReceivedRequest> ReadAsync()
    {
        if (_request is not null)
            return _request;
        _body = await RequestReader.ReadBodyAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        var recorded = endpoint?.RecordsBody == false ? default : _body;
        log.Add(_request = RequestReader.Describe(context.Request, endpoint?.Operation, recorded, _receivedAt));
        return _request;
    }
}
