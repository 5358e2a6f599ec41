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

    /// <summary>Whether <see cref="Body"/> is what the description promises for the status.</summary>
    internal bool IsDocumented { get; set; }

    /// <summary>Sets the body of a documented success.</summary>
    internal void SetBody(object? body)
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
}
