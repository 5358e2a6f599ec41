using System.Text;
using System.Xml;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>An element with all that is in it; names are local ones. Nothing outside the document is read: no DTD, no external entity.</summary>
internal sealed class XmlTree
{
    private const int MaxDepth = 128;
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string NamespaceDeclarations = "http://www.w3.org/2000/xmlns/";

    private readonly StringBuilder _text = new();

    private XmlTree(string name, int line, int position)
    {
        Name = name;
        Line = line;
        Position = position;
    }

    public string Name { get; }

    /// <summary>The line that it starts in; the first is 1.</summary>
    public int Line { get; }

    /// <summary>The character of that line that its name starts at; the first is 1.</summary>
    public int Position { get; }

    /// <summary>Whether it says that it is null (XML Schema, <c>xsi:nil</c>).</summary>
    public bool IsNil { get; private set; }

    public List<KeyValuePair<string, string>> Attributes { get; } = [];

    public List<XmlTree> Children { get; } = [];

    /// <summary>Its own text, without that of its children.</summary>
    public string Text => _text.ToString();

    /// <summary>Reads a document.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="encoding">What whoever sent it says that its encoding is; null: the document says it itself (RFC 7303, section 3).</param>
    /// <exception cref="XmlException">It is malformed, has a DTD, or is nested too deep; the message has line and column.</exception>
    public static XmlTree Load(ReadOnlyMemory<byte> xml, Encoding? encoding = null)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        using var stream = BinaryContent.FromBytes(xml).OpenRead();
        using var text = encoding is null ? null : new StreamReader(stream, encoding);
        using var reader = text is null ? XmlReader.Create(stream, settings) : XmlReader.Create(text, settings);
        var open = new Stack<XmlTree>();
        XmlTree? root = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var element = Element(reader);
                    if (open.TryPeek(out var parent))
                    {
                        parent.Children.Add(element);
                    }
                    root ??= element;
                    if (!reader.IsEmptyElement)
                    {
                        open.Push(element);
                    }
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when open.TryPeek(out var owner):
                    owner._text.Append(reader.Value);
                    break;
            }
        }
        return root!;
    }

    private static XmlTree Element(XmlReader reader)
    {
        var place = (IXmlLineInfo)reader;
        if (reader.Depth > MaxDepth)
        {
            throw new XmlException("The elements are nested too deep.", null, place.LineNumber, place.LinePosition);
        }
        var element = new XmlTree(reader.LocalName, place.LineNumber, place.LinePosition);
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI == Instance)
            {
                element.IsNil |= reader is { LocalName: "nil", Value: "true" or "1" };
            }
            else if (reader.NamespaceURI != NamespaceDeclarations)
            {
                element.Attributes.Add(new(reader.LocalName, reader.Value));
            }
        }
        reader.MoveToElement();
        return element;
    }
}
