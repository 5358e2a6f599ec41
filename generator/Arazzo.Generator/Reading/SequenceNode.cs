using System.Collections.Immutable;

namespace Arazzo.Generator.Reading;

/// <summary>A sequence (YAML) or array (JSON).</summary>
internal sealed class SequenceNode(ImmutableArray<Node> items, TextRange range) : Node(range)
{
    public ImmutableArray<Node> Items { get; } = items;
}
