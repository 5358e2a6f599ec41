namespace Arazzo.Generator.Reading;

/// <summary>
/// A value of a YAML or JSON document that knows where it stands. Nodes of one document form a graph without cycles:
/// an alias shares the node of its anchor.
/// </summary>
internal abstract class Node(TextRange range)
{
    /// <summary>Where the value stands in the text.</summary>
    public TextRange Range { get; } = range;
}
