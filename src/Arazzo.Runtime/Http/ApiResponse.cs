using System.Buffers;
using System.ComponentModel;
using System.Text.Json;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime;

/// <summary>An answer, or the reason why there is none.</summary>
public abstract class ApiResponse
{
    private JsonElement? _json;
    private string? _text;
    private byte[]? _lent;

    private protected ApiResponse(ApiOperation operation, int statusCode = 0, ResponseHeaders headers = default, ReadOnlyMemory<byte> rawBody = default, TimeSpan? retryAfter = null)
    {
        Operation = operation;
        StatusCode = statusCode;
        Headers = headers;
        RawBody = rawBody;
        RetryAfter = retryAfter;
    }

    /// <summary>The HTTP status; 0 when no answer came.</summary>
    public int StatusCode { get; }

    /// <summary>The HTTP status; null when no answer came, so that it compares with nothing.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int? StatusOrNull => StatusCode == 0 ? null : StatusCode;

    /// <summary>The headers.</summary>
    public ResponseHeaders Headers { get; }

    /// <summary>The body as it was received; empty when it is a stream, which is handed out as it comes.</summary>
    public ReadOnlyMemory<byte> RawBody { get; private set; }

    /// <summary>How long the server asks to wait before the next call (<c>Retry-After</c>); zero when that time has passed, null when it does not ask.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>What the API's operators find the call by: of a usual header, unless a <see cref="ResponseClassifier"/> has found it elsewhere. Traces carry it.</summary>
    public string? RequestId
    {
        get => field ?? ErrorDetails.RequestId(Headers);
        set;
    }

    /// <summary>Why the call failed; null when it did not.</summary>
    public ApiException? Failure { get; internal set; }

    /// <summary>Whether the call succeeded.</summary>
    public bool IsSuccess => Failure is null;

    /// <summary>The operation that was called.</summary>
    public string OperationId => Operation.Id;

    /// <summary>The HTTP method.</summary>
    public string Method => Operation.Method.Method;

    /// <summary>The path as the API's description writes it, with its variables in braces.</summary>
    public string PathTemplate => Operation.PathTemplate;

    /// <summary>Whether the operation may be called again when the outcome of a call is not known.</summary>
    public bool IsRepeatable => Operation.IsRepeatable;

    /// <summary>Whether the status says success, and yet the call failed: the API's own error code says so, or the body cannot be read.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool IsRefusal => StatusCode is >= 200 and < 300 && Failure is not null;

    /// <summary>The body as JSON, parsed once; of XML with a schema what it converts to. Undefined when it is neither.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public JsonElement Json => _json ??= Operation.FindResponse(StatusCode)?.ToJson(this) ?? JsonBody.Parse(RawBody.Span);

    /// <summary>The raw body as text, by its charset.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string Text => _text ??= ResponseText.Decode(RawBody.Span, Headers["Content-Type"]);

    /// <summary>The type of the body without parameters, in lower case; null when the answer does not say.</summary>
    internal string? MediaType
    {
        get
        {
            if (Headers["Content-Type"] is not { Length: > 0 } text)
            {
                return null;
            }
            var end = text.IndexOf(';');
            return (end < 0 ? text : text[..end]).Trim().ToLowerInvariant();
        }
    }

    internal ApiOperation Operation { get; }

    /// <summary>Whether the request's body is still there for another attempt.</summary>
    internal bool MayBeSentAgain { get; set; } = true;

    /// <summary>The body that is handed out as it comes; null when it was read whole.</summary>
    internal ResponseStream? Stream { get; set; }

    /// <summary>The body of a documented error, whatever the classifier made of it.</summary>
    internal object? ErrorBody { get; set; }

    /// <summary>Whether the typed body is what the description promises for the status.</summary>
    internal bool IsDocumented { get; set; }

    /// <summary>Sets the body of a documented success.</summary>
    internal abstract void SetBody(object? body);

    /// <summary>Makes the body of a documented success of the raw one, and sets it.</summary>
    /// <param name="documented">What the description says of it.</param>
    /// <param name="body">The body as it is documented; of an operation with several, that of this status.</param>
    /// <returns>Null, or why it cannot be read.</returns>
    internal abstract UnreadableBody? ReadBody(ResponseCase documented, out object? body);

    /// <summary>Says that the raw body lies in a pooled buffer.</summary>
    internal void Lend(byte[] pooled) => _lent = pooled;

    /// <summary>Makes the raw body the answer's own, for one who keeps the answer.</summary>
    internal void KeepBody()
    {
        if (_lent is not null)
        {
            var body = RawBody.ToArray();
            GiveBodyBack();
            RawBody = body;
        }
    }

    /// <summary>Gives the buffer of the raw body back, if it is a pooled one.</summary>
    internal void GiveBodyBack()
    {
        if (_lent is { Length: > 0 } pooled)
        {
            RawBody = default;
            ArrayPool<byte>.Shared.Return(pooled);
        }
        _lent = null;
    }

    /// <summary>Throws <see cref="Failure"/>, if there is one.</summary>
    /// <exception cref="ApiException">The call failed.</exception>
    public void EnsureSuccess()
    {
        if (Failure is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>The typed body of a failure.</summary>
    /// <param name="error">The body.</param>
    /// <typeparam name="TError">The type that the API's description gives for the status; or <see cref="ApiProblem"/>.</typeparam>
    /// <returns>Whether the answer is a failure with such a body.</returns>
    public bool TryGetError<TError>([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TError error)
    {
        switch (this)
        {
            case { Failure: ApiException<TError> failure }:
                error = failure.Error;
                return true;
            case { ErrorBody: TError body }:
                error = body;
                return true;
            case { Failure.Problem: TError problem }:
                error = problem;
                return true;
            default:
                error = default;
                return false;
        }
    }
}
