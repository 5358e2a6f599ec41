using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

/// <summary>Operations whose answers are streams, as the generator makes them.</summary>
internal static class StreamApi
{
    public static ApiOperation<ApiStream<ServerSentEvent<Order>>> Events { get; } = Operation<ApiStream<ServerSentEvent<Order>>>(ResponseCase.Events<Order, Order>(200));

    public static ApiOperation<ApiStream<ServerSentEvent<string>>> TextEvents { get; } = Operation<ApiStream<ServerSentEvent<string>>>(ResponseCase.TextEvents(200));

    public static ApiOperation<ApiStream<Order>> Lines { get; } = Operation<ApiStream<Order>>(ResponseCase.JsonLines<Order, Order>(200, "application/x-ndjson"));

    public static ApiOperation<ApiStream<Order>> Sequence { get; } = Operation<ApiStream<Order>>(ResponseCase.JsonLines<Order, Order>(200, "application/json-seq"));

    public static ApiOperation<Stream> Bytes { get; } = Operation<Stream>(ResponseCase.Binary(200, "application/pdf"));

    private static ApiOperation<T> Operation<T>(ResponseCase success) => new(
        "read", HttpMethod.Get, "/items", isRepeatable: true, [], success, ResponseCase.Empty(204), ResponseCase.JsonError<Problem, Problem>(4));
}
