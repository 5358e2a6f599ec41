using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Arazzo.Generator.Reading;

/// <summary>Where a scalar itself stands: without the anchor and tag that its event begins with, and without the empty lines behind it.</summary>
internal static class YamlScalarRange
{
    public static TextRange Of(Scalar scalar, string text)
    {
        var (line, column) = ((int)scalar.Start.Line - 1, (int)scalar.Start.Column - 1);
        var end = (int)Math.Min(scalar.End.Index, text.Length);
        var (endLine, endColumn) = ((int)scalar.End.Line - 1, (int)scalar.End.Column - 1);
        if (scalar.Anchor.IsEmpty && scalar.Tag.IsEmpty && scalar.Style is not (ScalarStyle.Literal or ScalarStyle.Folded))
        {
            return new TextRange(line, column, endLine, endColumn);
        }

        var start = (int)Math.Min(scalar.Start.Index, end);
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
        var index = start;
        while (!(scalar.Anchor.IsEmpty && scalar.Tag.IsEmpty) && index < end && text[index] is '&' or '!')
        {
            index = SkipProperty(text, index, end);
        }
        var (startLine, startColumn) = Move(text, start, index, line, column);
        (endLine, endColumn) = Move(text, index, end, startLine, startColumn);
        return new TextRange(startLine, startColumn, endLine, endColumn);
    }

    // An anchor or tag, and the blanks behind it unless nothing follows.
    private static int SkipProperty(string text, int index, int end)
    {
        while (index < end && !char.IsWhiteSpace(text[index]))
        {
            index++;
        }
        while (index < end && (char.IsWhiteSpace(text[index]) || text[index] == '#'))
        {
            index = text[index] == '#' && text.IndexOf('\n', index, end - index) is var comment and >= 0 ? comment : text[index] == '#' ? end : index + 1;
        }
        return index;
    }

    private static (int Line, int Column) Move(string text, int from, int to, int line, int column)
    {
        for (; from < to; from++)
        {
            var isBreak = text[from] == '\n' || (text[from] == '\r' && (from + 1 == text.Length || text[from + 1] != '\n'));
            (line, column) = isBreak ? (line + 1, 0) : (line, column + 1);
        }
        return (line, column);
    }
}
