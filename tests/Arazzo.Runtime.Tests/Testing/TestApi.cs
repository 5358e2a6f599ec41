using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

/// <summary>What the generator makes of a description, made by hand.</summary>
internal static class TestApi
{
    public const string Secret = "s3cr3t-t0k3n";

    public static ApiDefinition Definition { get; } = new(
        "OrdersClient",
        "https://api.example.com/v1",
        ApiSecurityScheme.Bearer("token"),
        ApiSecurityScheme.Bearer("otherToken"),
        ApiSecurityScheme.Basic("login"),
        ApiSecurityScheme.ApiKeyHeader("headerKey", "X-Api-Key"),
        ApiSecurityScheme.ApiKeyQuery("queryKey", "api key"),
        ApiSecurityScheme.ApiKeyCookie("cookieKey", "session"));

    public static ApiOperation<Order> GetOrder { get; } = Operation(HttpMethod.Get);

    public static ApiOperation<Order> CreateOrder { get; } = Operation(HttpMethod.Post);

    public static ApiOperation<Order> Operation(HttpMethod method, params SecurityRequirement[] security) => new(
        method == HttpMethod.Post ? "createOrder" : "getOrder",
        method,
        "/orders",
        isRepeatable: method != HttpMethod.Post,
        security,
        ResponseCase.Json<Order, Order>(200),
        ResponseCase.Empty(204),
        ResponseCase.JsonError<Problem, Problem>(404),
        ResponseCase.JsonError<Problem, Problem>(5));

    public static ApiPipeline Pipeline(this RecordingHandler handler, Action<ApiClientOptions>? configure = null) =>
        Pipeline(new HttpClient(handler), configure);

    public static ApiPipeline Pipeline(HttpClient? client, Action<ApiClientOptions>? configure = null)
    {
        var options = new ApiClientOptions();
        options.Resilience.Enabled = false;
        configure?.Invoke(options);
        return new ApiPipeline(client, Definition, options);
    }

    public static ApiRequest<T> Request<T>(this ApiPipeline pipeline, ApiOperation<T> operation) => new(pipeline, operation);
}
