namespace Arazzo.Generator.Model;

/// <summary>How the types of a client stand in XML: one file.</summary>
internal sealed record XmlShapesModel(string HintName, string Namespace, string ClientName, EquatableArray<XmlShapeModel> Shapes) : FileModel(HintName);

/// <summary>How a class stands in XML.</summary>
/// <param name="Name">The C# property that has the shape.</param>
/// <param name="Members">Its members.</param>
/// <param name="Others">What members are that it does not declare; null when it has no others.</param>
internal sealed record XmlShapeModel(string Name, EquatableArray<XmlMemberModel> Members, XmlTypeModel? Others)
{
    /// <summary>The member, in JSON, that tells derived classes apart; null when there are none.</summary>
    public string? Discriminator { get; init; }

    /// <summary>The shapes of the derived classes.</summary>
    public EquatableArray<XmlDerivedModel> Derived { get; init; }
}

/// <summary>A derived class in XML.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Tags">The values of the discriminator that stand for it.</param>
internal sealed record XmlDerivedModel(XmlTypeModel Type, EquatableArray<string> Tags);

/// <summary>What a value is in XML.</summary>
/// <param name="Kind">Which of the shapes it has.</param>
/// <param name="Name">Of a class: the C# property with its shape; else null.</param>
/// <param name="Item">Of an array or a map: what its elements are; else null.</param>
/// <param name="ItemName">Of an array: the name of its elements; else null.</param>
internal sealed record XmlTypeModel(XmlKind Kind, string? Name = null, XmlTypeModel? Item = null, XmlNameModel? ItemName = null);

internal enum XmlKind
{
    Text,
    Number,
    Boolean,
    Any,
    Object,
    Array,
    Map,
}

/// <summary>A member of a class in XML.</summary>
/// <param name="JsonName">Its name in JSON.</param>
/// <param name="Node">What it is: an element, an attribute, text, or the content of another member.</param>
/// <param name="Name">Its name in XML.</param>
/// <param name="Type">What it is; of an array, what an element is.</param>
/// <param name="IsArray">Whether it is there several times.</param>
/// <param name="Wrapper">The element around the elements of an array; null when there is none.</param>
/// <param name="IsRequired">Whether it is always there, so that an array without elements is one all the same.</param>
internal sealed record XmlMemberModel(string JsonName, XmlNode Node, XmlNameModel Name, XmlTypeModel Type, bool IsArray, XmlNameModel? Wrapper, bool IsRequired);

internal enum XmlNode
{
    Element,
    Attribute,
    Text,
    CData,
}

/// <summary>A name in XML.</summary>
internal sealed record XmlNameModel(string Name, string? Namespace, string? Prefix);

/// <summary>A whole body in XML.</summary>
/// <param name="Root">The name of its root.</param>
/// <param name="Type">What it is.</param>
internal sealed record XmlBodyModel(XmlNameModel Root, XmlTypeModel Type);
