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

    private XmlTree(string name) => Name = name;

    public string Name { get; }

    /// <summary>Whether it says that it is null (XML Schema, <c>xsi:nil</c>).</summary>
    public bool IsNil { get; private set; }

    public List<KeyValuePair<string, string>> Attributes { get; } = [];

    public List<XmlTree> Children { get; } = [];

    /// <summary>Its own text, without that of its children.</summary>
    public string Text => _text.ToString();

    /// <summary>Reads a document.</summary>
    /// <exception cref="XmlException">It is malformed, has a DTD, or is nested too deep; the message has line and column.</exception>
    public static XmlTree Load(ReadOnlyMemory<byte> xml)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        using var stream = BinaryContent.FromBytes(xml).OpenRead();
        using var reader = XmlReader.Create(stream, settings);
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
        if (reader.Depth > MaxDepth)
        {
            var place = (IXmlLineInfo)reader;
            throw new XmlException("The elements are nested too deep.", null, place.LineNumber, place.LinePosition);
        }
        var element = new XmlTree(reader.LocalName);
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
