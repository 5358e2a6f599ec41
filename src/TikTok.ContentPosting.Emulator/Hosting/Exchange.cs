using Microsoft.AspNetCore.Http;

namespace TikTok.ContentPosting.Emulator;

/// <summary>One request on its connection, and what can be done with it.</summary>
internal sealed class Exchange(HttpContext context, Endpoint? endpoint, Platform platform, RequestLog log, CancellationToken stopping) : IDisposable
{
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
    private readonly DateTimeOffset _receivedAt = log.Time.GetUtcNow();
    private ReceivedRequest? _request;
    private ReadOnlyMemory<byte> _body;

    /// <summary>Reads the request and does what it asks for.</summary>
    /// <param name="reading">How the chunk of an upload is read; null for all of it at once.</param>
    public async Task<Answer> ProcessAsync(ChunkReading? reading = null)
    {
        if (endpoint is UploadChunk upload)
            return await upload.ReceiveAsync(platform, Record(), context.Request.Body, reading ?? ChunkReading.Whole, _end.Token).ConfigureAwait(false);
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

    /// <summary>Reads no more than so many bytes of the body.</summary>
    public async Task ReadUpToAsync(long bytes)
    {
        Record();
        await RequestReader.SkipAsync(context.Request, bytes, _end.Token).ConfigureAwait(false);
    }

    public async Task DelayAsync(TimeSpan delay)
    {
        if (endpoint is UploadChunk)
            Record();
        else
            await ReadAsync().ConfigureAwait(false);
        await Task.Delay(delay, platform.Options.TimeProvider, _end.Token).ConfigureAwait(false);
    }

    public string NewLogId() => platform.NewLogId();

    public void SetHeader(string name, string value) => context.Response.Headers[name] = value;

    public async Task AnswerAsync(Answer answer)
    {
        Begin(answer, answer.Body.Length);
        await WriteAsync(answer.Body).ConfigureAwait(false);
    }

    public Task RefuseAsync(string code, int statusCode, string logId)
    {
        const string Message = "The request was refused.";
        return AnswerAsync(endpoint?.Refuse(code, Message, statusCode, logId) ?? Answer.Refusal(code, Message, statusCode, logId));
    }

    public void Begin(Answer answer, long? contentLength)
    {
        var response = context.Response;
        response.StatusCode = answer.StatusCode;
        _request?.Answered(answer);
        if (answer.ContentType.Length > 0)
            response.ContentType = answer.ContentType;
        if (answer.ContentRange is not null)
            response.Headers.ContentRange = answer.ContentRange;
        if (answer.Location is not null)
            response.Headers.Location = answer.Location;
        response.ContentLength = contentLength;
        response.Headers["X-Tt-Logid"] = answer.LogId;
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    public void Drop() => context.Abort();

    public void Dispose() => _end.Dispose();

    private async Task<ReceivedRequest> ReadAsync()
    {
        if (endpoint is UploadChunk)
            await RequestReader.SkipAsync(context.Request, long.MaxValue, _end.Token).ConfigureAwait(false);
        else if (_request is null)
            _body = await RequestReader.ReadBodyAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        return Record();
    }

    private ReceivedRequest Record()
    {
        if (_request is null)
            log.Add(_request = RequestReader.Describe(context.Request, endpoint?.Operation, _body, _receivedAt));
        return _request;
    }
}
