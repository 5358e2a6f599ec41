using System.Collections.Immutable;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

internal sealed class OpenApiPathItem(string path, Node node) : OpenApiObject(node)
{
    /// <summary>The template as it was written, for example <c>/orders/{orderId}</c>; the name for webhooks and components.</summary>
    public string Path { get; } = path;

    public string? Summary { get; init; }

    public string? Description { get; init; }

    public ImmutableArray<OpenApiOperation> Operations { get; init; } = [];

    /// <summary>What every operation takes. <see cref="OpenApiOperation.Parameters"/> already holds them.</summary>
    public ImmutableArray<OpenApiParameter> Parameters { get; init; } = [];

    public ImmutableArray<OpenApiServer> Servers { get; init; } = [];
}
