using System.Text;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>
/// Regular expressions of JSONPath (I-Regexp, RFC 9485) as those of .NET, whole characters beyond U+FFFF included. <c>^</c> and <c>$</c>, which RFC 9485
/// lets stand for themselves, are anchors, as the compliance test suite of JSONPath has them. The generator and the runtime share this file.
/// </summary>
internal sealed class InteroperableRegex
{
    private const string Pair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";
    private const int DeepestNesting = 64;
    private const int LongestPattern = 4096;

    private readonly string _text;
    private readonly StringBuilder _result = new();
    private int _position;
    private int _depth;

    private InteroperableRegex(string text) => _text = text;

    /// <summary>The pattern for the whole of a text, as <c>match</c> needs it; null when it is no I-Regexp.</summary>
    public static string? Whole(string text) => Part(text) is { } pattern ? $@"\A(?:{pattern})\z" : null;

    /// <summary>The pattern for some part of a text, as <c>search</c> needs it; null when it is no I-Regexp.</summary>
    public static string? Part(string text)
    {
        var reader = new InteroperableRegex(text);
        return text.Length <= LongestPattern && reader.Alternatives() && reader._position == text.Length ? reader._result.ToString() : null;
    }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    private bool AtEnd => _position >= _text.Length;

    private bool Alternatives()
    {
        if (++_depth > DeepestNesting)
        {
            return false;
        }
        while (true)
        {
            while (!AtEnd && Current is not ('|' or ')'))
            {
                if (!Atom() || !Quantifier())
                {
                    return false;
                }
            }
            if (Current != '|')
            {
                _depth--;
                return true;
            }
            _result.Append('|');
            _position++;
        }
    }

    private bool Atom()
    {
        switch (Current)
        {
            case '(':
                _position++;
                _result.Append("(?:");
                if (!Alternatives() || Current != ')')
                {
                    return false;
                }
                _position++;
                _result.Append(')');
                return true;
            case '[':
                _position++;
                return InteroperableRegexClass.Read(_text, ref _position, _result);
            case '.':
                _position++;
                _result.Append(@"(?:[^\n\r\uD800-\uDFFF]|").Append(Pair).Append(')');
                return true;
            case '^':
                _position++;
                _result.Append(@"\A");
                return true;
            case '$':
                _position++;
                _result.Append(@"\z");
                return true;
            case '\\' when Category(_text, ref _position) is { } category:
                _result.Append(category);
                return true;
            case '*' or '+' or '?' or '{' or '}' or ']':
                return false;
            default:
                return Character(_text, ref _position) is { } character && Append(character);
        }
    }

    private bool Append(int character)
    {
        _result.Append(character > 0xFFFF ? $"(?:{Escape(character)})" : Escape(character));
        return true;
    }

    private bool Quantifier()
    {
        if (Current is '*' or '+' or '?' && !AtEnd)
        {
            _result.Append(_text[_position++]);
            return true;
        }
        if (Current != '{')
        {
            return true;
        }
        var end = _text.IndexOf('}', _position);
        if (end < 0 || !IsRange(_text.Substring(_position + 1, end - _position - 1)))
        {
            return false;
        }
        _result.Append(_text, _position, end + 1 - _position);
        _position = end + 1;
        return true;
    }

    /// <summary><c>2</c>, <c>2,</c> or <c>2,5</c>. Counts above a thousand are refused: they only cost memory.</summary>
    private static bool IsRange(string text)
    {
        var comma = text.IndexOf(',');
        var first = Count(comma < 0 ? text : text.Substring(0, comma));
        var last = comma < 0 || comma == text.Length - 1 ? first : Count(text.Substring(comma + 1));
        return first >= 0 && last >= first;
    }

    private static int Count(string text)
    {
        var count = 0;
        foreach (var digit in text)
        {
            if (digit is < '0' or > '9' || (count = (count * 10) + digit - '0') > 1000)
            {
                return -1;
            }
        }
        return text.Length == 0 ? -1 : count;
    }

    /// <summary><c>\p{Lu}</c> or <c>\P{L}</c>; null, without moving, when there is none.</summary>
    internal static string? Category(string text, ref int position)
    {
        if (position + 4 >= text.Length || text[position + 1] is not ('p' or 'P') || text[position + 2] != '{')
        {
            return null;
        }
        var end = text.IndexOf('}', position);
        if (end < 0 || !IsCategory(text.Substring(position + 3, end - position - 3)))
        {
            return null;
        }
        var category = text.Substring(position, end + 1 - position);
        position = end + 1;
        return category;
    }

    private static bool IsCategory(string name) => name.Length is 1 or 2 && name[0] switch
    {
        'L' => name.Length == 1 || name[1] is 'l' or 'm' or 'o' or 't' or 'u',
        'M' => name.Length == 1 || name[1] is 'c' or 'e' or 'n',
        'N' => name.Length == 1 || name[1] is 'd' or 'l' or 'o',
        'P' => name.Length == 1 || name[1] is 'c' or 'd' or 'e' or 'f' or 'i' or 'o' or 's',
        'Z' => name.Length == 1 || name[1] is 'l' or 'p' or 's',
        'S' => name.Length == 1 || name[1] is 'c' or 'k' or 'm' or 'o',
        'C' => name.Length == 1 || name[1] is 'c' or 'f' or 'n' or 'o',
        _ => false,
    };

    /// <summary>The code point of a character or escape; null when there is none.</summary>
    internal static int? Character(string text, ref int position)
    {
        var character = text[position];
        if (character == '\\')
        {
            if (position + 1 >= text.Length || @"()*+-.?[\]^nrt{|}$".IndexOf(text[position + 1]) < 0)
            {
                return null;
            }
            position += 2;
            return text[position - 1] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other };
        }
        if (char.IsHighSurrogate(character) && position + 1 < text.Length && char.IsLowSurrogate(text[position + 1]))
        {
            position += 2;
            return char.ConvertToUtf32(character, text[position - 1]);
        }
        if (char.IsSurrogate(character))
        {
            return null;
        }
        position++;
        return character;
    }

    /// <summary>A code point that stands for itself wherever it is put.</summary>
    internal static string Escape(int character) =>
        character <= 0xFFFF ? $@"\u{character:X4}" is var unit && character < 0x7F && char.IsLetterOrDigit((char)character) ? ((char)character).ToString() : unit
        : $@"\u{(int)char.ConvertFromUtf32(character)[0]:X4}\u{(int)char.ConvertFromUtf32(character)[1]:X4}";
}
