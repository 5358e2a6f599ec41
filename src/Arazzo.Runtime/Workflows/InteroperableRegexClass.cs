using System.Text;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Character classes of I-Regexp (RFC 9485, <c>charClassExpr</c>). Those of .NET know only UTF-16 units, so what lies beyond U+FFFF stands beside the class, as pairs.</summary>
internal static class InteroperableRegexClass
{
    private const int FirstPair = 0x10000;
    private const int LastPair = 0x10FFFF;

    /// <summary>Reads what follows the <c>[</c>; false when it is no class.</summary>
    public static bool Read(string text, ref int position, StringBuilder result)
    {
        var isNegated = position < text.Length && text[position] == '^';
        position += isNegated ? 1 : 0;
        var units = new StringBuilder();
        var pairs = new List<(int First, int Last)>();
        var isFirst = true;
        while (position < text.Length && text[position] != ']')
        {
            if (!Item(text, ref position, isFirst, units, pairs))
            {
                return false;
            }
            isFirst = false;
        }
        if (isFirst || position >= text.Length)
        {
            return false;
        }
        position++;
        Write(result, isNegated, units.ToString(), isNegated ? Complement(pairs) : pairs);
        return true;
    }

    private static bool Item(string text, ref int position, bool isFirst, StringBuilder units, List<(int First, int Last)> pairs)
    {
        if (text[position] == '-')
        {
            // A hyphen stands for itself at the beginning and at the end.
            position++;
            units.Append(@"\u002D");
            return isFirst || (position < text.Length && text[position] == ']');
        }
        if (text[position] == '\\' && InteroperableRegex.Category(text, ref position) is { } category)
        {
            units.Append(category);
            return true;
        }
        if (text[position] == '[' || InteroperableRegex.Character(text, ref position) is not { } first)
        {
            return false;
        }
        var last = first;
        if (position + 1 < text.Length && text[position] == '-' && text[position + 1] != ']')
        {
            position++;
            if (text[position] is '[' or '-' || InteroperableRegex.Character(text, ref position) is not { } end || end < first)
            {
                return false;
            }
            last = end;
        }
        if (first < FirstPair)
        {
            units.Append(InteroperableRegex.Escape(first)).Append('-').Append(InteroperableRegex.Escape(Math.Min(last, FirstPair - 1)));
        }
        if (last >= FirstPair)
        {
            pairs.Add((Math.Max(first, FirstPair), last));
        }
        return true;
    }

    private static void Write(StringBuilder result, bool isNegated, string units, List<(int First, int Last)> pairs)
    {
        var alternatives = new List<string>();
        if (isNegated)
        {
            alternatives.Add($@"[^{units}\uD800-\uDFFF]");
        }
        else if (units.Length > 0)
        {
            alternatives.Add($"[{units}]");
        }
        foreach (var (first, last) in pairs)
        {
            alternatives.AddRange(Pairs(first, last));
        }
        result.Append("(?:").Append(string.Join("|", alternatives)).Append(')');
    }

    /// <summary>A range of code points as pairs of surrogates: what shares the first one of its ends, and all between.</summary>
    private static IEnumerable<string> Pairs(int first, int last)
    {
        while (first <= last)
        {
            var block = first & ~0x3FF;
            var end = Math.Min(last, block + 0x3FF);
            var isWhole = first == block && end == block + 0x3FF;
            if (isWhole)
            {
                // As many whole blocks as there are.
                end = ((last + 1) & ~0x3FF) - 1;
            }
            yield return $"[{Unit(first, 0)}-{Unit(end, 0)}][{Unit(first, 1)}-{Unit(end, 1)}]";
            first = end + 1;
        }
    }

    private static string Unit(int character, int index) => $@"\u{(int)char.ConvertFromUtf32(character)[index]:X4}";

    private static List<(int First, int Last)> Complement(List<(int First, int Last)> pairs)
    {
        var result = new List<(int First, int Last)>();
        var next = FirstPair;
        foreach (var (first, last) in pairs.OrderBy(static pair => pair.First))
        {
            if (first > next)
            {
                result.Add((next, first - 1));
            }
            next = Math.Max(next, last + 1);
        }
        if (next <= LastPair)
        {
            result.Add((next, LastPair));
        }
        return result;
    }
}
