namespace Arazzo.Generator.Reading;

/// <summary>
/// A value of a YAML or JSON document that knows where it stands. Nodes of one document form a graph without cycles:
/// an alias shares the node of its anchor.
/// </summary>
internal abstract class Node(TextRange range)
{
    /// <summary>Where the value stands in the text.</summary>
    public TextRange Range { get; } = range;

    /// <summary>What it is, in words for a message: "a mapping", "the string 'x'".</summary>
    public string Describe() => this switch
    {
        MappingNode => "a mapping",
        SequenceNode => "a sequence",
        ScalarNode { Kind: ScalarKind.Null } => "empty",
        ScalarNode { Kind: ScalarKind.Boolean } scalar => $"the boolean {scalar.Text}",
        ScalarNode { Kind: ScalarKind.String } scalar => $"the string '{(scalar.Text.Length > 40 ? scalar.Text.Substring(0, 40) + "..." : scalar.Text)}'",
        ScalarNode scalar => $"the number {scalar.Text}",
        _ => "a value",
    };
}
