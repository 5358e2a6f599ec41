using System.Collections.Immutable;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

internal sealed class OpenApiOperation(Node node) : OpenApiObject(node)
{
    /// <summary>The name as HTTP writes it: <c>GET</c>, <c>QUERY</c>, or one of <c>additionalOperations</c> (3.2).</summary>
    public required string Method { get; init; }

    /// <summary>The field of the path item that holds the operation: where diagnostics about the operation as a whole belong.</summary>
    public required ScalarNode MethodKey { get; init; }

    /// <summary>The path template as it was written.</summary>
    public required string Path { get; init; }

    /// <summary>The <c>operationId</c>, or null. Its scalar gives the place.</summary>
    public ScalarNode? OperationIdNode { get; init; }

    public string? OperationId => OperationIdNode?.Text;

    public string? Summary { get; init; }

    public string? Description { get; init; }

    public bool Deprecated { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>
    /// The path item's parameters, then the operation's own, which replace those of the same name and place. References inside the document were
    /// looked through for that; after following references to other documents, the last of a name and place counts.
    /// A variable of the path that nothing declares has an <see cref="OpenApiParameter.IsImplied"/> one.
    /// </summary>
    public ImmutableArray<OpenApiParameter> Parameters { get; init; } = [];

    /// <summary>Null when there is none, and for Swagger 2.0 when references to other files are among the <see cref="Parameters"/>, which may make it up.</summary>
    public OpenApiRequestBody? RequestBody { get; init; }

    /// <summary>By status (<c>200</c>, <c>4XX</c>, <c>default</c>).</summary>
    public OpenApiMap<OpenApiResponse> Responses { get; init; } = OpenApiMap<OpenApiResponse>.Empty;

    /// <summary>One of these must be met. Null: the document's hold. Empty: none is needed.</summary>
    public ImmutableArray<OpenApiSecurityRequirement>? Security { get; init; }

    /// <summary>The operation's own, else the path item's; empty: the document's hold.</summary>
    public ImmutableArray<OpenApiServer> Servers { get; init; } = [];
}
