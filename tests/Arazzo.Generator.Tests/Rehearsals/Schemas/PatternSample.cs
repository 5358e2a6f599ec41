using System.Globalization;
using System.Text;

namespace Arazzo.Generator.Tests.Rehearsals.Schemas;

/// <summary>A text that a regular expression matches: the first alternative, the fewest repetitions, the first character of each class.</summary>
internal sealed class PatternSample
{
    private readonly string _pattern;
    private int _position;

    private PatternSample(string pattern) => _pattern = pattern;

    /// <summary>Null when the pattern has something that is not known here.</summary>
    public static string? Make(string pattern)
    {
        try
        {
            var sample = new PatternSample(pattern).Alternatives();
            return Patterns.Matches(pattern, sample) ? sample : null;
        }
        catch (Exception exception) when (exception is FormatException or IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private string Alternatives()
    {
        var first = Sequence();
        while (_position < _pattern.Length && _pattern[_position] == '|')
        {
            _position++;
            Sequence();
        }
        return first;
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (_position < _pattern.Length && _pattern[_position] is not ('|' or ')'))
        {
            var atom = Atom();
            for (var count = Repetitions(); count > 0; count--)
            {
                text.Append(atom);
            }
        }
        return text.ToString();
    }

    private string Atom()
    {
        switch (_pattern[_position++])
        {
            case '^' or '$':
                return "";
            case '.':
                return "a";
            case '(':
                return Group();
            case '[':
                return Class();
            case '\\':
                return Escape();
            case var character:
                return character.ToString();
        }
    }

    private string Group()
    {
        var isAssertion = false;
        if (_pattern[_position] == '?')
        {
            isAssertion = _pattern[_position + 1] is '!' or '=' || _pattern.AsSpan(_position).StartsWith("?<!") || _pattern.AsSpan(_position).StartsWith("?<=");
            var named = _pattern[_position + 1] == '<' && !isAssertion;
            _position = named ? _pattern.IndexOf('>', _position) + 1 : _position + (_pattern[_position + 1] == '<' ? 3 : 2);
        }
        var text = Alternatives();
        _position++;
        return isAssertion ? "" : text;
    }

    private string Class()
    {
        var isNegated = _pattern[_position] == '^';
        var start = _position += isNegated ? 1 : 0;
        string? first = null;
        while (_pattern[_position] != ']' || _position == start)
        {
            var item = _pattern[_position++] == '\\' ? Escape() : _pattern[_position - 1].ToString();
            first ??= item;
        }
        var members = _pattern[start.._position];
        _position++;
        return isNegated ? "aA0_ -".First(character => !Patterns.Matches($"[{members}]", character.ToString())).ToString() : first!;
    }

    private string Escape() => _pattern[_position++] switch
    {
        'd' => "1",
        'w' or 'D' or 'S' => "a",
        's' => " ",
        'W' => "-",
        'b' or 'B' or 'A' or 'Z' or 'z' => "",
        'n' => "\n",
        't' => "\t",
        'u' => ((char)int.Parse(_pattern.AsSpan((_position += 4) - 4, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
        'p' or 'P' => Skip('}', "a"),
        var character => character.ToString(),
    };

    private string Skip(char end, string text)
    {
        _position = _pattern.IndexOf(end, _position) + 1;
        return text;
    }

    private int Repetitions()
    {
        if (_position == _pattern.Length)
        {
            return 1;
        }
        var count = 1;
        switch (_pattern[_position])
        {
            case '?' or '*' or '+':
                count = _pattern[_position++] == '+' ? 1 : 0;
                break;
            case '{' when char.IsAsciiDigit(_pattern[_position + 1]):
                var end = _pattern.IndexOf('}', _position);
                count = int.Parse(_pattern[(_position + 1)..end].Split(',')[0], CultureInfo.InvariantCulture);
                _position = end + 1;
                break;
        }
        if (_position < _pattern.Length && _pattern[_position] is '?' or '+')
        {
            _position++;
        }
        return count;
    }
}
