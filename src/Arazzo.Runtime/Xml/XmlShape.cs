using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>How a type stands in XML (OpenAPI, XML Object): what turns XML into JSON and back, so that the codecs of JSON do the rest.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class XmlShape
{
    private readonly Func<XmlShape>? _target;
    private Dictionary<string, XmlShape>? _derived;

    private XmlShape(XmlShapeKind kind, Func<XmlShape>? target = null)
    {
        Kind = kind;
        _target = target;
    }

    /// <summary>Text, which is a string in JSON.</summary>
    public static XmlShape Text { get; } = new(XmlShapeKind.Text);

    /// <summary>A number.</summary>
    public static XmlShape Number { get; } = new(XmlShapeKind.Number);

    /// <summary>A boolean.</summary>
    public static XmlShape Boolean { get; } = new(XmlShapeKind.Boolean);

    /// <summary>Whatever it is: text, or an object of its attributes and elements.</summary>
    public static XmlShape Any { get; } = new(XmlShapeKind.Any);

    internal XmlShapeKind Kind { get; }

    internal IReadOnlyList<XmlMember> Members { get; private init; } = [];

    /// <summary>The member, in JSON, that tells derived classes apart; null when there are none.</summary>
    internal string? Discriminator { get; private set; }

    /// <summary>Of an array or a map: what its elements are.</summary>
    internal XmlShape? Item { get; private init; }

    internal XmlName ItemName { get; private init; }

    /// <summary>The shape itself, where this one only says which.</summary>
    internal XmlShape Target => _target?.Invoke() ?? this;

    /// <summary>An object.</summary>
    /// <param name="members">Its members.</param>
    /// <returns>The shape.</returns>
    public static XmlShape Object(params XmlMember[] members) => new(XmlShapeKind.Object) { Members = members };

    /// <summary>Says which shape an object has whose discriminator has a value.</summary>
    /// <param name="discriminator">The discriminator's name in JSON.</param>
    /// <param name="tag">The value.</param>
    /// <param name="shape">The shape.</param>
    /// <returns>This shape.</returns>
    public XmlShape Derived(string discriminator, string tag, XmlShape shape)
    {
        Discriminator = discriminator;
        (_derived ??= new(StringComparer.Ordinal))[tag] = shape;
        return this;
    }

    /// <summary>The shape of an object whose discriminator has a value: this one when no derived class has it.</summary>
    internal XmlShape Of(string? tag) => tag is not null && _derived?.TryGetValue(tag, out var shape) == true && shape.Target is var target && target != this ? target.Of(tag) : this;

    /// <summary>Another shape, which is asked for when it is needed.</summary>
    /// <param name="target">Gives it.</param>
    /// <returns>The shape.</returns>
    public static XmlShape Of(Func<XmlShape> target) => new(XmlShapeKind.Object, target);

    /// <summary>An array whose elements stand in an element of its own.</summary>
    /// <param name="item">What each is.</param>
    /// <param name="itemName">The name of each.</param>
    /// <returns>The shape.</returns>
    public static XmlShape Array(XmlShape item, XmlName itemName) => new(XmlShapeKind.Array) { Item = item, ItemName = itemName };

    /// <summary>An object with any members.</summary>
    /// <param name="item">What each is.</param>
    /// <returns>The shape.</returns>
    public static XmlShape Map(XmlShape item) => new(XmlShapeKind.Object) { Members = [XmlMember.Others(item)] };
}

internal enum XmlShapeKind
{
    Text,
    Number,
    Boolean,
    Any,
    Object,
    Array,
}
