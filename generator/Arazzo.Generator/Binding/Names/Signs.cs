using System.Globalization;
using System.Text;

namespace Arazzo.Generator.Binding.Names;

/// <summary>Words for signs: those that mean something where they stand, or all of them when a name must tell two texts apart.</summary>
internal static class Signs
{
    private const int MostSigns = 16;
    private static readonly string[] Comparisons = ["<=", ">=", "!=", "<>", "==", "<", ">", "=", "!"];

    /// <summary>
    /// The text with words for the signs that carry meaning: all of a text that has nothing else; <c>+</c> and <c>-</c> before the text or behind it, comparisons
    /// there, <c>%</c> behind it, and the sign of an offset from GMT or UTC. Elsewhere signs separate words: <c>application/problem+json</c>.
    /// </summary>
    public static string Spell(string text)
    {
        var start = 0;
        while (start < text.Length && !CSharpName.IsWordCharacter(text[start]))
        {
            start++;
        }
        if (start == text.Length)
        {
            return SpellAll(text);
        }
        var end = text.Length;
        while (!CSharpName.IsWordCharacter(text[end - 1]))
        {
            end--;
        }
        var result = new StringBuilder(Before(text.Substring(0, start)), text.Length + 16);
        for (var index = start; index < end; index++)
        {
            if (text[index] is '+' or '-' && char.IsDigit(text[index + 1]) && (text[index] == '+' || IsOffset(text, index)))
            {
                result.Append(' ').Append(Word(text[index])).Append(' ');
            }
            else
            {
                result.Append(text[index]);
            }
        }
        return result.Append(Behind(text.Substring(end), text.IndexOf('<', start, end - start) < 0)).ToString();
    }

    /// <summary>The text with a word for each sign.</summary>
    public static string SpellAll(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        var signs = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (CSharpName.IsWordCharacter(text[index]))
            {
                result.Append(text[index]);
                continue;
            }
            if (++signs > MostSigns)
            {
                result.Append(' ');
                continue;
            }
            var comparison = Array.Find(Comparisons, sign => string.CompareOrdinal(text, index, sign, 0, sign.Length) == 0);
            result.Append(' ');
            if (comparison is not null)
            {
                result.Append(Comparison(comparison));
                index += comparison.Length - 1;
            }
            else if (text[index] == '-' && result.Length > 1 && index + 1 < text.Length && CSharpName.IsWordCharacter(text[index + 1]) && !char.IsDigit(text[index + 1]))
            {
                result.Append("Dash");
            }
            else if (char.IsSurrogatePair(text, index))
            {
                result.Append('U').Append(char.ConvertToUtf32(text, index++).ToString("X", CultureInfo.InvariantCulture));
            }
            else
            {
                result.Append(Word(text[index]));
            }
            result.Append(' ');
        }
        return result.ToString();
    }

    private static string Before(string signs) => signs switch
    {
        "+" or "-" => Word(signs[0]) + " ",
        _ => Array.IndexOf(Comparisons, signs) >= 0 ? Comparison(signs) + " " : signs,
    };

    private static string Behind(string signs, bool isComparison) => signs switch
    {
        "+" or "++" or "-" or "%" or "*" => SpellAll(signs),
        "#" => " Sharp",
        _ => isComparison && signs.TrimStart(' ') is { Length: > 0 } sign && Array.IndexOf(Comparisons, sign) >= 0 ? " " + Comparison(sign) : signs,
    };

    private static bool IsOffset(string text, int index) => index >= 3
        && (string.Compare(text, index - 3, "GMT", 0, 3, StringComparison.OrdinalIgnoreCase) == 0 || string.Compare(text, index - 3, "UTC", 0, 3, StringComparison.OrdinalIgnoreCase) == 0);

    private static string Comparison(string sign) => sign switch
    {
        "<" => "LessThan",
        "<=" => "LessThanOrEqual",
        ">" => "GreaterThan",
        ">=" => "GreaterThanOrEqual",
        "!=" or "<>" => "NotEqual",
        "!" => "Not",
        _ => "Equal",
    };

    private static string Word(char sign) => sign switch
    {
        '+' => "Plus",
        '-' => "Minus",
        '*' => "Asterisk",
        '/' => "Slash",
        '&' => "And",
        '|' => "Or",
        '.' => "Dot",
        ',' => "Comma",
        '_' => "Underscore",
        ' ' => "Space",
        '@' => "At",
        '#' => "Hash",
        '$' => "Dollar",
        '%' => "Percent",
        '?' => "Question",
        ':' => "Colon",
        ';' => "Semicolon",
        '~' => "Tilde",
        '^' => "Caret",
        '(' => "LeftParenthesis",
        ')' => "RightParenthesis",
        '[' => "LeftBracket",
        ']' => "RightBracket",
        '{' => "LeftBrace",
        '}' => "RightBrace",
        '"' => "Quote",
        '\'' => "Apostrophe",
        '`' => "Backtick",
        '\\' => "Backslash",
        _ => "U" + ((int)sign).ToString("X4", CultureInfo.InvariantCulture),
    };
}
