using System.Text;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>What a document says of a step, as a message can have it: one line, and not a long one.</summary>
internal static class StepDescription
{
    private const int Longest = 200;

    /// <summary>The text without line breaks and control characters, cut behind a word; null when nothing is left.</summary>
    public static string? Of(string? text)
    {
        var line = new StringBuilder();
        foreach (var character in text ?? "")
        {
            var isBlank = char.IsWhiteSpace(character) || char.IsControl(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format;
            if (!isBlank || (line.Length > 0 && line[line.Length - 1] != ' '))
            {
                line.Append(isBlank ? ' ' : character);
            }
            if (line.Length > Longest)
            {
                var end = line.ToString().LastIndexOf(' ');
                end = end > 0 ? end : char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest;
                return line.ToString(0, end) + " ...";
            }
        }
        return line.ToString().TrimEnd() is { Length: > 0 } whole ? whole : null;
    }
}
