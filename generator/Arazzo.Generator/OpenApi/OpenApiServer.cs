using System.Collections.Immutable;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

internal sealed class OpenApiServer(Node node) : OpenApiObject(node)
{
    /// <summary>As written: it may be relative to the document and may hold <c>{variables}</c>.</summary>
    public required string Url { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public OpenApiMap<OpenApiServerVariable> Variables { get; init; } = OpenApiMap<OpenApiServerVariable>.Empty;
}

internal sealed class OpenApiServerVariable(Node node) : OpenApiObject(node)
{
    /// <summary>The value that stands for the variable when the user gives none.</summary>
    public string Default { get; init; } = "";

    public ImmutableArray<string> Enum { get; init; } = [];

    public string? Description { get; init; }
}
