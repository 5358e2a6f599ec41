namespace Arazzo.Generator.Reading;

/// <content>The parts that are read by themselves, so that the next version of the text need not read them again.</content>
internal sealed partial class YamlBlockReader
{
    /// <summary>What the entries of a mapping are.</summary>
    private enum Division
    {
        /// <summary>Parts of a block.</summary>
        None,

        /// <summary>The fields of the document. Those that are mappings, as <c>paths</c> is, are made up of blocks.</summary>
        Root,

        /// <summary>Mappings that are made up of blocks.</summary>
        Components,

        /// <summary>Blocks.</summary>
        Blocks,
    }

    private static Division Below(Division division, string key) => division switch
    {
        Division.Root => key == "components" ? Division.Components : Division.Blocks,
        Division.Components => Division.Blocks,
        _ => Division.None,
    };

    /// <summary>Reads an entry as a block, or takes over what the last version of the text had in its place.</summary>
    private MappingEntry? ReadBlockEntry(string map)
    {
        var (start, indentation, line, count) = (_start, Indentation, _line, _diagnostics.Count);
        var colon = FindColon(_content);
        if (colon < 0)
        {
            return null;
        }
        var key = _pool.Get(_text, _content, colon - _content);
        if (_previous?.Find(map, key, _text, start) is { } known && IsBlock(start, known.Length, indentation) && _diagnostics.Layout.TryPlace(known.Block, line))
        {
            _diagnostics.Layout.Keep(map, key, known with { Start = start });
            _line += known.Lines - 1;
            _next = start + known.Length;
            return MoveToContent() ? known.Entry : null;
        }
        _block = new TextBlock();
        _diagnostics.Layout.TryPlace(_block, line);
        _line = 0;
        var entry = ReadEntry(Division.None);
        _block = null;
        var lines = IsAtEnd ? _line + 1 : _line;
        _line += line;
        // What is wrong in a block is said again for each version of the text.
        if (entry is not null && _isClean && _diagnostics.Count == count)
        {
            _diagnostics.Layout.Keep(map, key, new PlacedBlock(entry, start, (IsAtEnd ? _text.Length : _start) - start, lines));
        }
        return entry;
    }

    /// <summary>Whether a block ends where it ended in the last version of the text: before a value that is not part of it, or with the text.</summary>
    private bool IsBlock(int start, int length, int indentation)
    {
        var end = start + length;
        if (end == _text.Length)
        {
            return true;
        }
        var content = end;
        while (content < _text.Length && _text[content] == ' ')
        {
            content++;
        }
        return _text[end - 1] == '\n' && content < _text.Length && content - end <= indentation && _text[content] is not ('#' or '-' or '\t' or '\r' or '\n');
    }
}
