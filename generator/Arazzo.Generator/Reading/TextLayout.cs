namespace Arazzo.Generator.Reading;

/// <summary>Where the blocks of a text begin, and what was read of them.</summary>
/// <param name="text">The text.</param>
internal sealed class TextLayout(string text)
{
    private readonly Dictionary<TextBlock, int> _lines = [];
    private readonly Dictionary<(string Map, string Key), PlacedBlock> _blocks = [];

    /// <summary>The range in the text.</summary>
    public TextRange Absolute(TextRange range)
    {
        if (range.Block is null)
        {
            return range;
        }
        var line = _lines[range.Block];
        return new TextRange(range.StartLine + line, range.StartColumn, range.EndLine + line, range.EndColumn);
    }

    /// <summary>Notes where a block begins. False when it stands somewhere else already: then what stands here is another one, though it has the same text.</summary>
    public bool TryPlace(TextBlock block, int line)
    {
        if (_lines.ContainsKey(block))
        {
            return false;
        }
        _lines.Add(block, line);
        return true;
    }

    /// <summary>Notes what was read of a block, for the next version of the text. Of two with one key it is the first.</summary>
    public void Keep(string map, string key, PlacedBlock block)
    {
        if (!_blocks.ContainsKey((map, key)))
        {
            _blocks.Add((map, key), block);
        }
    }

    /// <summary>What was read of a block that has the same text as what stands in <paramref name="other"/> from <paramref name="start"/> on; null when there is none.</summary>
    public PlacedBlock? Find(string map, string key, string other, int start) =>
        _blocks.TryGetValue((map, key), out var block) && string.CompareOrdinal(text, block.Start, other, start, block.Length) == 0 && block.Length <= other.Length - start ? block : null;
}

/// <summary>A block at its place in a text.</summary>
/// <param name="Entry">The key and the value that make it up.</param>
/// <param name="Start">Where it begins in the text: at the beginning of a line.</param>
/// <param name="Length">Its length with all up to the line that the next value begins in.</param>
/// <param name="Lines">How many lines that is.</param>
internal sealed record PlacedBlock(MappingEntry Entry, int Start, int Length, int Lines)
{
    public TextBlock Block => Entry.Key.Range.Block!;
}
