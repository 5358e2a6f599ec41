using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

internal sealed class OpenApiHeader(Node node) : OpenApiObject(node)
{
    public string? Description { get; init; }

    public bool Required { get; init; }

    public bool Deprecated { get; init; }

    public bool Explode { get; init; }

    public OpenApiSchema? Schema { get; init; }

    public OpenApiMap<OpenApiMediaType> Content { get; init; } = OpenApiMap<OpenApiMediaType>.Empty;
}
