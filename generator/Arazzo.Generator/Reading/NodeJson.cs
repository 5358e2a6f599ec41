using System.Globalization;
using System.Numerics;
using System.Text;

namespace Arazzo.Generator.Reading;

/// <summary>Nodes as JSON without blanks: the same text for YAML and JSON that mean the same. Keys keep their order.</summary>
internal static class NodeJson
{
    // Longer ones are written as text: no type holds them, and to convert them takes time that grows with the square of the length.
    private const int LongestNumber = 1000;

    public static string Write(Node node)
    {
        var json = new StringBuilder();
        Write(json, node);
        return json.ToString();
    }

    /// <summary>A JSON string, in quotes.</summary>
    public static string WriteString(string text)
    {
        var json = new StringBuilder(text.Length + 2);
        WriteString(json, text);
        return json.ToString();
    }

    private static void Write(StringBuilder json, Node node)
    {
        switch (node)
        {
            case MappingNode mapping:
                var separator = '{';
                foreach (var entry in mapping.Entries)
                {
                    json.Append(separator);
                    WriteString(json, entry.Key.Text);
                    json.Append(':');
                    Write(json, entry.Value);
                    separator = ',';
                }
                json.Append(mapping.Entries.IsEmpty ? "{}" : "}");
                break;
            case SequenceNode sequence:
                json.Append('[');
                for (var index = 0; index < sequence.Items.Length; index++)
                {
                    if (index > 0)
                    {
                        json.Append(',');
                    }
                    Write(json, sequence.Items[index]);
                }
                json.Append(']');
                break;
            case ScalarNode scalar:
                WriteScalar(json, scalar);
                break;
        }
    }

    private static void WriteScalar(StringBuilder json, ScalarNode scalar)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.Null:
                json.Append("null");
                break;
            case ScalarKind.Boolean:
                json.Append(scalar.Text.ToLowerInvariant());
                break;
            case ScalarKind.Integer when scalar.Text.Length <= LongestNumber:
                json.Append(Integer(scalar.Text));
                break;
            case ScalarKind.Float when Float(scalar.Text) is { } number:
                json.Append(number);
                break;
            default:
                WriteString(json, scalar.Text);
                break;
        }
    }

    private static string Integer(string text)
    {
        if (text.Length > 2 && text[1] is 'x' or 'o')
        {
            var (radix, value) = (text[1] == 'x' ? 16 : 8, BigInteger.Zero);
            foreach (var digit in text.Substring(2))
            {
                value = (value * radix) + int.Parse(digit.ToString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            }
            return value.ToString(CultureInfo.InvariantCulture);
        }
        return text[0] == '+' ? text.Substring(1) : text;
    }

    // JSON wants a digit on both sides of the point. It has no words for infinity and not-a-number: null, and the text is written as a string.
    private static string? Float(string text)
    {
        var digits = text.TrimStart('+', '-');
        if (digits.Length > 1 && digits[0] == '.' && char.IsLetter(digits[1]))
        {
            return null;
        }
        var exponent = digits.IndexOfAny(['e', 'E']);
        var mantissa = exponent < 0 ? digits : digits.Substring(0, exponent);
        mantissa = (mantissa[0] == '.' ? "0" : "") + mantissa + (mantissa[mantissa.Length - 1] == '.' ? "0" : "");
        return (text[0] == '-' ? "-" : "") + mantissa + (exponent < 0 ? "" : digits.Substring(exponent));
    }

    private static void WriteString(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var character in text)
        {
            switch (character)
            {
                case '"' or '\\':
                    json.Append('\\').Append(character);
                    break;
                case '\n':
                    json.Append("\\n");
                    break;
                case '\r':
                    json.Append("\\r");
                    break;
                case '\t':
                    json.Append("\\t");
                    break;
                case < ' ':
                    json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    json.Append(character);
                    break;
            }
        }
        json.Append('"');
    }
}
