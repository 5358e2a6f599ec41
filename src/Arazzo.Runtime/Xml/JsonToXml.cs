using System.Text;
using System.Text.Json;
using System.Xml;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Turns JSON into XML by a shape.</summary>
internal static class JsonToXml
{
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    private static XmlWriterSettings Settings => new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = true };

    /// <summary>The XML document of a value.</summary>
    /// <exception cref="ArgumentException">A text has characters that XML cannot carry.</exception>
    public static byte[] Convert(ReadOnlySpan<byte> json, XmlName root, XmlShape shape)
    {
        var reader = new Utf8JsonReader(json, JsonScratch.ReaderOptions);
        using var document = JsonDocument.ParseValue(ref reader);
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            Element(xml, root, document.RootElement, shape, "");
        }
        return stream.ToArray();
    }

    private static void Element(XmlWriter xml, XmlName name, JsonElement value, XmlShape shape, string inherited, bool isCData = false)
    {
        var ns = name.Namespace ?? inherited;
        xml.WriteStartElement(name.Prefix ?? "", name.Local, ns);
        Content(xml, value, shape.Target, name.Prefix is null ? ns : inherited, isCData);
        xml.WriteEndElement();
    }

    private static void Content(XmlWriter xml, JsonElement value, XmlShape shape, string inherited, bool isCData = false)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                xml.WriteAttributeString("xsi", "nil", Instance, "true");
                break;
            case JsonValueKind.Object:
                Object(xml, value, shape, inherited);
                break;
            case JsonValueKind.Array:
                var name = shape.Kind == XmlShapeKind.Array ? shape.ItemName : new XmlName("item");
                foreach (var item in value.EnumerateArray())
                {
                    Element(xml, name, item, shape.Item ?? XmlShape.Any, inherited);
                }
                break;
            default:
                Text(xml, value, isCData);
                break;
        }
    }

    private static void Object(XmlWriter xml, JsonElement value, XmlShape shape, string inherited)
    {
        if (shape.Discriminator is { } discriminator && value.TryGetProperty(discriminator, out var tag) && tag.ValueKind == JsonValueKind.String)
        {
            shape = shape.Of(tag.GetString());
        }
        // Attributes come before all else.
        foreach (var member in shape.Members)
        {
            if (member.IsAttribute && value.TryGetProperty(member.JsonName, out var attribute) && attribute.ValueKind != JsonValueKind.Null)
            {
                xml.WriteAttributeString(member.Name.Prefix, member.Name.Local, member.Name.Prefix is null ? null : member.Name.Namespace, Text(attribute));
            }
        }
        foreach (var property in value.EnumerateObject())
        {
            var member = Find(shape, property.Name);
            if (member is null)
            {
                Other(xml, property, shape, inherited);
            }
            else if (!member.IsAttribute)
            {
                Member(xml, property.Value, member, inherited);
            }
        }
    }

    private static void Member(XmlWriter xml, JsonElement value, XmlMember member, string inherited)
    {
        if (member.IsText)
        {
            if (value.ValueKind != JsonValueKind.Null)
            {
                Text(xml, value, member.IsCData);
            }
            return;
        }
        if (!member.IsArray || value.ValueKind != JsonValueKind.Array)
        {
            Element(xml, member.Wrapper ?? member.Name, value, member.Shape, inherited);
            return;
        }
        if (member.Wrapper is { } wrapper)
        {
            var ns = wrapper.Namespace ?? inherited;
            xml.WriteStartElement(wrapper.Prefix ?? "", wrapper.Local, ns);
            inherited = wrapper.Prefix is null ? ns : inherited;
        }
        foreach (var item in value.EnumerateArray())
        {
            Element(xml, member.Name, item, member.Shape, inherited);
        }
        if (member.Wrapper is not null)
        {
            xml.WriteEndElement();
        }
    }

    /// <summary>A member that is not declared: an element of its name, or several.</summary>
    private static void Other(XmlWriter xml, JsonProperty property, XmlShape shape, string inherited)
    {
        var others = shape.Members.FirstOrDefault(static member => member.IsOthers)?.Shape.Target ?? XmlShape.Any;
        var name = new XmlName(property.Name);
        if (property.Value.ValueKind == JsonValueKind.Array && others.Kind == XmlShapeKind.Any)
        {
            foreach (var item in property.Value.EnumerateArray())
            {
                Element(xml, name, item, others, inherited);
            }
        }
        else
        {
            Element(xml, name, property.Value, others, inherited);
        }
    }

    private static XmlMember? Find(XmlShape shape, string jsonName)
    {
        foreach (var member in shape.Members)
        {
            if (!member.IsOthers && member.JsonName == jsonName)
            {
                return member;
            }
        }
        return null;
    }

    private static void Text(XmlWriter xml, JsonElement value, bool isCData)
    {
        if (isCData)
        {
            xml.WriteCData(Text(value));
        }
        else
        {
            xml.WriteString(Text(value));
        }
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
