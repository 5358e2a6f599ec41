namespace Arazzo.Generator.Model;

/// <summary>A parameter of an operation.</summary>
/// <param name="WireName">Its name in the request.</param>
/// <param name="Name">The C# parameter's name, escaped if it is a keyword.</param>
/// <param name="Location">Where it travels.</param>
/// <param name="Form">How its value becomes text.</param>
/// <param name="Type">Its type; nullable when it may be left out.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Documentation">Its description.</param>
internal sealed record ParameterModel(
    string WireName,
    string Name,
    ParameterLocation Location,
    ParameterForm Form,
    TypeReference Type,
    bool IsRequired,
    string? Documentation)
{
    public ParameterStyle Style { get; init; }

    /// <summary>Whether its values are secrets: <c>format: password</c>.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether each element or member stands for itself.</summary>
    public bool Explode { get; init; }

    /// <summary>Whether reserved characters are sent as they are.</summary>
    public bool AllowReserved { get; init; }

    /// <summary>The fields of a form that are not written as usual.</summary>
    public EquatableArray<FormFieldModel> Fields { get; init; } = [];

    /// <summary>Whether an empty list or object is sent as an empty value.</summary>
    public bool AllowEmpty { get; init; }

    /// <summary>Whether the client can give it where a call must but does not.</summary>
    public bool MayComeFromClient => Location is ParameterLocation.Header or ParameterLocation.Query or ParameterLocation.Cookie
        && IsRequired && !Type.IsNullable && (!Type.IsValueType || Form == ParameterForm.Scalar);
}

internal enum ParameterLocation
{
    Path,
    Query,
    Header,
    Cookie,

    /// <summary>The whole query.</summary>
    QueryString,
}

/// <summary>How the value of a parameter becomes text.</summary>
internal enum ParameterForm
{
    /// <summary>One scalar.</summary>
    Scalar,

    /// <summary>A list of scalars, by the style.</summary>
    List,

    /// <summary>Anything with a codec, by the style.</summary>
    Value,

    /// <summary>JSON text (<c>content</c>).</summary>
    Json,

    /// <summary>The fields of a form (<c>content</c> of <c>in: querystring</c>).</summary>
    Form,
}

/// <summary>The styles of the runtime's <c>ParameterStyle</c>, by the same names.</summary>
internal enum ParameterStyle
{
    Form,
    SpaceDelimited,
    PipeDelimited,
    TabDelimited,
    DeepObject,
    Simple,
    Label,
    Matrix,
    Cookie,
}
