using System.Collections.Immutable;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

internal sealed class OpenApiMediaType(Node node) : OpenApiObject(node)
{
    public OpenApiSchema? Schema { get; init; }

    /// <summary><c>itemSchema</c> (3.2): the schema of each item of a stream.</summary>
    public OpenApiSchema? ItemSchema { get; init; }

    public ImmutableArray<Node> Examples { get; init; } = [];

    /// <summary>By property: how it is written in form and multipart bodies.</summary>
    public OpenApiMap<OpenApiEncoding> Encoding { get; init; } = OpenApiMap<OpenApiEncoding>.Empty;

    /// <summary><c>prefixEncoding</c> (3.2): how the first items of a multipart body without names are written, by position.</summary>
    public ImmutableArray<OpenApiEncoding> PrefixEncoding { get; init; } = [];

    /// <summary><c>itemEncoding</c> (3.2): how each item of a multipart body without names is written.</summary>
    public OpenApiEncoding? ItemEncoding { get; init; }
}

internal sealed class OpenApiEncoding(Node node) : OpenApiObject(node)
{
    public string? ContentType { get; init; }

    public string? Style { get; init; }

    public bool? Explode { get; init; }

    public bool AllowReserved { get; init; }

    public OpenApiMap<OpenApiHeader> Headers { get; init; } = OpenApiMap<OpenApiHeader>.Empty;
}
