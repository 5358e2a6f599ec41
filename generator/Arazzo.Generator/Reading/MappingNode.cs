using System.Collections.Immutable;

namespace Arazzo.Generator.Reading;

/// <summary>A mapping (YAML) or object (JSON) in the order of the text, keys unique.</summary>
internal sealed class MappingNode(ImmutableArray<MappingEntry> entries, TextRange range) : Node(range)
{
    private const int LinearSearchLimit = 12;
    private Dictionary<string, MappingEntry>? _index;

    public ImmutableArray<MappingEntry> Entries { get; } = entries;

    /// <summary>The value of <paramref name="key"/>, or null when there is none.</summary>
    public Node? this[string key] => Find(key)?.Value;

    public MappingEntry? Find(string key)
    {
        if (Entries.Length > LinearSearchLimit)
        {
            var index = _index ??= Entries.ToDictionary(static entry => entry.Key.Text, StringComparer.Ordinal);
            return index.TryGetValue(key, out var found) ? found : null;
        }
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Key.Text, key, StringComparison.Ordinal))
            {
                return entry;
            }
        }
        return null;
    }
}

/// <summary>A key and its value.</summary>
internal sealed record MappingEntry(ScalarNode Key, Node Value);
