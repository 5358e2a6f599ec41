using Arazzo.Generator.Model;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>Takes dotted and indexed navigation apart: <c>a.b[0]['c d']</c>, with or without a dot at the beginning.</summary>
internal static class NavigationParser
{
    /// <summary>The segments; null when the text is no navigation.</summary>
    public static EquatableArray<NavigationSegment>? Parse(string text)
    {
        var segments = new List<NavigationSegment>();
        var position = 0;
        while (position < text.Length)
        {
            var segment = text[position] == '[' ? ParseBracket(text, ref position) : ParseMember(text, ref position);
            if (segment is null)
            {
                return null;
            }
            segments.Add(segment);
        }
        return segments.ToEquatableArray();
    }

    private static MemberSegment? ParseMember(string text, ref int position)
    {
        var offset = position;
        if (text[position] == '.')
        {
            position++;
        }
        else if (position > 0)
        {
            return null;
        }
        var start = position;
        while (position < text.Length && (Characters.IsIdentifier(text[position]) || text[position] is '$' or '@' or ':'))
        {
            position++;
        }
        return position == start ? null : new MemberSegment(offset, text.Substring(start, position - start));
    }

    private static NavigationSegment? ParseBracket(string text, ref int position)
    {
        var offset = position++;
        var start = position;
        if (start < text.Length && text[start] is '\'' or '"')
        {
            var end = text.IndexOf(text[start], start + 1);
            if (end < 0 || end + 1 == text.Length || text[end + 1] != ']')
            {
                return null;
            }
            position = end + 2;
            return new MemberSegment(offset, text.Substring(start + 1, end - start - 1));
        }
        while (position < text.Length && Characters.IsDigit(text[position]))
        {
            position++;
        }
        if (position == start || position - start > 9 || position == text.Length || text[position] != ']')
        {
            return null;
        }
        var index = int.Parse(text.Substring(start, position - start), System.Globalization.CultureInfo.InvariantCulture);
        position++;
        return new ElementSegment(offset, index);
    }
}
