using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

internal sealed class OpenApiDiscriminator(Node node) : OpenApiObject(node)
{
    public required string PropertyName { get; init; }

    /// <summary>The property's value to the schema it stands for: a name under <c>components.schemas</c> or a URI reference.</summary>
    public OpenApiMap<OpenApiReference> Mapping { get; init; } = OpenApiMap<OpenApiReference>.Empty;

    /// <summary><c>defaultMapping</c> (3.2): the schema when the property is absent or its value unknown.</summary>
    public OpenApiReference? DefaultMapping { get; init; }
}
