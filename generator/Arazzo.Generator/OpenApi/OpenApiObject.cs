using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>
/// An object of an OpenAPI document. It mirrors the specification's object of the same name and remembers where it was written.
/// References are kept as they are: following them is Binding's work.
/// </summary>
internal abstract class OpenApiObject(Node node)
{
    /// <summary>What this object was read from.</summary>
    public Node Node { get; } = node;

    public TextRange Range => Node.Range;

    /// <summary>The <c>$ref</c> that stands for this object, if there is one. The members hold what was written beside it.</summary>
    public OpenApiReference? Reference { get; init; }

    /// <summary>The value of a vendor extension such as <c>x-idempotent</c>, or null.</summary>
    public Node? Extension(string name) => (Node as MappingNode)?[name];
}
