using System.Collections.Immutable;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>An OpenAPI description, whatever its version, in the shape of 3.1.</summary>
internal sealed class OpenApiDocument(string path, MappingNode root) : OpenApiObject(root)
{
    /// <summary>The file's full path.</summary>
    public string Path { get; } = path;

    public MappingNode Root { get; } = root;

    public required OpenApiVersion Version { get; init; }

    /// <summary>What the nodes of this document were read into, for the readers that follow references into it and for that of its next version.</summary>
    public required DocumentObjects Objects { get; init; }

    /// <summary><c>info.title</c>; empty when it is missing.</summary>
    public string Title { get; init; } = "";

    /// <summary><c>info.version</c>: the version of the API; empty when it is missing.</summary>
    public string ApiVersion { get; init; } = "";

    /// <summary><c>info.description</c>.</summary>
    public string? Description { get; init; }

    /// <summary><c>$self</c> (3.2): the document's own URI.</summary>
    public string? Self { get; init; }

    public ImmutableArray<OpenApiServer> Servers { get; init; } = [];

    public OpenApiMap<OpenApiPathItem> Paths { get; init; } = OpenApiMap<OpenApiPathItem>.Empty;

    public OpenApiMap<OpenApiPathItem> Webhooks { get; init; } = OpenApiMap<OpenApiPathItem>.Empty;

    public OpenApiComponents Components { get; init; } = OpenApiComponents.Empty;

    /// <summary>What operations require that say nothing themselves.</summary>
    public ImmutableArray<OpenApiSecurityRequirement> Security { get; init; } = [];

    public ImmutableArray<OpenApiTag> Tags { get; init; } = [];

    /// <summary>Every operation of <see cref="Paths"/> in the order of the text; without those of path items that are references.</summary>
    public IEnumerable<OpenApiOperation> Operations => Paths.SelectMany(static path => path.Value.Operations);
}
