using System.Collections.Immutable;

namespace Arazzo.Generator.Reading;

/// <content>Plain, quoted, flow and block scalars.</content>
internal sealed partial class YamlBlockReader
{
    private Node? ReadScalar(int parent)
    {
        switch (_text[_content])
        {
            case '"' or '\'':
                return (ReadQuoted() ?? ReadFolded(parent)) is { } quoted && EndLine() ? quoted : null;
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

    /// <summary>Reads a scalar in quotes that goes over several lines, as those write them who fold long texts.</summary>
    private ScalarNode? ReadFolded(int parent)
    {
        var (line, column, quote, index) = (_line, Indentation, _text[_content], _content + 1);
        _scalar.Clear();
        while (!ReadPart(quote, ref index))
        {
            while (_scalar.Length > 0 && _scalar[_scalar.Length - 1] == ' ')
            {
                _scalar.Length--;
            }
            // What folding does at the beginning, and around escapes, is not certain.
            if (index < _end || _scalar.Length == 0 || !MoveToLineOrEnd(out var breaks) || IsAtEnd || Indentation <= parent || _text[_content] == '#')
            {
                return null;
            }
            _scalar.Append(breaks == 0 ? " " : new string('\n', breaks));
            index = _content;
        }
        _content = index + 1;
        return new ScalarNode(_pool.Get(_scalar.ToString()), ScalarKind.String, new TextRange(line, column, _line, Indentation, _block));
    }

    /// <summary>Reads what stands on this line of a scalar in quotes, whose only escapes are the quotes of one in single ones.</summary>
    /// <returns>Whether the quote that ends it was found; else the rest of the line is read, or something that is not certain.</returns>
    private bool ReadPart(char quote, ref int index)
    {
        for (; index < _end && _text[index] is not ('\t' or '\\'); index++)
        {
            if (_text[index] == quote)
            {
                if (quote == '"' || index + 1 == _end || _text[index + 1] != quote)
                {
                    return true;
                }
                index++;
            }
            _scalar.Append(_text[index]);
        }
        return false;
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
            return !IsAtEnd && _text[_content] == '#' && !MoveToContent() ? null : new ScalarNode(text, CoreSchema.Resolve(text), new TextRange(line, column, endLine, endColumn, _block));
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
        return new ScalarNode(_pool.Get(folded), CoreSchema.Resolve(folded), new TextRange(line, column, endLine, endColumn, _block));
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
        return new ScalarNode(_pool.Get(_scalar.ToString()), ScalarKind.String, new TextRange(line, column, endLine, end - endStart, _block));
    }
}
