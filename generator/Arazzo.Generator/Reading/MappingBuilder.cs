using System.Collections.Immutable;
using Arazzo.Generator.Diagnostics;

namespace Arazzo.Generator.Reading;

/// <summary>Puts a mapping together: keys that are given twice, and YAML's merge keys.</summary>
internal sealed class MappingBuilder(DiagnosticBag diagnostics)
{
    private readonly ImmutableArray<MappingEntry>.Builder _entries = ImmutableArray.CreateBuilder<MappingEntry>();
    private List<(int Position, MappingNode Mapping)>? _merges;
    private Dictionary<string, ScalarNode>? _keys;

    /// <summary>Adds an entry; the first of a key stays.</summary>
    public void Add(ScalarNode key, Node value) => Add(new MappingEntry(key, value));

    /// <inheritdoc cref="Add(ScalarNode, Node)"/>
    public void Add(MappingEntry entry)
    {
        var key = entry.Key;
        if (Find(key.Text) is { } first)
        {
            diagnostics.Report(DiagnosticDescriptors.DuplicateKey, key.Range, key.Text, diagnostics.Line(first.Range));
            return;
        }
        _entries.Add(entry);
        _keys?.Add(key.Text, key);
    }

    /// <summary>Merges a mapping, or several of which the first counts most. What the mapping says itself counts more, wherever it stands.</summary>
    public void Merge(Node value)
    {
        foreach (var item in value is SequenceNode sequence ? sequence.Items : [value])
        {
            if (item is MappingNode mapping)
            {
                (_merges ??= []).Add((_entries.Count, mapping));
            }
            else
            {
                diagnostics.Report(DiagnosticDescriptors.InvalidMerge, item.Range.FirstLine, item.Describe());
            }
        }
    }

    public MappingNode Build(TextRange range)
    {
        if (_merges is null)
        {
            return new MappingNode(_entries.DrainToImmutable(), range);
        }
        var keys = new HashSet<string>(_entries.Select(static entry => entry.Key.Text), StringComparer.Ordinal);
        var merged = ImmutableArray.CreateBuilder<MappingEntry>();
        var next = 0;
        foreach (var (position, mapping) in _merges)
        {
            for (; next < position; next++)
            {
                merged.Add(_entries[next]);
            }
            merged.AddRange(mapping.Entries.Where(entry => keys.Add(entry.Key.Text)));
        }
        for (; next < _entries.Count; next++)
        {
            merged.Add(_entries[next]);
        }
        return new MappingNode(merged.DrainToImmutable(), range);
    }

    private ScalarNode? Find(string key)
    {
        const int LinearSearchLimit = 8;
        if (_entries.Count > LinearSearchLimit)
        {
            _keys ??= _entries.ToDictionary(static entry => entry.Key.Text, static entry => entry.Key, StringComparer.Ordinal);
            return _keys.TryGetValue(key, out var found) ? found : null;
        }
        foreach (var entry in _entries)
        {
            if (string.Equals(entry.Key.Text, key, StringComparison.Ordinal))
            {
                return entry.Key;
            }
        }
        return null;
    }
}
