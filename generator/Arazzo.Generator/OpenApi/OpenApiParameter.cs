using System.Collections.Immutable;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

internal sealed class OpenApiParameter(Node node) : OpenApiObject(node)
{
    /// <summary>Empty for a reference.</summary>
    public string Name { get; init; } = "";

    /// <summary>Meaningless for a reference.</summary>
    public ParameterLocation In { get; init; }

    public bool Required { get; init; }

    /// <summary>As written, or what the location implies: <c>simple</c> for path and header, <c>form</c> for query and cookie. Swagger 2.0 adds <c>tabDelimited</c>.</summary>
    public string Style { get; init; } = "";

    /// <summary>As written, or true for the style <c>form</c> (and 3.2's <c>cookie</c>) and false for the others.</summary>
    public bool Explode { get; init; }

    public bool AllowReserved { get; init; }

    /// <summary>Whether an empty value says something else than none.</summary>
    public bool AllowEmptyValue { get; init; }

    public bool Deprecated { get; init; }

    public string? Description { get; init; }

    public OpenApiSchema? Schema { get; init; }

    /// <summary>At most one media type, in the place of <see cref="Schema"/>.</summary>
    public OpenApiMap<OpenApiMediaType> Content { get; init; } = OpenApiMap<OpenApiMediaType>.Empty;

    public ImmutableArray<Node> Examples { get; init; } = [];

    /// <summary>The path's template names it, and nothing declares it: a string.</summary>
    public bool IsImplied { get; init; }
}

/// <summary>The values of a parameter's or API key's <c>in</c>.</summary>
internal enum ParameterLocation
{
    Query,
    Path,
    Header,
    Cookie,

    /// <summary><c>querystring</c> (3.2): the whole query.</summary>
    QueryString,

    /// <summary><c>body</c> (Swagger 2.0), which is read into a request body; met only where a reference to another file stands for it.</summary>
    Body,

    /// <summary><c>formData</c> (Swagger 2.0), which is read into a request body; met only where a reference to another file stands for it.</summary>
    FormData,
}
