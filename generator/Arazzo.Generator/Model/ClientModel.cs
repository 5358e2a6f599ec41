namespace Arazzo.Generator.Model;

/// <summary>The typed client of an OpenAPI document, without its operations (see <see cref="OperationGroupModel"/>).</summary>
/// <param name="HintName">See <see cref="FileModel"/>.</param>
/// <param name="Visibility">Public or internal.</param>
/// <param name="Namespace">The C# namespace.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Title">The document's title.</param>
/// <param name="Documentation">The document's description.</param>
/// <param name="Source">The document: <c>specs/openapi/x.yml</c>.</param>
/// <param name="BaseAddress">The first server's address, its variables at their defaults; null when the document names none that is absolute.</param>
/// <param name="SecuritySchemes">What the operations may ask for.</param>
internal sealed record ClientModel(
    string HintName,
    Visibility Visibility,
    string Namespace,
    string Name,
    string Title,
    string? Documentation,
    string Source,
    string? BaseAddress,
    EquatableArray<SecuritySchemeModel> SecuritySchemes) : FileModel(HintName);

/// <summary>A way to authenticate.</summary>
/// <param name="Name">Its key in the document.</param>
/// <param name="Kind">How the credential travels.</param>
/// <param name="ParameterName">The header, query parameter or cookie of an API key; null otherwise.</param>
internal sealed record SecuritySchemeModel(string Name, SecuritySchemeKind Kind, string? ParameterName);

internal enum SecuritySchemeKind
{
    Bearer,
    Basic,
    ApiKeyHeader,
    ApiKeyQuery,
    ApiKeyCookie,
}
