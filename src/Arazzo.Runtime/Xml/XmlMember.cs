using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>A member of an object in XML.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class XmlMember
{
    private XmlMember(string jsonName, XmlShape shape, XmlName name)
    {
        JsonName = jsonName;
        Shape = shape;
        Name = name;
    }

    internal string JsonName { get; }

    internal XmlShape Shape { get; }

    internal XmlName Name { get; }

    internal XmlName? Wrapper { get; private init; }

    internal bool IsArray { get; private init; }

    internal bool IsRequired { get; private init; }

    internal bool IsAttribute { get; private init; }

    internal bool IsText { get; private init; }

    internal bool IsCData { get; private init; }

    internal bool IsOthers { get; private init; }

    /// <summary>A member that is an element.</summary>
    /// <param name="jsonName">Its name in JSON.</param>
    /// <param name="shape">What it is.</param>
    /// <param name="name">Its name in XML; null: the same.</param>
    /// <returns>The member.</returns>
    public static XmlMember Element(string jsonName, XmlShape shape, XmlName? name = null) => new(jsonName, shape, name ?? new XmlName(jsonName));

    /// <summary>A member that is an attribute.</summary>
    /// <param name="jsonName">Its name in JSON.</param>
    /// <param name="shape">What it is.</param>
    /// <param name="name">Its name in XML; null: the same.</param>
    /// <returns>The member.</returns>
    public static XmlMember Attribute(string jsonName, XmlShape shape, XmlName? name = null) => new(jsonName, shape, name ?? new XmlName(jsonName)) { IsAttribute = true };

    /// <summary>A member that is the text of the element.</summary>
    /// <param name="jsonName">Its name in JSON.</param>
    /// <param name="shape">What it is.</param>
    /// <returns>The member.</returns>
    public static XmlMember Text(string jsonName, XmlShape shape) => new(jsonName, shape, new XmlName(jsonName)) { IsText = true };

    /// <summary>A member that is the text of the element, in a CDATA section.</summary>
    /// <param name="jsonName">Its name in JSON.</param>
    /// <param name="shape">What it is.</param>
    /// <returns>The member.</returns>
    public static XmlMember CData(string jsonName, XmlShape shape) => new(jsonName, shape, new XmlName(jsonName)) { IsText = true, IsCData = true };

    /// <summary>A member that is an element for each of its own.</summary>
    /// <param name="jsonName">Its name in JSON.</param>
    /// <param name="shape">What each is.</param>
    /// <param name="name">The name of each; null: the same.</param>
    /// <param name="wrapper">The element around them; null for none.</param>
    /// <param name="isRequired">Whether it is an array also when there are none.</param>
    /// <returns>The member.</returns>
    public static XmlMember Array(string jsonName, XmlShape shape, XmlName? name = null, XmlName? wrapper = null, bool isRequired = false) =>
        new(jsonName, shape, name ?? new XmlName(jsonName)) { IsArray = true, Wrapper = wrapper, IsRequired = isRequired };

    /// <summary>The members that are not declared, each an element.</summary>
    /// <param name="shape">What each is.</param>
    /// <returns>The members.</returns>
    public static XmlMember Others(XmlShape shape) => new("", shape, default) { IsOthers = true };
}
