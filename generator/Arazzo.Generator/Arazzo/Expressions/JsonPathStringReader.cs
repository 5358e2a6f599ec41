using System.Globalization;
using System.Text;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>Reads a <c>string-literal</c> (RFC 9535, section 2.3.1.1).</summary>
internal static class JsonPathStringReader
{
    /// <summary>The text without quotes and escapes, the scanner being on the first quote. Null after a fault.</summary>
    public static string? Read(TextScanner scanner)
    {
        var start = scanner.Position;
        var quote = scanner.Current;
        var value = new StringBuilder();
        scanner.Position++;
        while (!scanner.AtEnd)
        {
            var character = scanner.Current;
            if (character == quote)
            {
                scanner.Position++;
                return value.ToString();
            }
            if (character == '\\')
            {
                if (!ReadEscape(scanner, quote, value))
                {
                    return null;
                }
            }
            else if (character < ' ')
            {
                return scanner.Fail<string>("a control character must be escaped, for example \\n or \\u0000");
            }
            else if (char.IsSurrogate(character) && !(char.IsHighSurrogate(character) && char.IsLowSurrogate(scanner.Peek(1))))
            {
                return scanner.Fail<string>("this half of a surrogate pair lacks the other");
            }
            else
            {
                var length = char.IsSurrogate(character) ? 2 : 1;
                value.Append(scanner.Text, scanner.Position, length);
                scanner.Position += length;
            }
        }
        scanner.Fail(start, "the closing quote of this text is missing");
        return null;
    }

    private static bool ReadEscape(TextScanner scanner, char quote, StringBuilder value)
    {
        var escaped = scanner.Peek(1);
        var plain = escaped switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '/' or '\\' => escaped,
            _ => escaped == quote ? quote : '\0',
        };
        if (plain != '\0')
        {
            value.Append(plain);
            scanner.Position += 2;
            return true;
        }
        if (escaped == 'u' && ReadHex(scanner, 2) is { } first)
        {
            if (!char.IsSurrogate(first))
            {
                value.Append(first);
                scanner.Position += 6;
                return true;
            }
            if (char.IsHighSurrogate(first) && scanner.Peek(6) == '\\' && scanner.Peek(7) == 'u' && ReadHex(scanner, 8) is { } second && char.IsLowSurrogate(second))
            {
                value.Append(first).Append(second);
                scanner.Position += 12;
                return true;
            }
        }
        scanner.Fail("this is no escape of JSONPath");
        return false;
    }

    private static char? ReadHex(TextScanner scanner, int distance)
    {
        for (var index = 0; index < 4; index++)
        {
            if (!Characters.IsHexDigit(scanner.Peek(distance + index)))
            {
                return null;
            }
        }
        return (char)int.Parse(scanner.Text.Substring(scanner.Position + distance, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
