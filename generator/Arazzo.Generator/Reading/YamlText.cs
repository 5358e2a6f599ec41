using System.Text;
using Arazzo.Generator.Diagnostics;

namespace Arazzo.Generator.Reading;

/// <summary>A text made fit for YamlDotNet without moving anything that it holds.</summary>
internal sealed class YamlText
{
    // Line breaks in YAML 1.1 (and in YamlDotNet), ordinary characters in YAML 1.2 (section 5.4). Unicode's noncharacters stand in for them.
    private const string Separators = "\u0085\u2028\u2029";
    private const string StandIns = "\uFDD0\uFDD1\uFDD2";

    private readonly bool _hasSeparators;

    private YamlText(string text, bool hasSeparators)
    {
        Text = text;
        _hasSeparators = hasSeparators;
    }

    public string Text { get; }

    /// <exception cref="UnreadableTextException">The text holds a control character (section 5.1).</exception>
    public static YamlText Prepare(string text)
    {
        var hasSeparators = false;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character < ' ' && character is not ('\t' or '\n' or '\r'))
            {
                var range = new YamlText(text, false).RangeOfCharacter(index);
                throw new UnreadableTextException(DiagnosticDescriptors.InvalidYaml, range, $"the control character U+{(int)character:X4} is not allowed; write it as an escape in double quotes");
            }
            if (IsLoneSurrogate(text, index))
            {
                throw new UnreadableTextException(DiagnosticDescriptors.InvalidYaml, new YamlText(text, false).RangeOfCharacter(index), "half of a surrogate pair is no character");
            }
            hasSeparators |= character is '\u0085' or '\u2028' or '\u2029';
        }
        return new YamlText(hasSeparators ? Replace(text, Separators, StandIns) : text, hasSeparators);
    }

    /// <summary>Whether half of a surrogate pair stands alone at <paramref name="index"/>: such text cannot be written in any encoding.</summary>
    public static bool IsLoneSurrogate(string text, int index) =>
        char.IsSurrogate(text[index])
        && !(char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        && !(char.IsLowSurrogate(text[index]) && index > 0 && char.IsHighSurrogate(text[index - 1]));

    /// <summary>A scalar as it stands in the file.</summary>
    public string Restore(string scalar) => _hasSeparators ? Replace(scalar, StandIns, Separators) : scalar;

    /// <summary>
    /// The same text with nothing in lines that hold only blanks, or null when there is no such line. YamlDotNet refuses a block scalar that begins with a line
    /// of more blanks than the text is indented by, and blank lines that hold tabs.
    /// </summary>
    public YamlText? WithEmptiedLines()
    {
        var emptied = new StringBuilder(Text.Length);
        var lineStart = 0;
        while (lineStart < Text.Length)
        {
            var end = lineStart;
            while (end < Text.Length && Text[end] is ' ' or '\t')
            {
                end++;
            }
            var isBlank = end == Text.Length || Text[end] is '\r' or '\n';
            var next = EndOfLine(end);
            emptied.Append(Text, isBlank ? end : lineStart, next - (isBlank ? end : lineStart));
            lineStart = next;
        }
        return emptied.Length == Text.Length ? null : new YamlText(emptied.ToString(), _hasSeparators);
    }

    /// <summary>A place in the text for a place that YamlDotNet names, which may lie behind the end of a line or of the text.</summary>
    public TextRange RangeAt(int line, int column)
    {
        var lineStart = 0;
        for (var current = 0; current < line; current++)
        {
            var next = EndOfLine(lineStart);
            if (next >= Text.Length)
            {
                return RangeOfCharacter(Math.Max(0, Text.TrimEnd().Length - 1));
            }
            lineStart = next;
        }
        var length = LineLength(lineStart);
        var start = Math.Min(column, Math.Max(0, length - 1));
        return new TextRange(line, start, line, Math.Min(start + 1, length));
    }

    /// <summary>The first tab in the indentation of a line from <paramref name="line"/> on, or null.</summary>
    public TextRange? FindIndentingTab(int line)
    {
        var lineStart = 0;
        for (var current = 0; lineStart < Text.Length; current++, lineStart = EndOfLine(lineStart))
        {
            var index = lineStart;
            while (current >= line && index < Text.Length && Text[index] is ' ' or '\t')
            {
                if (Text[index] == '\t')
                {
                    return new TextRange(current, index - lineStart, current, index - lineStart + 1);
                }
                index++;
            }
        }
        return null;
    }

    private TextRange RangeOfCharacter(int offset)
    {
        var (line, lineStart) = (0, 0);
        for (var next = EndOfLine(0); next <= offset; next = EndOfLine(next))
        {
            (line, lineStart) = (line + 1, next);
            if (next == Text.Length)
            {
                break;
            }
        }
        return new TextRange(line, offset - lineStart, line, offset - lineStart + 1);
    }

    // The beginning of the next line, or the text's length.
    private int EndOfLine(int index)
    {
        var end = Text.IndexOfAny(['\r', '\n'], index);
        return end < 0 ? Text.Length : Text[end] == '\r' && end + 1 < Text.Length && Text[end + 1] == '\n' ? end + 2 : end + 1;
    }

    private int LineLength(int lineStart)
    {
        var end = Text.IndexOfAny(['\r', '\n'], lineStart);
        return (end < 0 ? Text.Length : end) - lineStart;
    }

    private static string Replace(string text, string from, string to)
    {
        for (var index = 0; index < from.Length; index++)
        {
            text = text.Replace(from[index], to[index]);
        }
        return text;
    }
}
