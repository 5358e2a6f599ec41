using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

internal sealed class OpenApiRequestBody(Node node) : OpenApiObject(node)
{
    public string? Description { get; init; }

    public bool Required { get; init; }

    /// <summary>By media type or range, as written.</summary>
    public OpenApiMap<OpenApiMediaType> Content { get; init; } = OpenApiMap<OpenApiMediaType>.Empty;
}
