using System.Collections.Immutable;
using System.Text;
using Arazzo.Generator.Diagnostics;

namespace Arazzo.Generator.Reading;

/// <summary>
/// Reads the part of YAML that large documents are written in, in a fraction of the time: block mappings and sequences of plain, quoted and block scalars. It reads
/// nothing otherwise than <see cref="YamlNodeReader"/>, and leaves to that whatever is not certain: anchors, tags, tabs, escapes, and all that is wrong.
/// </summary>
internal sealed class YamlBlockReader
{
    private const int Deepest = 100;
    private const int LongestKey = 1000;

    private readonly string _text;
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

    private YamlBlockReader(string text, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        _text = text;
        _diagnostics = diagnostics;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Reads the text. Null when it is more than this understands; then nothing is reported that counts.</summary>
    public static Node? TryRead(string text, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        var reader = new YamlBlockReader(text, diagnostics, cancellationToken);
        // A carriage return by itself ends a line, too, but nobody has written so for decades.
        for (var index = text.IndexOf('\r'); index >= 0; index = text.IndexOf('\r', index + 1))
        {
            if (index + 1 == text.Length || text[index + 1] != '\n')
            {
                return null;
            }
        }
        if (!reader.MoveToContent() || (reader.IsMarker() && !(reader.IsBare("---") && reader.MoveToContent())) || reader.IsAtEnd)
        {
            return null;
        }
        return reader.IsEntry() || reader.FindColon(reader._content) < 0 ? null : reader.ReadMapping() is { } root && reader.IsAtEnd ? root : null;
    }

    private int Indentation => _content - _start;

    private bool IsAtEnd => _content < 0;

    private TextRange At(int from, int to) => new(_line, from - _start, _line, to - _start);

    /// <summary>Moves to the next line that has more than blanks and comments. False for what is not understood; at the end there is no content.</summary>
    private bool MoveToContent()
    {
        while (MoveToLine())
        {
            if (_content < _end && _text[_content] != '#')
            {
                return _text[_content] != '\t' && (_content > _start || !IsMarker() || _depth == 0);
            }
        }
        _content = -1;
        return true;
    }

    private bool MoveToLine()
    {
        if (_next >= _text.Length)
        {
            return false;
        }
        _start = _next;
        _line++;
        var feed = _text.IndexOf('\n', _start);
        _end = feed < 0 ? _text.Length : feed;
        _next = feed < 0 ? _text.Length : feed + 1;
        if (_end > _start && feed >= 0 && _text[_end - 1] == '\r')
        {
            _end--;
        }
        _content = _start;
        while (_content < _end && _text[_content] == ' ')
        {
            _content++;
        }
        return true;
    }

    private bool IsMarker() => !IsAtEnd && _content == _start && _content < _end
        && (_text[_start] == '%' || string.CompareOrdinal(_text, _start, "---", 0, 3) == 0 || string.CompareOrdinal(_text, _start, "...", 0, 3) == 0);

    private bool IsBare(string marker) => _end - _start == marker.Length && string.CompareOrdinal(_text, _start, marker, 0, marker.Length) == 0;

    /// <summary>Whether what is left of the line begins with the dash of a sequence's item.</summary>
    private bool IsEntry() => _text[_content] == '-' && (_content + 1 == _end || _text[_content + 1] == ' ');

    private Node? ReadNode(int parent)
    {
        if (IsEntry())
        {
            return ReadSequence();
        }
        return FindColon(_content) >= 0 ? ReadMapping() : ReadScalar(parent);
    }

    private MappingNode? ReadMapping()
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
            if (IsEntry() || ReadKey() is not { } key || ReadValue(key, indentation) is not { } value)
            {
                return null;
            }
            mapping.Add(key, value);
            last = value.Range;
        }
        while (!IsAtEnd && Indentation == indentation);
        _depth--;
        return !IsAtEnd && Indentation > indentation ? null : mapping.Build(new TextRange(line, indentation, last.EndLine, last.EndColumn));
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
        return !IsAtEnd && Indentation > indentation ? null : new SequenceNode(items.DrainToImmutable(), new TextRange(line, indentation, last.EndLine, last.EndColumn));
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

    private Node? ReadValue(ScalarNode key, int indentation)
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
        return key.Range.StartLine == line && (IsEntry() || FindColon(_content) >= 0) ? ReadNode(indentation) : null;
    }

    private Node? ReadScalar(int parent)
    {
        switch (_text[_content])
        {
            case '"' or '\'':
                return ReadQuoted() is { } quoted && EndLine() ? quoted : null;
            case '|' or '>':
                return ReadBlock(parent);
            case '[' or '{':
                return ReadFlow();
            case '&' or '*' or '!' or '%' or '@' or '`' or ']' or '}' or ',' or '#' or '?' or ':':
                return null;
            default:
                return ReadPlain(parent);
        }
    }

    /// <summary>Goes on to the next line when nothing but blanks and a comment is left of this one.</summary>
    private bool EndLine()
    {
        var from = _content;
        SkipBlanks();
        return (_content == _end || (_text[_content] == '#' && _content > from)) && MoveToContent();
    }

    private void SkipBlanks()
    {
        while (_content < _end && _text[_content] == ' ')
        {
            _content++;
        }
    }

    /// <summary>Reads a scalar in quotes that stands on one line, with none but the most common escapes.</summary>
    private ScalarNode? ReadQuoted()
    {
        var (from, quote, isPlain) = (_content, _text[_content], true);
        var index = from + 1;
        for (; index < _end; index++)
        {
            var character = _text[index];
            if (character == '\t')
            {
                return null;
            }
            if (character == '\\' && quote == '"')
            {
                if (++index == _end || _text[index] is not ('"' or '\\' or 'n' or '/'))
                {
                    return null;
                }
                isPlain = false;
            }
            else if (character == quote)
            {
                if (quote == '"' || index + 1 == _end || _text[index + 1] != quote)
                {
                    break;
                }
                isPlain = false;
                index++;
            }
        }
        if (index == _end)
        {
            return null;
        }
        _content = index + 1;
        var text = isPlain ? _pool.Get(_text, from + 1, index - from - 1) : Unescape(from + 1, index, quote);
        return new ScalarNode(text, ScalarKind.String, At(from, _content));
    }

    private string Unescape(int from, int to, char quote)
    {
        _scalar.Clear();
        for (var index = from; index < to; index++)
        {
            var isEscape = _text[index] == (quote == '"' ? '\\' : quote);
            var character = _text[isEscape ? ++index : index];
            _scalar.Append(isEscape && character == 'n' ? '\n' : character);
        }
        return _pool.Get(_scalar.ToString());
    }

    /// <summary>Reads a sequence of words in brackets, or empty brackets or braces, that stand on one line.</summary>
    private Node? ReadFlow()
    {
        var (from, open) = (_content, _text[_content]);
        _content++;
        var items = ImmutableArray.CreateBuilder<Node>();
        SkipBlanks();
        if (open == '[')
        {
            while (_content < _end && _text[_content] != ']')
            {
                if (ReadWord() is not { } item)
                {
                    return null;
                }
                items.Add(item);
                SkipBlanks();
                if (_content == _end || _text[_content] is not (',' or ']'))
                {
                    return null;
                }
                if (_text[_content] == ',')
                {
                    _content++;
                    SkipBlanks();
                }
            }
        }
        if (_content == _end || _text[_content] != (open == '[' ? ']' : '}'))
        {
            return null;
        }
        var range = At(from, ++_content);
        return !EndLine() ? null : open == '[' ? new SequenceNode(items.DrainToImmutable(), range) : new MappingBuilder(_diagnostics).Build(range);
    }

    private ScalarNode? ReadWord()
    {
        if (_text[_content] is '"' or '\'')
        {
            return ReadQuoted();
        }
        var from = _content;
        while (_content < _end && (char.IsLetterOrDigit(_text[_content]) || _text[_content] is '_' or '.' or '/' or '$' || (_text[_content] == '-' && _content > from)))
        {
            _content++;
        }
        var text = _pool.Get(_text, from, _content - from);
        return text.Length == 0 ? null : new ScalarNode(text, CoreSchema.Resolve(text), At(from, _content));
    }

    private ScalarNode? ReadPlain(int parent)
    {
        var (line, column, from) = (_line, Indentation, _content);
        if (PlainEnd(from) is not (>= 0 and var to))
        {
            return null;
        }
        var (endLine, endColumn) = (_line, to - _start);
        var hasComment = to < _end && _text.IndexOf('#', to, _end - to) >= 0;
        if (!MoveToLineOrEnd(out var breaks))
        {
            return null;
        }
        if (IsAtEnd || Indentation <= parent || _text[_content] == '#')
        {
            var text = _pool.Get(_text, from, to - from);
            return !IsAtEnd && _text[_content] == '#' && !MoveToContent() ? null : new ScalarNode(text, CoreSchema.Resolve(text), new TextRange(line, column, endLine, endColumn));
        }
        if (hasComment)
        {
            return null;
        }
        _scalar.Clear().Append(_text, from, to - from);
        do
        {
            if (_text[_content] == '#' || IsEntry() || PlainEnd(_content) is not (>= 0 and var end) || end < LineEnd())
            {
                return null;
            }
            _scalar.Append(breaks == 0 ? " " : new string('\n', breaks)).Append(_text, _content, end - _content);
            (endLine, endColumn) = (_line, end - _start);
            if (!MoveToLineOrEnd(out breaks))
            {
                return null;
            }
        }
        while (!IsAtEnd && Indentation > parent);
        if (!IsAtEnd && _text[_content] == '#' && !MoveToContent())
        {
            return null;
        }
        var folded = _scalar.ToString();
        return new ScalarNode(_pool.Get(folded), CoreSchema.Resolve(folded), new TextRange(line, column, endLine, endColumn));
    }

    private int LineEnd()
    {
        var end = _end;
        while (_text[end - 1] == ' ')
        {
            end--;
        }
        return end;
    }

    /// <summary>Where a plain scalar ends in this line; negative when it is not certain that it is one.</summary>
    private int PlainEnd(int from)
    {
        for (var index = from; index < _end; index++)
        {
            switch (_text[index])
            {
                case '\t':
                case ':' when index + 1 == _end || _text[index + 1] == ' ':
                    return -1;
                case '#' when index > from && _text[index - 1] == ' ':
                    while (_text[index - 1] == ' ')
                    {
                        index--;
                    }
                    return index;
            }
        }
        return LineEnd();
    }

    /// <summary>Moves to the next line that has more than blanks, comments included.</summary>
    private bool MoveToLineOrEnd(out int blankLines)
    {
        blankLines = 0;
        while (MoveToLine())
        {
            if (_content < _end)
            {
                return _text[_content] != '\t' && !IsMarker();
            }
            blankLines++;
        }
        _content = -1;
        return true;
    }

    /// <summary>Reads a literal or folded scalar without an indicator of its indentation.</summary>
    private ScalarNode? ReadBlock(int parent)
    {
        var (line, column, isFolded) = (_line, Indentation, _text[_content] == '>');
        var isStripped = ++_content < _end && _text[_content] == '-';
        _content += isStripped ? 1 : 0;
        SkipBlanks();
        if (_content < _end || !MoveToLine() || _content == _end || Indentation <= parent || IsMarker())
        {
            return null;
        }
        var indentation = Indentation;
        var (endLine, end, endStart) = (0, 0, 0);
        _scalar.Clear();
        var blankLines = 0;
        while (true)
        {
            if (_content == _end)
            {
                if (Indentation > indentation)
                {
                    return null;
                }
                blankLines++;
            }
            else if (_text[_content] == '\t' && Indentation < indentation)
            {
                return null;
            }
            else if (Indentation < indentation)
            {
                break;
            }
            else
            {
                if (isFolded && (Indentation > indentation || _text[_content] == '\t'))
                {
                    return null;
                }
                if (_scalar.Length > 0)
                {
                    _scalar.Append(isFolded && blankLines == 0 ? " " : new string('\n', isFolded ? blankLines : blankLines + 1));
                }
                _scalar.Append(_text, _start + indentation, _end - _start - indentation);
                (endLine, end, endStart, blankLines) = (_line, _end, _start, 0);
            }
            if (!MoveToLine())
            {
                // Whether the last line ends with a break decides on the text.
                if (!isStripped && _text[_text.Length - 1] != '\n')
                {
                    return null;
                }
                _content = -1;
                break;
            }
        }
        while (end > endStart + indentation && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }
        if (end == endStart + indentation || (!IsAtEnd && (IsMarker() || (_text[_content] == '#' && !MoveToContent()))))
        {
            return null;
        }
        if (!isStripped)
        {
            _scalar.Append('\n');
        }
        return new ScalarNode(_pool.Get(_scalar.ToString()), ScalarKind.String, new TextRange(line, column, endLine, end - endStart));
    }

    /// <summary>The colon behind the key that the line's rest begins with; negative when it does not begin with one.</summary>
    private int FindColon(int from)
    {
        var index = from;
        if (_text[index] is '"' or '\'')
        {
            index = _text.IndexOf(_text[index], index + 1, _end - index - 1);
            if (index < 0)
            {
                return -1;
            }
            index++;
            while (index < _end && _text[index] == ' ')
            {
                index++;
            }
            return index < _end && _text[index] == ':' && (index + 1 == _end || _text[index + 1] == ' ') ? index : -1;
        }
        if (_text[index] is '&' or '*' or '!' or '|' or '>' or '%' or '@' or '`' or '[' or ']' or '{' or '}' or ',' or '#' or '?' or ':')
        {
            return -1;
        }
        for (; index < _end; index++)
        {
            var character = _text[index];
            if (character == ':' && (index + 1 == _end || _text[index + 1] == ' '))
            {
                return index;
            }
            if (character == '\t' || (character == '#' && _text[index - 1] == ' '))
            {
                return -1;
            }
        }
        return -1;
    }
}
