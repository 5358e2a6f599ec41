namespace Arazzo.Generator.Reading;

/// <summary>
/// What plain scalars mean by the core schema of YAML 1.2 (section 10.3). One departure: digits with a leading zero (<c>0777</c>) are text.
/// YAML 1.2 reads them as decimal and YAML 1.1 as octal, and authors mean a code whose zero counts.
/// </summary>
internal static class CoreSchema
{
    private const string TagPrefix = "tag:yaml.org,2002:";

    public static ScalarKind Resolve(string text)
    {
        if (text.Length == 0)
        {
            return ScalarKind.Null;
        }
        return text[0] switch
        {
            '~' or 'n' or 'N' => text is "~" or "null" or "Null" or "NULL" ? ScalarKind.Null : ScalarKind.String,
            't' or 'T' or 'f' or 'F' => text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE" ? ScalarKind.Boolean : ScalarKind.String,
            '+' or '-' or '.' or (>= '0' and <= '9') => ResolveNumber(text),
            _ => ScalarKind.String,
        };
    }

    /// <summary>The kind that an explicit tag demands; null for a tag that is none of the core schema's, which leaves the value as it is.</summary>
    public static ScalarKind? FromTag(string tag) => tag switch
    {
        "!" or TagPrefix + "str" or TagPrefix + "binary" or TagPrefix + "timestamp" => ScalarKind.String,
        TagPrefix + "int" => ScalarKind.Integer,
        TagPrefix + "float" => ScalarKind.Float,
        TagPrefix + "bool" => ScalarKind.Boolean,
        TagPrefix + "null" => ScalarKind.Null,
        _ => null,
    };

    /// <summary>Can text be of a kind that a tag demands? A float may be written as an integer.</summary>
    public static bool Allows(ScalarKind kind, string text) =>
        kind == ScalarKind.String || Resolve(text) == kind || (kind == ScalarKind.Float && Resolve(text) == ScalarKind.Integer);

    private static ScalarKind ResolveNumber(string text)
    {
        if (text.Length > 2 && text[0] == '0' && text[1] is 'o' or 'x')
        {
            var hexadecimal = text[1] == 'x';
            return AllDigits(text, 2, hexadecimal) ? ScalarKind.Integer : ScalarKind.String;
        }
        var start = text[0] is '+' or '-' ? 1 : 0;
        if (text.Length == start + 4 && text[start] == '.')
        {
            var word = text.Substring(start);
            if (word is ".inf" or ".Inf" or ".INF" || (start == 0 && word is ".nan" or ".NaN" or ".NAN"))
            {
                return ScalarKind.Float;
            }
        }
        return ResolveDecimal(text, start);
    }

    // [-+]? [0-9]+ is an integer; [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )? a float.
    private static ScalarKind ResolveDecimal(string text, int start)
    {
        var index = SkipDigits(text, start);
        var whole = index - start;
        if (whole > 1 && text[start] == '0')
        {
            return ScalarKind.String;
        }
        if (index == text.Length)
        {
            return whole > 0 ? ScalarKind.Integer : ScalarKind.String;
        }
        var fraction = 0;
        if (text[index] == '.')
        {
            var end = SkipDigits(text, index + 1);
            fraction = end - index - 1;
            index = end;
        }
        if (whole + fraction == 0)
        {
            return ScalarKind.String;
        }
        if (index < text.Length && text[index] is 'e' or 'E')
        {
            index++;
            index += index < text.Length && text[index] is '+' or '-' ? 1 : 0;
            var end = SkipDigits(text, index);
            if (end == index)
            {
                return ScalarKind.String;
            }
            index = end;
        }
        return index == text.Length ? ScalarKind.Float : ScalarKind.String;
    }

    private static int SkipDigits(string text, int index)
    {
        while (index < text.Length && text[index] is >= '0' and <= '9')
        {
            index++;
        }
        return index;
    }

    private static bool AllDigits(string text, int index, bool hexadecimal)
    {
        for (; index < text.Length; index++)
        {
            var character = text[index];
            if (hexadecimal ? !Uri.IsHexDigit(character) : character is < '0' or > '7')
            {
                return false;
            }
        }
        return true;
    }
}
