using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

internal sealed class OpenApiTag(Node node) : OpenApiObject(node)
{
    public required string Name { get; init; }

    public string? Description { get; init; }
}
