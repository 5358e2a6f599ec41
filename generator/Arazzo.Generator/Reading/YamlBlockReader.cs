using System.Collections.Immutable;
using System.Text;
using Arazzo.Generator.Diagnostics;

namespace Arazzo.Generator.Reading;

/// <summary>
/// Reads the part of YAML that large documents are written in, in a fraction of the time: block mappings and sequences of plain, quoted and block scalars. It reads
/// nothing otherwise than <see cref="YamlNodeReader"/>, and leaves to that whatever is not certain: anchors, tags, tabs, escapes, and all that is wrong.
/// </summary>
internal sealed partial class YamlBlockReader
{
    private const int Deepest = 100;
    private const int LongestKey = 1000;

    private readonly string _text;
    private readonly TextLayout? _previous;
    private readonly DiagnosticBag _diagnostics;
    private readonly CancellationToken _cancellationToken;
    private readonly StringPool _pool = new();
    private readonly StringBuilder _scalar = new();
    // The line that is read: its number, where it begins, where what is left of it begins, and where it ends.
    private int _line = -1;
    private int _start;
    private int _content;
    private int _end;
    private int _next;
    private int _depth;
    private bool _isClean = true;
    // What lines are counted from.
    private TextBlock? _block;

    private YamlBlockReader(string text, TextLayout? previous, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        _text = text;
        _previous = previous;
        _diagnostics = diagnostics;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Reads the text. Null when it is more than this understands; then nothing is reported that counts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="previous">The text's last version, of which blocks are taken over that are the same.</param>
    /// <param name="diagnostics">Where to report what is wrong.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static Node? TryRead(string text, TextLayout? previous, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        diagnostics.Layout = new TextLayout(text);
        var reader = new YamlBlockReader(text, previous, diagnostics, cancellationToken);
        if (!reader.MoveToContent() || (reader.IsMarker() && !(reader.IsBare("---") && reader.MoveToContent())) || reader.IsAtEnd)
        {
            return null;
        }
        return reader.IsEntry() || reader.FindColon(reader._content) < 0 ? null : reader.ReadMapping(Division.Root) is { } root && reader.IsAtEnd && reader._isClean ? root : null;
    }

    private Node? ReadNode(int parent, Division division = Division.None, string map = "")
    {
        if (IsEntry())
        {
            return ReadSequence();
        }
        return FindColon(_content) >= 0 ? ReadMapping(division, map) : ReadScalar(parent);
    }

    private MappingNode? ReadMapping(Division division = Division.None, string map = "")
    {
        if (++_depth > Deepest)
        {
            return null;
        }
        _cancellationToken.ThrowIfCancellationRequested();
        var (indentation, line) = (Indentation, _line);
        var mapping = new MappingBuilder(_diagnostics);
        var last = default(TextRange);
        do
        {
            if (IsEntry() || (division == Division.Blocks ? ReadBlockEntry(map) : ReadEntry(division)) is not { } entry || !_isClean)
            {
                return null;
            }
            mapping.Add(entry);
            last = entry.Value.Range;
        }
        while (!IsAtEnd && Indentation == indentation);
        _depth--;
        last = division == Division.Blocks ? _diagnostics.Layout.Absolute(last) : last;
        return !IsAtEnd && Indentation > indentation ? null : mapping.Build(new TextRange(line, indentation, last.EndLine, last.EndColumn, _block));
    }

    private MappingEntry? ReadEntry(Division division)
    {
        var indentation = Indentation;
        return ReadKey() is { } key && ReadValue(key, indentation, Below(division, key.Text)) is { } value ? new MappingEntry(key, value) : null;
    }

    private SequenceNode? ReadSequence()
    {
        if (++_depth > Deepest)
        {
            return null;
        }
        var (indentation, line) = (Indentation, _line);
        var items = ImmutableArray.CreateBuilder<Node>();
        do
        {
            _content++;
            SkipBlanks();
            if (_content == _end || _text[_content] == '#')
            {
                if (!MoveToContent() || IsAtEnd || Indentation <= indentation)
                {
                    return null;
                }
            }
            if (ReadNode(indentation) is not { } item)
            {
                return null;
            }
            items.Add(item);
        }
        while (!IsAtEnd && Indentation == indentation && IsEntry());
        _depth--;
        var last = items[items.Count - 1].Range;
        return !IsAtEnd && Indentation > indentation ? null : new SequenceNode(items.DrainToImmutable(), new TextRange(line, indentation, last.EndLine, last.EndColumn, _block));
    }

    /// <summary>Reads a key and goes on to what follows its colon.</summary>
    private ScalarNode? ReadKey()
    {
        var colon = FindColon(_content);
        if (colon < 0 || colon - _content > LongestKey)
        {
            return null;
        }
        var from = _content;
        var quote = _text[from];
        var to = colon;
        while (_text[to - 1] == ' ')
        {
            to--;
        }
        ScalarNode? key;
        if (quote is '"' or '\'')
        {
            key = ReadQuoted();
            if (key is null || _content != to)
            {
                return null;
            }
        }
        else
        {
            var text = _pool.Get(_text, from, to - from);
            key = text is "<<" or "?" ? null : new ScalarNode(text, CoreSchema.Resolve(text), At(from, to));
        }
        _content = colon + 1;
        return key;
    }

    private Node? ReadValue(ScalarNode key, int indentation, Division division)
    {
        var after = _content;
        var line = _line;
        SkipBlanks();
        if (_content < _end && !(_text[_content] == '#' && _content > after))
        {
            return IsEntry() ? null : ReadScalar(indentation);
        }
        var empty = At(after, after);
        if (!MoveToContent())
        {
            return null;
        }
        if (IsAtEnd || Indentation < indentation || (Indentation == indentation && !IsEntry()))
        {
            return new ScalarNode("", ScalarKind.Null, empty);
        }
        // A key of the root's that stands on its own line is no place for a lone scalar, which few write.
        return key.Range.StartLine == line && (IsEntry() || FindColon(_content) >= 0) ? ReadNode(indentation, division, key.Text) : null;
    }
}
