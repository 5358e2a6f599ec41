namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>Finds where a runtime expression ends that stands without braces in a longer text.</summary>
internal static class ExpressionExtent
{
    /// <summary>Keeps hostile text from being searched again and again.</summary>
    private const int LongestQuotedName = 256;

    /// <summary>The roots after which a dot and a name follow.</summary>
    private static readonly HashSet<string> Roots =
        new(StringComparer.Ordinal) { "request", "response", "message", "inputs", "outputs", "steps", "workflows", "sourceDescriptions", "components" };

    /// <summary>The end of the expression whose <c>$</c> is at <paramref name="start"/>. Its first dot-less word is consumed in any case.</summary>
    /// <param name="pointerWithoutSlash">Whether <c>#name</c> belongs to it, not only <c>#/name</c>.</param>
    public static int Find(string text, int start, bool pointerWithoutSlash)
    {
        var position = SkipIdentifier(text, start + 1);
        while (position < text.Length)
        {
            var next = text[position] switch
            {
                '.' => SkipMember(text, position),
                '[' => SkipBracket(text, position),
                _ => position,
            };
            if (next == position)
            {
                break;
            }
            position = next;
        }
        if (position + 1 < text.Length && text[position] == '#' && (text[position + 1] == '/' || (pointerWithoutSlash && Characters.IsIdentifier(text[position + 1]))))
        {
            return SkipPointer(text, position + 1);
        }
        // In "$inputs.a-$inputs.b" the dash separates.
        while (position < text.Length && text[position] is '$' or '{' && text[position - 1] == '-')
        {
            position--;
        }
        return position;
    }

    /// <summary>Whether a text at <paramref name="start"/> goes on like <c>$inputs.</c>: the author can only have meant an expression.</summary>
    public static bool HasKnownRoot(string text, int start, int end)
    {
        var position = start + 1;
        while (position < end && Characters.IsLetter(text[position]))
        {
            position++;
        }
        return position < end && text[position] == '.' && Roots.Contains(text.Substring(start + 1, position - start - 1));
    }

    private static int SkipIdentifier(string text, int position)
    {
        while (position < text.Length && Characters.IsIdentifier(text[position]))
        {
            position++;
        }
        return position;
    }

    private static int SkipMember(string text, int dot)
    {
        var start = dot + 1;
        if (start < text.Length && text[start] is '$' or '@')
        {
            start++;
        }
        var end = SkipIdentifier(text, start);
        return end == start ? dot : end;
    }

    /// <summary>An index, a quoted name, or what names of inputs such as <c>filter[tag]</c> and <c>with[]</c> have.</summary>
    private static int SkipBracket(string text, int bracket)
    {
        var position = bracket + 1;
        if (position < text.Length && text[position] is '\'' or '"')
        {
            var quote = text.IndexOf(text[position], position + 1, Math.Min(LongestQuotedName, text.Length - position - 1));
            position = quote < 0 ? text.Length : quote + 1;
        }
        else
        {
            position = SkipIdentifier(text, position);
        }
        return position < text.Length && text[position] == ']' ? position + 1 : bracket;
    }

    private static int SkipPointer(string text, int position)
    {
        var start = position;
        while (position < text.Length)
        {
            var next = IsPointer(text[position]) ? position + 1 : text[position] == '[' ? SkipBracket(text, position) : position;
            if (next == position)
            {
                break;
            }
            position = next;
        }
        while (position > start && text[position - 1] is '.' or ':')
        {
            position--;
        }
        return position;
    }

    private static bool IsPointer(char character) => Characters.IsIdentifier(character) || character is '/' or '~' or '.' or '%' or '@' or ':' or '+' or '*';
}
