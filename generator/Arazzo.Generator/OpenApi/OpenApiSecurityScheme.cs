using System.Collections.Immutable;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

internal sealed class OpenApiSecurityScheme(Node node) : OpenApiObject(node)
{
    /// <summary>Meaningless for a reference.</summary>
    public SecuritySchemeType Type { get; init; }

    /// <summary>Of an HTTP scheme, as written: <c>bearer</c>, <c>Basic</c>, ...; case means nothing (RFC 9110, section 11.1).</summary>
    public string Scheme { get; init; } = "";

    public bool IsHttp(string scheme) => Type == SecuritySchemeType.Http && string.Equals(Scheme, scheme, StringComparison.OrdinalIgnoreCase);

    public string? BearerFormat { get; init; }

    /// <summary>Of an API key: the name of the header, query parameter or cookie.</summary>
    public string Name { get; init; } = "";

    /// <summary>Of an API key.</summary>
    public ParameterLocation In { get; init; }

    public string? OpenIdConnectUrl { get; init; }

    /// <summary><c>oauth2MetadataUrl</c> (3.2): the server's own description (RFC 8414).</summary>
    public string? OAuth2MetadataUrl { get; init; }

    public bool Deprecated { get; init; }

    public string? Description { get; init; }

    public ImmutableArray<OpenApiOAuthFlow> Flows { get; init; } = [];
}

internal enum SecuritySchemeType
{
    /// <summary>A type that no version of OpenAPI knows; a diagnostic has said so.</summary>
    Unknown,
    ApiKey,
    Http,
    MutualTls,
    OAuth2,
    OpenIdConnect,
}

internal sealed class OpenApiOAuthFlow(Node node) : OpenApiObject(node)
{
    /// <summary><c>implicit</c>, <c>password</c>, <c>clientCredentials</c>, <c>authorizationCode</c> or <c>deviceAuthorization</c> (3.2).</summary>
    public required string Kind { get; init; }

    public string? AuthorizationUrl { get; init; }

    /// <summary>Of the flow <c>deviceAuthorization</c> (3.2).</summary>
    public string? DeviceAuthorizationUrl { get; init; }

    public string? TokenUrl { get; init; }

    public string? RefreshUrl { get; init; }

    /// <summary>The scopes' names and descriptions.</summary>
    public OpenApiMap<string> Scopes { get; init; } = OpenApiMap<string>.Empty;
}
