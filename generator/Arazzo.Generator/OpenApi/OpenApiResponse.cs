using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

internal sealed class OpenApiResponse(Node node) : OpenApiObject(node)
{
    public string? Description { get; init; }

    public OpenApiMap<OpenApiHeader> Headers { get; init; } = OpenApiMap<OpenApiHeader>.Empty;

    /// <summary>By media type or range, as written; empty: the response has no body.</summary>
    public OpenApiMap<OpenApiMediaType> Content { get; init; } = OpenApiMap<OpenApiMediaType>.Empty;
}
