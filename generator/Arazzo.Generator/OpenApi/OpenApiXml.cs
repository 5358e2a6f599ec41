using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>The XML Object: how a schema stands in XML.</summary>
internal sealed class OpenApiXml(Node node) : OpenApiObject(node)
{
    public string? Name { get; init; }

    public string? Namespace { get; init; }

    public string? Prefix { get; init; }

    public bool Attribute { get; init; }

    public bool Wrapped { get; init; }

    /// <summary><c>element</c>, <c>attribute</c>, <c>text</c>, <c>cdata</c> or <c>none</c> (3.2); null when not given.</summary>
    public string? NodeType { get; init; }
}
