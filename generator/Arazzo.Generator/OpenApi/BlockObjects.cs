using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>What the nodes of one block of a document were read into. There is a table for each kind of object, for any node may be referred to as anything.</summary>
internal sealed class BlockObjects
{
    public Dictionary<Node, OpenApiSchema> Schemas { get; private init; } = [];

    public Dictionary<Node, OpenApiParameter> Parameters { get; private init; } = [];

    public Dictionary<Node, OpenApiRequestBody> RequestBodies { get; private init; } = [];

    public Dictionary<Node, OpenApiMediaType> MediaTypes { get; private init; } = [];

    public Dictionary<Node, OpenApiResponse> Responses { get; private init; } = [];

    public Dictionary<Node, OpenApiHeader> Headers { get; private init; } = [];

    public Dictionary<Node, OpenApiSecurityScheme> SecuritySchemes { get; private init; } = [];

    /// <summary>What the block is as an entry of <c>paths</c>.</summary>
    public OpenApiPathItem? PathItem { get; set; }

    /// <summary>What references led to that were followed while the block was read, on which the objects depend.</summary>
    public Dictionary<OpenApiReference, Node?> Targets { get; private init; } = [];

    /// <summary>Whether something was wrong, which must be said for each version of the text.</summary>
    public bool HasFaults { get; set; }

    /// <summary>Whether another version of the document has taken it over. Then nothing is added to it.</summary>
    public bool IsShared { get; set; }

    public BlockObjects Copy() => new()
    {
        Schemas = new(Schemas),
        Parameters = new(Parameters),
        RequestBodies = new(RequestBodies),
        MediaTypes = new(MediaTypes),
        Responses = new(Responses),
        Headers = new(Headers),
        SecuritySchemes = new(SecuritySchemes),
        PathItem = PathItem,
        Targets = new(Targets),
        HasFaults = HasFaults,
    };
}
