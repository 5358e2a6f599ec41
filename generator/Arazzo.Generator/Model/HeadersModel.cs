namespace Arazzo.Generator.Model;

/// <summary>The struct for the headers that an operation's answers document.</summary>
/// <param name="Visibility">Public or internal.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Headers">Those of all answers.</param>
internal sealed record HeadersModel(Visibility Visibility, string Name, EquatableArray<HeaderModel> Headers);

/// <summary>A header of an answer.</summary>
/// <param name="WireName">Its name in the answer.</param>
/// <param name="Name">The property's name.</param>
/// <param name="Type">Its type, not nullable; of a list, that of the elements.</param>
/// <param name="Form">How the value is written.</param>
/// <param name="Documentation">Its description.</param>
/// <param name="IsDeprecated">Whether using it deserves a warning.</param>
internal sealed record HeaderModel(string WireName, string Name, TypeReference Type, HeaderForm Form, string? Documentation, bool IsDeprecated);

/// <summary>How the value of a header is written.</summary>
internal enum HeaderForm
{
    /// <summary>As text.</summary>
    Text,

    /// <summary>As text, and the header may come several times: <c>Set-Cookie</c>.</summary>
    Texts,

    /// <summary>As JSON writes it, without its quotes.</summary>
    Value,

    /// <summary>Several of these, with commas in between (style <c>simple</c>).</summary>
    List,

    /// <summary>As JSON.</summary>
    Json,
}
