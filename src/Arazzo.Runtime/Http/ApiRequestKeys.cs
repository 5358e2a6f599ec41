using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime;

/// <summary>What a <see cref="DelegatingHandler"/> finds in <see cref="HttpRequestMessage.Options"/>.</summary>
public static class ApiRequestKeys
{
    /// <summary>The operation that is called: its id, its path template, and whether it may be repeated.</summary>
    public static HttpRequestOptionsKey<ApiOperation> Operation { get; } = new("Arazzo.Runtime.Operation");
}
