using System.Collections.Immutable;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo;

/// <summary>The Request Body Object.</summary>
internal sealed class ArazzoRequestBody : ArazzoObject
{
    public ScalarNode? ContentType { get; init; }

    /// <summary>Any value, with runtime expressions in its strings and Selector Objects (1.1, see <see cref="ArazzoSelector.TryRead"/>) inside.</summary>
    public Node? Payload { get; init; }

    public ImmutableArray<ArazzoPayloadReplacement> Replacements { get; init; } = [];
}

/// <summary>The Payload Replacement Object.</summary>
internal sealed class ArazzoPayloadReplacement : ArazzoObject
{
    public required ScalarNode Target { get; init; }

    /// <summary>Null: JSON Pointer for JSON, XPath for XML.</summary>
    public ArazzoExpressionType? TargetSelectorType { get; init; }

    public required Node Value { get; init; }

    /// <summary>The value when it is a Selector Object (1.1).</summary>
    public ArazzoSelector? Selector { get; init; }
}
