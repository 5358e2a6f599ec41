using System.Collections.Immutable;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>
/// A schema of JSON Schema 2020-12, which schemas of 3.0 are rewritten to: <c>nullable</c> becomes the type <c>null</c>,
/// boolean exclusive bounds become numbers, <c>example</c> joins <c>examples</c>. The same node always gives the same instance, so instances can be keys.
/// </summary>
internal sealed class OpenApiSchema(Node node) : OpenApiObject(node)
{
    /// <summary>The value of the boolean schemas <c>true</c> (anything) and <c>false</c> (nothing); null for all others.</summary>
    public bool? BooleanValue { get; init; }

    public SchemaTypes Types { get; init; }

    /// <summary>
    /// Null is allowed beside what the rest says: <c>null</c> is among <see cref="Types"/>, or <c>nullable: true</c> stands beside a
    /// <c>$ref</c>, <c>allOf</c>, <c>enum</c> or whatever has no <c>type</c>.
    /// </summary>
    public bool Nullable { get; init; }

    public string? Format { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public bool Deprecated { get; init; }

    public bool ReadOnly { get; init; }

    public bool WriteOnly { get; init; }

    /// <summary>Null when <c>enum</c> is not given.</summary>
    public ImmutableArray<Node>? Enum { get; init; }

    public Node? Const { get; init; }

    public Node? Default { get; init; }

    public ImmutableArray<Node> Examples { get; init; } = [];

    public OpenApiMap<OpenApiSchema> Properties { get; init; } = OpenApiMap<OpenApiSchema>.Empty;

    /// <summary>The names under <c>required</c>; they need not be among <see cref="Properties"/>.</summary>
    public ImmutableArray<ScalarNode> Required { get; init; } = [];

    /// <summary>Null when not given, which allows anything.</summary>
    public OpenApiSchema? AdditionalProperties { get; init; }

    /// <summary>Null when not given, which allows anything.</summary>
    public OpenApiSchema? UnevaluatedProperties { get; init; }

    public OpenApiMap<OpenApiSchema> PatternProperties { get; init; } = OpenApiMap<OpenApiSchema>.Empty;

    public OpenApiSchema? PropertyNames { get; init; }

    public OpenApiSchema? Items { get; init; }

    public ImmutableArray<OpenApiSchema> PrefixItems { get; init; } = [];

    public ImmutableArray<OpenApiSchema> AllOf { get; init; } = [];

    public ImmutableArray<OpenApiSchema> AnyOf { get; init; } = [];

    public ImmutableArray<OpenApiSchema> OneOf { get; init; } = [];

    public OpenApiSchema? Not { get; init; }

    public OpenApiDiscriminator? Discriminator { get; init; }

    /// <summary>Null when no validation keyword is given.</summary>
    public SchemaValidation? Validation { get; init; }

    /// <summary><c>$defs</c>, and the <c>definitions</c> of older drafts.</summary>
    public OpenApiMap<OpenApiSchema> Definitions { get; init; } = OpenApiMap<OpenApiSchema>.Empty;

    public string? Id { get; init; }

    public string? Anchor { get; init; }

    public OpenApiReference? DynamicReference { get; init; }

    public string? DynamicAnchor { get; init; }

    /// <summary>For strings: <c>base64</c> and others.</summary>
    public string? ContentEncoding { get; init; }

    public string? ContentMediaType { get; init; }

    public OpenApiSchema? ContentSchema { get; init; }

    /// <summary>How it stands in XML; null when not given.</summary>
    public OpenApiXml? Xml { get; init; }

    public bool Requires(string property)
    {
        foreach (var name in Required)
        {
            if (string.Equals(name.Text, property, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }
}
