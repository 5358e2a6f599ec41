namespace Arazzo.Generator.Emit;

/// <summary>Writes XML documentation.</summary>
internal static class DocumentationWriter
{
    /// <summary>Writes an element; on one line when the text fits there. Writes nothing for an empty text.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="element">The element with its attributes: <c>summary</c>, <c>param name="x"</c>.</param>
    /// <param name="text">Text of the specification.</param>
    /// <param name="trailer">XML that follows the text.</param>
    public static void Documentation(this SourceWriter writer, string element, string? text, string? trailer = null)
    {
        var lines = CSharpText.DocumentationLines(text ?? "").ToList();
        if (trailer is not null)
        {
            lines.Add(trailer);
        }
        var space = element.IndexOf(' ');
        if (lines.Count == 0)
        {
            // A summary may be missing, but of parameters the compiler wants none or all.
            if (space >= 0)
            {
                writer.Line($"/// <{element}/>");
            }
            return;
        }
        var end = space >= 0 ? element.Substring(0, space) : element;
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
