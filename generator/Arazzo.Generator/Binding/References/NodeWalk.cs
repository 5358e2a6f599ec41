using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.References;

/// <summary>Goes through nodes.</summary>
internal static class NodeWalk
{
    /// <summary>Every mapping from <paramref name="root"/> on, each once, in the order of the text.</summary>
    public static IEnumerable<MappingNode> Mappings(Node root)
    {
        var visited = new HashSet<Node>();
        var pending = new Stack<Node>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            var node = pending.Pop();
            if (node is ScalarNode || !visited.Add(node))
            {
                continue; // Aliases make several of one.
            }
            if (node is SequenceNode sequence)
            {
                for (var index = sequence.Items.Length - 1; index >= 0; index--)
                {
                    pending.Push(sequence.Items[index]);
                }
            }
            else if (node is MappingNode mapping)
            {
                yield return mapping;
                for (var index = mapping.Entries.Length - 1; index >= 0; index--)
                {
                    pending.Push(mapping.Entries[index].Value);
                }
            }
        }
    }

    /// <summary>Every value that is no mapping or sequence.</summary>
    public static IEnumerable<ScalarNode> Scalars(Node root) => Mappings(root)
        .SelectMany(static mapping => mapping.Entries.SelectMany(static entry => Flatten(entry.Value)));

    private static IEnumerable<ScalarNode> Flatten(Node node) =>
        node is ScalarNode scalar ? [scalar] : node is SequenceNode sequence ? sequence.Items.OfType<ScalarNode>() : [];
}
