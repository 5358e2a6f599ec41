namespace Arazzo.Generator.Reading;

/// <content>From line to line, and where on a line things are.</content>
internal sealed partial class YamlBlockReader
{
    private int Indentation => _content - _start;

    private bool IsAtEnd => _content < 0;

    private TextRange At(int from, int to) => new(_line, from - _start, _line, to - _start, _block);

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
        _isClean &= IsClean(_start, _end);
        _content = _start;
        while (_content < _end && _text[_content] == ' ')
        {
            _content++;
        }
        return true;
    }

    /// <summary>Whether a line has only what YAML has (section 5.1), and nothing that YamlDotNet takes for a line break.</summary>
    private bool IsClean(int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            var character = _text[index];
            if (character is >= ' ' and <= '~' or '\t')
            {
                continue;
            }
            if (character is < ' ' or '\u0085' or '\u2028' or '\u2029' || YamlText.IsLoneSurrogate(_text, index))
            {
                return false;
            }
        }
        return true;
    }

    private bool IsMarker() => !IsAtEnd && _content == _start && _content < _end
        && (_text[_start] == '%' || string.CompareOrdinal(_text, _start, "---", 0, 3) == 0 || string.CompareOrdinal(_text, _start, "...", 0, 3) == 0);

    private bool IsBare(string marker) => _end - _start == marker.Length && string.CompareOrdinal(_text, _start, marker, 0, marker.Length) == 0;

    /// <summary>Whether what is left of the line begins with the dash of a sequence's item.</summary>
    private bool IsEntry() => _text[_content] == '-' && (_content + 1 == _end || _text[_content + 1] == ' ');

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

    private int LineEnd()
    {
        var end = _end;
        while (_text[end - 1] == ' ')
        {
            end--;
        }
        return end;
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
