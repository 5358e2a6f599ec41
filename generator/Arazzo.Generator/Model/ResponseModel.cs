namespace Arazzo.Generator.Model;

/// <summary>A documented answer.</summary>
/// <param name="Status">The status; 1 to 5 for a range such as 4XX; 0 for <c>default</c>.</param>
/// <param name="Kind">How its bytes become the body.</param>
/// <param name="Type">The type of the body, or of the items of a stream; null when there is nothing to read.</param>
/// <param name="MediaType">The media type or range of the body; null when there is nothing to read.</param>
/// <param name="IsError">Whether it is a failure.</param>
internal sealed record ResponseModel(int Status, ResponseKind Kind, TypeReference? Type, string? MediaType, bool IsError)
{
    /// <summary>Of an XML body: how it stands in XML.</summary>
    public XmlTypeModel? Xml { get; init; }

    /// <summary>Of events: which case of the union their names stand for.</summary>
    public EquatableArray<EventModel> Events { get; init; }
}

/// <summary>A name of events.</summary>
/// <param name="Name">The name.</param>
/// <param name="Case">The name of the union's case, in C#.</param>
/// <param name="Type">The case's type.</param>
internal sealed record EventModel(string Name, string Case, TypeReference Type);

/// <summary>How the bytes of an answer become its body.</summary>
internal enum ResponseKind
{
    /// <summary>There is none, or none that is typed.</summary>
    None,

    /// <summary>By the codec of its type.</summary>
    Json,

    /// <summary>By the codec of its type, after its shape has made JSON of the XML.</summary>
    Xml,

    /// <summary>As a string, or as what the text says by the codec of its type.</summary>
    Text,

    /// <summary>As they come: a stream.</summary>
    Binary,

    /// <summary>Server-sent events with JSON in them.</summary>
    Events,

    /// <summary>Server-sent events with text in them.</summary>
    TextEvents,

    /// <summary>JSON values one after the other.</summary>
    JsonLines,
}
