using System.Collections.Immutable;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>Schemes that are needed together. Without any: anonymous calls are allowed.</summary>
internal sealed class OpenApiSecurityRequirement(Node node) : OpenApiObject(node)
{
    public ImmutableArray<OpenApiSchemeRequirement> Schemes { get; init; } = [];
}

/// <summary>A scheme, by its name under <c>components.securitySchemes</c>, and the scopes it must grant.</summary>
internal sealed record OpenApiSchemeRequirement(ScalarNode Key, ImmutableArray<string> Scopes)
{
    public string Scheme => Key.Text;
}
