using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>
/// Turns XML into JSON by a shape. Elements and attributes are found by their local names, since descriptions often leave namespaces out; what the shape does
/// not have is skipped.
/// </summary>
internal static partial class XmlToJson
{
    /// <summary>The JSON of an XML document.</summary>
    /// <exception cref="XmlException">The document is malformed, has a DTD, or is nested too deep; the message has line and column.</exception>
    public static ReadOnlyMemory<byte> Convert(ReadOnlyMemory<byte> xml, XmlShape shape)
    {
        var buffer = new ArrayBufferWriter<byte>(Math.Max(256, xml.Length));
        using (var json = new Utf8JsonWriter(buffer))
        {
            Value(json, XmlTree.Load(xml), shape.Target);
        }
        return buffer.WrittenMemory;
    }

    private static void Value(Utf8JsonWriter json, XmlTree element, XmlShape shape)
    {
        if (element.IsNil)
        {
            json.WriteNullValue();
            return;
        }
        switch (shape.Kind)
        {
            case XmlShapeKind.Object:
                Object(json, element, shape);
                break;
            case XmlShapeKind.Array:
                Array(json, element.Children.Where(item => item.Name == shape.ItemName.Local), shape.Item!);
                break;
            case XmlShapeKind.Any when element.Children.Count > 0 || element.Attributes.Count > 0:
                Any(json, element);
                break;
            default:
                Scalar(json, element.Text, shape.Kind);
                break;
        }
    }

    private static void Object(Utf8JsonWriter json, XmlTree element, XmlShape shape)
    {
        json.WriteStartObject();
        var groups = element.Children.ToLookup(static child => child.Name, StringComparer.Ordinal);
        XmlShape? others = null;
        foreach (var member in shape.Members)
        {
            if (member.IsOthers)
            {
                others = member.Shape.Target;
            }
            else
            {
                Member(json, element, groups, member);
            }
        }
        if (others is not null)
        {
            Others(json, element, groups, shape, others);
        }
        json.WriteEndObject();
    }

    private static void Member(Utf8JsonWriter json, XmlTree element, ILookup<string, XmlTree> groups, XmlMember member)
    {
        var shape = member.Shape.Target;
        if (member.IsAttribute)
        {
            var index = element.Attributes.FindIndex(attribute => attribute.Key == member.Name.Local);
            if (index >= 0)
            {
                json.WritePropertyName(member.JsonName);
                Scalar(json, element.Attributes[index].Value, shape.Kind);
            }
            return;
        }
        if (member.IsText)
        {
            json.WritePropertyName(member.JsonName);
            Scalar(json, element.Text, shape.Kind);
            return;
        }
        if (!member.IsArray)
        {
            if (groups[member.Name.Local].FirstOrDefault() is { } child)
            {
                json.WritePropertyName(member.JsonName);
                Value(json, child, shape);
            }
            return;
        }
        var items = member.Wrapper is { } wrapper
            ? groups[wrapper.Local].FirstOrDefault()?.Children.Where(item => item.Name == member.Name.Local)
            : groups[member.Name.Local] is var found && found.Any() ? found : null;
        if (items is not null || member.IsRequired)
        {
            json.WritePropertyName(member.JsonName);
            Array(json, items ?? [], shape);
        }
    }

    /// <summary>The elements that no member has, under their own names; several of one name are an array.</summary>
    private static void Others(Utf8JsonWriter json, XmlTree element, ILookup<string, XmlTree> groups, XmlShape shape, XmlShape others)
    {
        var declared = shape.Members.Where(static member => !member.IsOthers && !member.IsAttribute && !member.IsText)
            .Select(static member => (member.Wrapper ?? member.Name).Local).ToHashSet(StringComparer.Ordinal);
        foreach (var group in groups.Where(group => !declared.Contains(group.Key)))
        {
            json.WritePropertyName(XmlConvert.DecodeName(group.Key));
            if (others.Kind == XmlShapeKind.Any && group.Skip(1).Any())
            {
                Array(json, group, others);
            }
            else
            {
                Value(json, group.First(), others);
            }
        }
    }

    private static void Array(Utf8JsonWriter json, IEnumerable<XmlTree> items, XmlShape shape)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            Value(json, item, shape.Target);
        }
        json.WriteEndArray();
    }

    private static void Any(Utf8JsonWriter json, XmlTree element)
    {
        json.WriteStartObject();
        foreach (var (name, value) in element.Attributes)
        {
            json.WriteString(name, value);
        }
        Others(json, element, element.Children.ToLookup(static child => child.Name, StringComparer.Ordinal), XmlShape.Any, XmlShape.Any);
        if (element.Children.Count == 0 && element.Text is { Length: > 0 } text)
        {
            json.WriteString("#text", text);
        }
        json.WriteEndObject();
    }

    /// <summary>A scalar: text that is no number or boolean stays text, which the codec then refuses; nothing at all is null where it cannot be a value.</summary>
    private static void Scalar(Utf8JsonWriter json, string text, XmlShapeKind kind)
    {
        if (kind is XmlShapeKind.Number or XmlShapeKind.Boolean)
        {
            var value = text.Trim();
            if (value.Length == 0)
            {
                json.WriteNullValue();
                return;
            }
            if (kind == XmlShapeKind.Boolean && value is ("true" or "false" or "1" or "0"))
            {
                json.WriteBooleanValue(value is "true" or "1");
                return;
            }
            if (kind == XmlShapeKind.Number && Number(value) is { } number)
            {
                json.WriteRawValue(number);
                return;
            }
        }
        json.WriteStringValue(text);
    }

    /// <summary>The number as JSON writes it: XML Schema also has a plus sign, leading zeros, and a point at either end.</summary>
    private static string? Number(string text)
    {
        if (JsonNumber().IsMatch(text))
        {
            return text;
        }
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
        {
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? number.ToString("R", CultureInfo.InvariantCulture)
                : null;
        }
        return exact.ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex JsonNumber();
}
