using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime;

/// <summary>An answer with its typed body, or the reason why there is none.</summary>
/// <typeparam name="T">The body of a success.</typeparam>
public sealed class ApiResponse<T> : ApiResponse
{
    internal ApiResponse(ApiOperation operation, int statusCode = 0, ResponseHeaders headers = default, ReadOnlyMemory<byte> rawBody = default, TimeSpan? retryAfter = null)
        : base(operation, statusCode, headers, rawBody, retryAfter)
    {
    }

    /// <summary>The body of a documented success, also when the answer is a refusal all the same; the default of <typeparamref name="T"/> else.</summary>
    public T? Body { get; internal set; }

    internal override void SetBody(object? body)
    {
        if (Operation is ApiOperation<T> { Result: { } result })
        {
            Body = result(StatusCode, body);
        }
        else if (body is T value)
        {
            Body = value;
        }
    }

    internal override UnreadableBody? ReadBody(ResponseCase documented, out object? body)
    {
        if (documented is JsonResponseCase<T> typed)
        {
            var unreadable = typed.Read(this, out T? value);
            Body = value;
            body = value;
            return unreadable;
        }
        var reason = documented.Read(this, out body);
        if (reason is null)
        {
            SetBody(body);
        }
        return reason;
    }
}
