using Arazzo.Generator.Diagnostics;

namespace Arazzo.Generator.Reading;

/// <summary>Text to nodes.</summary>
internal static class NodeReader
{
    /// <summary>
    /// Reads JSON when the text begins as JSON and is JSON, or when the file is called so; YAML otherwise.
    /// Null when nothing can be made of the text; what is wrong is in <paramref name="diagnostics"/>. Throws only for cancellation.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="previous">How the last version of the text was divided and read, if it is known: what has not changed is taken over.</param>
    /// <param name="diagnostics">Takes what is wrong, and how the text is divided.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static Node? Read(string path, string text, TextLayout? previous, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        try
        {
            return ReadText(path, WithoutByteOrderMark(text), previous, diagnostics, cancellationToken);
        }
        catch (UnreadableTextException exception)
        {
            diagnostics.Report(exception.Descriptor, exception.Range, exception.Arguments);
            return null;
        }
    }

    private static Node ReadText(string path, string text, TextLayout? previous, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        if (text.Length > ReadingLimits.Characters)
        {
            throw new UnreadableTextException(DiagnosticDescriptors.FileTooLarge, default, Invariant(text.Length), Invariant(ReadingLimits.Characters));
        }
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new UnreadableTextException(DiagnosticDescriptors.EmptyFile, default);
        }
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return JsonNodeReader.Read(text, diagnostics, cancellationToken);
        }
        if (text.TrimStart()[0] is '{' or '[')
        {
            // Nearly all YAML that begins so is JSON, which is read faster. What is not JSON is a flow mapping of YAML, or wrong as that.
            var attempt = new DiagnosticBag(path);
            try
            {
                var node = JsonNodeReader.Read(text, attempt, cancellationToken);
                diagnostics.Add(attempt);
                return node;
            }
            catch (UnreadableTextException exception) when (exception.Descriptor == DiagnosticDescriptors.InvalidJson)
            {
            }
        }
        return YamlNodeReader.Read(text, previous, diagnostics, cancellationToken);
    }

    private static string WithoutByteOrderMark(string text) => text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text;

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
