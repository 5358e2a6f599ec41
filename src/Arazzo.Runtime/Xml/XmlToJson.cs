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
internal sealed partial class XmlToJson
{
    private readonly Utf8JsonWriter _json;
    private readonly List<(long Offset, XmlTree Element)>? _places;

    private XmlToJson(Utf8JsonWriter json, List<(long Offset, XmlTree Element)>? places)
    {
        _json = json;
        _places = places;
    }

    /// <summary>The JSON of an XML document.</summary>
    /// <exception cref="XmlException">The document is malformed, has a DTD, or is nested too deep; the message has line and column.</exception>
    public static ReadOnlyMemory<byte> Convert(ReadOnlyMemory<byte> xml, XmlShape shape) => Convert(XmlTree.Load(xml), shape);

    /// <summary>The JSON of an XML document.</summary>
    public static ReadOnlyMemory<byte> Convert(XmlTree xml, XmlShape shape) => Convert(xml, shape, null);

    /// <summary>The element that became the JSON at a byte.</summary>
    public static XmlTree Find(XmlTree xml, XmlShape shape, long offset)
    {
        var places = new List<(long Offset, XmlTree Element)>();
        Convert(xml, shape, places);
        return places.FindLast(place => place.Offset <= offset).Element ?? xml;
    }

    private static ReadOnlyMemory<byte> Convert(XmlTree xml, XmlShape shape, List<(long Offset, XmlTree Element)>? places)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            new XmlToJson(json, places).Value(xml, shape.Target);
        }
        return buffer.WrittenMemory;
    }

    private void Note(XmlTree element) => _places?.Add((_json.BytesCommitted + _json.BytesPending, element));

    private void Value(XmlTree element, XmlShape shape)
    {
        Note(element);
        if (element.IsNil)
        {
            _json.WriteNullValue();
            return;
        }
        switch (shape.Kind)
        {
            case XmlShapeKind.Object:
                Object(element, shape);
                break;
            case XmlShapeKind.Array:
                Array(element.Children.Where(item => item.Name == shape.ItemName.Local), shape.Item!);
                break;
            case XmlShapeKind.Any when element.Children.Count > 0 || element.Attributes.Count > 0:
                Any(element);
                break;
            default:
                Scalar(element.Text, shape.Kind);
                break;
        }
    }

    private void Object(XmlTree element, XmlShape shape)
    {
        if (shape.Discriminator is { } discriminator && shape.Members.FirstOrDefault(member => member.JsonName == discriminator) is { } tag)
        {
            shape = shape.Of(tag.IsAttribute
                ? element.Attributes.Find(attribute => attribute.Key == tag.Name.Local).Value
                : element.Children.FirstOrDefault(child => child.Name == tag.Name.Local)?.Text);
        }
        _json.WriteStartObject();
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
                Member(element, groups, member);
            }
        }
        if (others is not null)
        {
            Others(element, groups, shape, others);
        }
        // Where a missing member is noticed.
        Note(element);
        _json.WriteEndObject();
    }

    private void Member(XmlTree element, ILookup<string, XmlTree> groups, XmlMember member)
    {
        var shape = member.Shape.Target;
        if (member.IsAttribute)
        {
            var index = element.Attributes.FindIndex(attribute => attribute.Key == member.Name.Local);
            if (index >= 0)
            {
                _json.WritePropertyName(member.JsonName);
                Scalar(element.Attributes[index].Value, shape.Kind);
            }
            return;
        }
        if (member.IsText)
        {
            _json.WritePropertyName(member.JsonName);
            Scalar(element.Text, shape.Kind);
            return;
        }
        if (!member.IsArray)
        {
            if (groups[member.Name.Local].FirstOrDefault() is { } child)
            {
                _json.WritePropertyName(member.JsonName);
                Value(child, shape);
            }
            return;
        }
        var items = member.Wrapper is { } wrapper
            ? groups[wrapper.Local].FirstOrDefault()?.Children.Where(item => item.Name == member.Name.Local)
            : groups[member.Name.Local] is var found && found.Any() ? found : null;
        if (items is not null || member.IsRequired)
        {
            _json.WritePropertyName(member.JsonName);
            Array(items ?? [], shape);
        }
    }

    /// <summary>The elements that no member has, under their own names; several of one name are an array.</summary>
    private void Others(XmlTree element, ILookup<string, XmlTree> groups, XmlShape shape, XmlShape others)
    {
        var declared = shape.Members.Where(static member => !member.IsOthers && !member.IsAttribute && !member.IsText)
            .Select(static member => (member.Wrapper ?? member.Name).Local).ToHashSet(StringComparer.Ordinal);
        foreach (var group in groups.Where(group => !declared.Contains(group.Key)))
        {
            _json.WritePropertyName(XmlConvert.DecodeName(group.Key));
            if (others.Kind == XmlShapeKind.Any && group.Skip(1).Any())
            {
                Array(group, others);
            }
            else
            {
                Value(group.First(), others);
            }
        }
    }

    private void Array(IEnumerable<XmlTree> items, XmlShape shape)
    {
        _json.WriteStartArray();
        foreach (var item in items)
        {
            Value(item, shape.Target);
        }
        _json.WriteEndArray();
    }

    private void Any(XmlTree element)
    {
        _json.WriteStartObject();
        foreach (var (name, value) in element.Attributes)
        {
            _json.WriteString(name, value);
        }
        Others(element, element.Children.ToLookup(static child => child.Name, StringComparer.Ordinal), XmlShape.Any, XmlShape.Any);
        if (element.Children.Count == 0 && element.Text is { Length: > 0 } text)
        {
            _json.WriteString("#text", text);
        }
        _json.WriteEndObject();
    }

    /// <summary>A scalar: text that is no number or boolean stays text, which the codec then refuses; nothing at all is null where it cannot be a value.</summary>
    private void Scalar(string text, XmlShapeKind kind)
    {
        if (kind is XmlShapeKind.Number or XmlShapeKind.Boolean)
        {
            var value = text.Trim();
            if (value.Length == 0)
            {
                _json.WriteNullValue();
                return;
            }
            if (kind == XmlShapeKind.Boolean && value is ("true" or "false" or "1" or "0"))
            {
                _json.WriteBooleanValue(value is "true" or "1");
                return;
            }
            if (kind == XmlShapeKind.Number && Number(value) is { } number)
            {
                _json.WriteRawValue(number);
                return;
            }
        }
        _json.WriteStringValue(text);
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
