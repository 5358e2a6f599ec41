namespace Arazzo.Generator.Model;

/// <summary>A request body of one media type.</summary>
/// <param name="Kind">How the value becomes bytes.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="IsRequired">Whether there must be one.</param>
/// <param name="MediaType">What is sent as <c>Content-Type</c>; for <see cref="BodyKind.Binary"/> it may be a range, which the value itself then has to fill.</param>
/// <param name="Documentation">Its description.</param>
internal sealed record BodyModel(BodyKind Kind, TypeReference Type, bool IsRequired, string MediaType, string? Documentation)
{
    /// <summary>Of a form: the fields that are not written as usual.</summary>
    public EquatableArray<FormFieldModel> Fields { get; init; }

    /// <summary>Of a multipart body: its parts.</summary>
    public EquatableArray<BodyPartModel> Parts { get; init; }

    /// <summary>Of a multipart body that is a union with files in its cases: the parts of each case, in the order of the cases.</summary>
    public EquatableArray<BodyCaseModel> Cases { get; init; }

    /// <summary>Of an XML body: how it stands in XML.</summary>
    public XmlBodyModel? Xml { get; init; }
}

/// <summary>The parts of one case of a union.</summary>
internal sealed record BodyCaseModel(EquatableArray<BodyPartModel> Parts);

/// <summary>A field of a form that is written as a query parameter would be.</summary>
/// <param name="Name">Its name in the form.</param>
/// <param name="Style">How it is written: a style of query parameters.</param>
/// <param name="Explode">Whether each element or member stands for itself.</param>
/// <param name="AllowReserved">Whether reserved characters stay as they are.</param>
internal sealed record FormFieldModel(string Name, string Style, bool Explode, bool AllowReserved);

/// <summary>A part of a multipart body, or several of one kind.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="Name">Its name; null when the names are those of the members.</param>
/// <param name="Property">The C# property that has the value; null: the body itself.</param>
/// <param name="Type">The value's type.</param>
/// <param name="MediaType">Its media type or range; null for the usual one.</param>
/// <param name="Headers">The headers whose values the document fixes.</param>
internal sealed record BodyPartModel(
    BodyPartKind Kind, string? Name, string? Property, TypeReference Type, string? MediaType, EquatableArray<BodyPartHeaderModel> Headers)
{
    /// <summary>How it is written as a query parameter would be; null for the usual way.</summary>
    public FormFieldModel? Style { get; init; }

    /// <summary>How it stands in XML.</summary>
    public XmlBodyModel? Xml { get; init; }

    /// <summary>Of a body without names: the media types of the first parts, by position; empty for the usual one.</summary>
    public EquatableArray<string> Prefix { get; init; }
}

/// <summary>A header of a part.</summary>
internal sealed record BodyPartHeaderModel(string Name, string Value);

/// <summary>How a part is written.</summary>
internal enum BodyPartKind
{
    /// <summary>A scalar as text.</summary>
    Value,

    /// <summary>Whatever else JSON has: elements of an array each as a part.</summary>
    Json,

    /// <summary>A part for each member of an object.</summary>
    Members,

    /// <summary>Whatever the value turns out to be: a union with files among its cases.</summary>
    Choice,

    /// <summary>As a query parameter would be.</summary>
    Styled,

    /// <summary>XML, by the shape of its type.</summary>
    Xml,

    /// <summary>The elements of an array, each with a media type by its position.</summary>
    Items,

    /// <summary>Binary content.</summary>
    File,

    /// <summary>A list or map of binary content.</summary>
    Files,
}

/// <summary>How a body becomes bytes.</summary>
internal enum BodyKind
{
    /// <summary>By the codec of its type.</summary>
    Json,

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary><c>multipart/form-data</c> and the other multipart types.</summary>
    Multipart,

    /// <summary>Bytes as they are, streamed: <see cref="TypeKind.Binary"/>.</summary>
    Binary,

    /// <summary>The text of a scalar.</summary>
    Text,

    /// <summary>XML, by the shape of its type.</summary>
    Xml,

    /// <summary>JSON values one after the other, sent as they come: <see cref="TypeKind.Items"/>.</summary>
    JsonLines,
}
