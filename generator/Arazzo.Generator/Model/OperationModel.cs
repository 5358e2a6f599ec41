namespace Arazzo.Generator.Model;

/// <summary>The operations of a client that share a tag: one file.</summary>
/// <param name="HintName">See <see cref="FileModel"/>.</param>
/// <param name="Namespace">The C# namespace.</param>
/// <param name="ClientName">The client's class.</param>
/// <param name="Operations">In the order of the document.</param>
/// <param name="Types">Those of their schemas that have no name.</param>
internal sealed record OperationGroupModel(
    string HintName,
    string Namespace,
    string ClientName,
    EquatableArray<OperationModel> Operations,
    EquatableArray<TypeModel> Types) : FileModel(HintName);

/// <summary>A call that a client can make.</summary>
/// <param name="Id">The operationId; where the document has none, method and path.</param>
/// <param name="Name">The C# name without suffix: <c>GetPublishStatus</c>.</param>
/// <param name="Method">The HTTP method in capitals.</param>
/// <param name="Path">The path template as the document writes it.</param>
/// <param name="Summary">Its summary, or its description when it has none.</param>
/// <param name="Description">Its description, unless that says what the summary says.</param>
/// <param name="Source">Where it comes from: <c>specs/openapi/x.yml#/paths/...</c>.</param>
/// <param name="IsRepeatable">Whether sending it twice does what sending it once does (RFC 9110 §9.2.2, or the document says so).</param>
/// <param name="IsDeprecated">Whether using it deserves a warning.</param>
/// <param name="Parameters">In the order of the C# method: required ones first.</param>
/// <param name="Body">The request body, or null.</param>
/// <param name="Result">The type of the documented success body; null when there is none.</param>
/// <param name="Responses">The documented answers.</param>
/// <param name="Security">Alternatives of schemes by name: all of one alternative are needed. Empty: no authentication.</param>
/// <param name="SharedDefinition">The name of the variant whose definition this one uses too; null: it has its own.</param>
internal sealed record OperationModel(
    string Id,
    string Name,
    string Method,
    string Path,
    string? Summary,
    string? Description,
    string Source,
    bool IsRepeatable,
    bool IsDeprecated,
    EquatableArray<ParameterModel> Parameters,
    BodyModel? Body,
    TypeReference? Result,
    EquatableArray<ResponseModel> Responses,
    EquatableArray<SecurityRequirementModel> Security,
    string? SharedDefinition = null)
{
    /// <summary>The address of a server of its own; null: the client's.</summary>
    public string? Server { get; init; }

    /// <summary>What <see cref="Result"/> names, when several successes have different bodies; null otherwise.</summary>
    public ResultModel? Results { get; init; }

    /// <summary>The headers that its answers document; null when there are none.</summary>
    public HeadersModel? Headers { get; init; }
}

/// <summary>Schemes that are needed together.</summary>
internal sealed record SecurityRequirementModel(EquatableArray<SecurityRequirementSchemeModel> Schemes);

/// <summary>One scheme of a requirement with the scopes that it asks for.</summary>
internal sealed record SecurityRequirementSchemeModel(string Name, EquatableArray<string> Scopes);
