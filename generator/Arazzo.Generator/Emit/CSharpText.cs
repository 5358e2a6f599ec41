using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Arazzo.Generator.Emit;

/// <summary>Text of specifications as C#. Whatever the text, it stays inside the literal or comment that it is put into.</summary>
internal static class CSharpText
{
    /// <summary>A string literal with its quotes.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A UTF-8 literal; lone surrogates, which have no UTF-8, become U+FFFD.</summary>
    public static string Utf8Literal(string text) => Literal(WithoutLoneSurrogates(text)) + "u8";

    /// <summary>Text for between the quotes of an interpolated string.</summary>
    public static string Interpolated(string text)
    {
        var literal = Literal(text);
        return literal.Substring(1, literal.Length - 2).Replace("{", "{{").Replace("}", "}}");
    }

    /// <summary>Text for a <c>//</c> comment of one line.</summary>
    public static string Comment(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            result.Append(IsLineBreak(character) || char.IsControl(character) ? ' ' : character);
        }
        return result.ToString();
    }

    /// <summary>Text for inside an XML documentation element, line by line; code in backticks becomes <c>&lt;c&gt;</c>.</summary>
    public static IEnumerable<string> DocumentationLines(string text)
    {
        var lines = SplitLines(text);
        var paragraph = false;
        var pending = false;
        foreach (var line in lines)
        {
            var trimmed = line.Trim();
            if (trimmed.Length == 0)
            {
                pending = paragraph;
                continue;
            }
            if (pending)
            {
                yield return "<para/>";
                pending = false;
            }
            paragraph = true;
            yield return Code(Escape(trimmed));
        }
    }

    /// <summary>Text for an attribute value or element of XML documentation.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            switch (character)
            {
                case '<':
                    result.Append("&lt;");
                    break;
                case '>':
                    result.Append("&gt;");
                    break;
                case '&':
                    result.Append("&amp;");
                    break;
                case '"':
                    result.Append("&quot;");
                    break;
                default:
                    if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                    {
                        result.Append(character).Append(text[++index]);
                    }
                    else
                    {
                        result.Append(IsXmlCharacter(character) && !IsLineBreak(character) ? character : ' ');
                    }
                    break;
            }
        }
        return result.ToString();
    }

    /// <summary>An integer literal.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Code(string escaped)
    {
        var parts = escaped.Split('`');
        if (parts.Length < 3 || parts.Length % 2 == 0)
        {
            return escaped;
        }
        var result = new StringBuilder(escaped.Length + 16);
        for (var index = 0; index < parts.Length; index++)
        {
            if (index % 2 == 0)
            {
                result.Append(parts[index]);
            }
            else
            {
                result.Append("<c>").Append(parts[index]).Append("</c>");
            }
        }
        return result.ToString();
    }

    private static IEnumerable<string> SplitLines(string text)
    {
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (IsLineBreak(text[index]))
            {
                yield return text.Substring(start, index - start);
                start = index + 1;
            }
        }
        yield return text.Substring(start);
    }

    private static string WithoutLoneSurrogates(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogate(text[index]))
            {
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            }
        }
        return text;
    }

    // C# ends a line, and so a comment, at each of these (C# specification §6.3.3).
    private static bool IsLineBreak(char character) => character is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsXmlCharacter(char character) =>
        character == '\t' || (character >= ' ' && character is not ('\uFFFE' or '\uFFFF') && !char.IsSurrogate(character));
}
