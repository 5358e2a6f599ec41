using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

internal sealed class OpenApiTag(Node node) : OpenApiObject(node)
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary><c>kind</c> (3.2): what the tag is for; <c>nav</c> groups operations, as tags without one do.</summary>
    public string? Kind { get; init; }
}
