using System.ComponentModel;
using System.Globalization;
using System.Xml;
using System.Xml.XPath;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>
/// XPath 1.0 over XML: without DTDs, without anything from elsewhere, and only up to a size. Prefixes mean what the root element of the XML says. What cannot
/// be read selects nothing.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WorkflowXml
{
    private const int LongestDocument = 10_000_000;

    /// <summary>Whether an expression holds: its effective boolean value.</summary>
    /// <param name="xml">The XML.</param>
    /// <param name="path">The expression.</param>
    /// <returns>True for true, a number but 0, a text that is not empty, and nodes.</returns>
    public static bool Holds(ReadOnlyMemory<byte> xml, string path) => ToBoolean(Evaluate(Load(xml), path));

    /// <inheritdoc cref="Holds(ReadOnlyMemory{byte}, string)"/>
    public static bool Holds(string? xml, string path) => ToBoolean(Evaluate(Load(xml), path));

    /// <summary>The text of what an expression selects.</summary>
    /// <param name="xml">The XML.</param>
    /// <param name="path">The expression.</param>
    /// <returns>The text of the first node, or of the value; null when nothing is selected.</returns>
    public static string? Text(ReadOnlyMemory<byte> xml, string path) => ToText(Evaluate(Load(xml), path));

    /// <inheritdoc cref="Text(ReadOnlyMemory{byte}, string)"/>
    public static string? Text(string? xml, string path) => ToText(Evaluate(Load(xml), path));

    /// <summary>The number that an expression yields.</summary>
    /// <param name="xml">The XML.</param>
    /// <param name="path">The expression.</param>
    /// <returns>The number; null when there is none.</returns>
    public static double? Number(ReadOnlyMemory<byte> xml, string path) => ToNumber(Evaluate(Load(xml), path));

    /// <inheritdoc cref="Number(ReadOnlyMemory{byte}, string)"/>
    public static double? Number(string? xml, string path) => ToNumber(Evaluate(Load(xml), path));

    /// <summary>The XML with another text at each node that an expression selects.</summary>
    /// <param name="xml">The XML.</param>
    /// <param name="value">The text; null for none.</param>
    /// <param name="target">The expression as the document writes it.</param>
    /// <param name="path">The expression.</param>
    /// <returns>The new XML.</returns>
    /// <exception cref="FormatException">It is no XML, or nothing is selected.</exception>
    public static string With(string? xml, string? value, string target, string path)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        try
        {
            using var reader = Reader(new StringReader(xml ?? ""));
            document.Load(reader);
        }
        catch (XmlException exception)
        {
            throw new WorkflowConversionException("The payload is no XML.", exception);
        }
        if (Evaluate(document.CreateNavigator(), path) is not XPathNodeIterator nodes || nodes.Count == 0)
        {
            throw new WorkflowConversionException($"The replacement's target '{target}' is not in the payload.", null);
        }
        foreach (var node in nodes.Cast<XPathNavigator>().Select(static node => node.Clone()).ToList())
        {
            node.SetValue(value ?? "");
        }
        return document.OuterXml;
    }

    /// <summary>A text as an expression that yields it: XPath 1.0 has no escapes, but two kinds of quotes.</summary>
    /// <param name="text">The text; null is the empty one.</param>
    /// <returns>The expression.</returns>
    public static string Quoted(string? text) => text switch
    {
        null => "''",
        _ when !text.Contains('\'') => $"'{text}'",
        _ when !text.Contains('"') => $"\"{text}\"",
        _ => $"concat('{text.Replace("'", "',\"'\",'", StringComparison.Ordinal)}')",
    };

    /// <summary>A value outside of the quotes of an expression.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text when it is a name or a number; else what no expression can have, for it could change what the expression means.</returns>
    public static string Unquoted(string? text) =>
        text is { Length: > 0 } && text.All(static character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.') ? text : "<neither a name nor a number>";

    private static XPathNavigator? Load(ReadOnlyMemory<byte> xml)
    {
        using var stream = new MemoryStream(xml.ToArray(), writable: false);
        return Load(XmlReader.Create(stream, Settings()));
    }

    private static XPathNavigator? Load(string? xml)
    {
        using var text = new StringReader(xml ?? "");
        return Load(Reader(text));
    }

    private static XmlReader Reader(TextReader text) => XmlReader.Create(text, Settings());

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LongestDocument,
    };

    private static XPathNavigator? Load(XmlReader reader)
    {
        using (reader)
        {
            try
            {
                return new XPathDocument(reader, XmlSpace.Preserve).CreateNavigator();
            }
            catch (XmlException)
            {
                return null;
            }
        }
    }

    private static object? Evaluate(XPathNavigator? root, string path)
    {
        if (root is null)
        {
            return null;
        }
        var names = new XmlNamespaceManager(root.NameTable);
        var element = root.Clone();
        if (element.MoveToChild(XPathNodeType.Element))
        {
            foreach (var (prefix, uri) in element.GetNamespacesInScope(XmlNamespaceScope.ExcludeXml))
            {
                // XPath 1.0 §2.3: a name without a prefix is in no namespace.
                if (prefix.Length > 0)
                {
                    names.AddNamespace(prefix, uri);
                }
            }
        }
        try
        {
            return root.Evaluate(path, names);
        }
        catch (XPathException)
        {
            return null;
        }
    }

    private static bool ToBoolean(object? value) => value switch
    {
        bool boolean => boolean,
        double number => number is not 0 and not double.NaN,
        string text => text.Length > 0,
        XPathNodeIterator nodes => nodes.MoveNext(),
        _ => false,
    };

    private static string? ToText(object? value) => value switch
    {
        bool boolean => boolean ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        string text => text,
        XPathNodeIterator nodes => nodes.MoveNext() ? nodes.Current!.Value : null,
        _ => null,
    };

    private static double? ToNumber(object? value) => value is double number && !double.IsNaN(number) ? number : null;
}
