using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime;

/// <summary>What a <see cref="DelegatingHandler"/> finds in <see cref="HttpRequestMessage.Options"/>.</summary>
public static class ApiRequestKeys
{
    /// <summary>The operation that is called: its id, its path template, and whether it may be repeated.</summary>
    public static HttpRequestOptionsKey<ApiOperation> Operation { get; } = new("Arazzo.Runtime.Operation");

    /// <summary>Whether a request may be sent again when its answer was lost: what a handler asks before it does so.</summary>
    /// <param name="request">The request.</param>
    /// <returns>What the API's description says of its operation; of requests that are none of a generated client, what their method says (RFC 9110, section 9.2.2).</returns>
    public static bool IsRepeatable(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Options.TryGetValue(Operation, out var operation)
            ? operation.IsRepeatable
            : request.Method.Method is "GET" or "HEAD" or "OPTIONS" or "TRACE" or "PUT" or "DELETE" or "QUERY";
    }
}
