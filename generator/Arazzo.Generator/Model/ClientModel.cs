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
    EquatableArray<SecuritySchemeModel> SecuritySchemes) : FileModel(HintName)
{
    /// <summary>The addresses to choose from; null when there is no choice.</summary>
    public ServersModel? Servers { get; init; }

    /// <summary>What tokens are got with; null when no scheme of OAuth 2 or OpenID Connect says so.</summary>
    public OAuthModel? OAuth { get; init; }
}

/// <summary>A class of the addresses that an API has.</summary>
internal sealed record ServersModel(string Name, EquatableArray<ServerModel> Servers);

/// <summary>An address: a property, or a method when it has variables.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Url">As in the document.</param>
/// <param name="Documentation">Its description.</param>
/// <param name="Variables">What is left open in the address.</param>
internal sealed record ServerModel(string Name, string Url, string? Documentation, EquatableArray<ServerVariableModel> Variables);

/// <summary>A variable of an address.</summary>
/// <param name="WireName">What stands between the braces.</param>
/// <param name="Name">The C# parameter's name.</param>
/// <param name="Default">Its value unless another is given.</param>
/// <param name="EnumName">The C# enum of its values; null: any text.</param>
/// <param name="Values">The values with the enum's members.</param>
/// <param name="Documentation">Its description.</param>
internal sealed record ServerVariableModel(
    string WireName, string Name, string Default, string? EnumName, EquatableArray<ServerValueModel> Values, string? Documentation);

/// <summary>A value of a variable.</summary>
internal sealed record ServerValueModel(string Name, string Value);

/// <summary>A class of what tokens are got with.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Urls">The addresses.</param>
/// <param name="Scopes">The scopes, which are a class of their own inside it.</param>
internal sealed record OAuthModel(string Name, EquatableArray<OAuthConstantModel> Urls, EquatableArray<OAuthConstantModel> Scopes);

/// <param name="Name">The C# name.</param>
/// <param name="Value">As in the document.</param>
/// <param name="Documentation">What it is.</param>
internal sealed record OAuthConstantModel(string Name, string Value, string? Documentation);

/// <summary>A way to authenticate.</summary>
/// <param name="Name">Its key in the document.</param>
/// <param name="Kind">How the credential travels.</param>
/// <param name="ParameterName">The header, query parameter or cookie of an API key, the name of another HTTP scheme; null otherwise.</param>
internal sealed record SecuritySchemeModel(string Name, SecuritySchemeKind Kind, string? ParameterName);

internal enum SecuritySchemeKind
{
    Bearer,
    Basic,
    Http,
    ApiKeyHeader,
    ApiKeyQuery,
    ApiKeyCookie,
}
