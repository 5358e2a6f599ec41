namespace Arazzo.Generator.Emit;

/// <summary>Writes XML documentation.</summary>
internal static class DocumentationWriter
{
    private const int LongestLine = 120;

    /// <summary>Writes an element; on one line when the text fits there. Writes nothing for an empty text.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="element">The element with its attributes: <c>summary</c>, <c>param name="x"</c>.</param>
    /// <param name="text">Text of the specification.</param>
    /// <param name="trailer">XML that follows the text, on its line when that is short.</param>
    public static void Documentation(this SourceWriter writer, string element, string? text, string? trailer = null)
    {
        var lines = CSharpText.DocumentationLines(text ?? "").ToList();
        if (trailer is not null)
        {
            if (lines.Count == 1 && lines[0].Length + trailer.Length <= LongestLine)
            {
                lines[0] += " " + trailer;
            }
            else
            {
                lines.Add(trailer);
            }
        }
        if (lines.Count == 0)
        {
            return;
        }
        var end = element.Split(' ')[0];
        if (lines.Count == 1)
        {
            writer.Line($"/// <{element}>{lines[0]}</{end}>");
            return;
        }
        writer.Line($"/// <{element}>");
        foreach (var line in lines)
        {
            writer.Line("/// " + line);
        }
        writer.Line($"/// </{end}>");
    }
}
