using System.Collections.Immutable;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>Security schemes and what requires them.</summary>
internal sealed partial class OpenApiReader
{
    public OpenApiSecurityScheme ReadSecurityScheme(Node node) => GetOrRead(node, static objects => objects.SecuritySchemes, ReadSecuritySchemeCore);

    private OpenApiSecurityScheme ReadSecuritySchemeCore(Node node)
    {
        if (_fields.Mapping(node, "securityScheme") is not { } scheme)
        {
            return new OpenApiSecurityScheme(node);
        }
        if (_fields.Reference(scheme) is { } reference)
        {
            return new OpenApiSecurityScheme(scheme) { Reference = reference };
        }
        if (Version == OpenApiVersion.V2_0 && scheme["type"] is ScalarNode { Text: "basic" or "oauth2" })
        {
            return ReadSwaggerSecurityScheme(scheme);
        }
        var type = ReadSchemeType(scheme);
        var location = type == SecuritySchemeType.ApiKey ? ReadRequired(scheme, "in", "it is taken for a header") : null;
        var place = location is null ? ParameterLocation.Header : ParseLocation(location.Text);
        if (place is not (ParameterLocation.Header or ParameterLocation.Query or ParameterLocation.Cookie))
        {
            _fields.ReportUnknown(location!, "in", "header, query or cookie; it is taken for a header");
            place = ParameterLocation.Header;
        }
        return new OpenApiSecurityScheme(scheme)
        {
            Type = type,
            Scheme = (type == SecuritySchemeType.Http ? ReadRequired(scheme, "scheme", "name the HTTP authentication scheme, for example bearer") : null)
                ?.Text ?? "",
            BearerFormat = _fields.Text(scheme, "bearerFormat"),
            Name = (type == SecuritySchemeType.ApiKey ? ReadRequired(scheme, "name", "name the header, query parameter or cookie") : null)?.Text ?? "",
            In = place.Value,
            OpenIdConnectUrl = _fields.Text(scheme, "openIdConnectUrl"),
            OAuth2MetadataUrl = _fields.Text(scheme, "oauth2MetadataUrl"),
            Deprecated = _fields.Flag(scheme, "deprecated"),
            Description = _fields.Text(scheme, "description"),
            Flows = ReadFlows(scheme),
        };
    }

    private SecuritySchemeType ReadSchemeType(MappingNode scheme)
    {
        if (ReadRequired(scheme, "type", "the security scheme is ignored") is not { } type)
        {
            return SecuritySchemeType.Unknown;
        }
        var known = type.Text switch
        {
            "apiKey" => SecuritySchemeType.ApiKey,
            "http" => SecuritySchemeType.Http,
            "mutualTLS" => SecuritySchemeType.MutualTls,
            "oauth2" => SecuritySchemeType.OAuth2,
            "openIdConnect" => SecuritySchemeType.OpenIdConnect,
            _ => SecuritySchemeType.Unknown,
        };
        if (known == SecuritySchemeType.Unknown)
        {
            _fields.ReportUnknown(type, "type", "apiKey, http, mutualTLS, oauth2 or openIdConnect; the security scheme is ignored");
        }
        return known;
    }

    private ScalarNode? ReadRequired(MappingNode mapping, string name, string consequence)
    {
        if (mapping[name] is null)
        {
            _fields.ReportMissing(mapping, name, consequence);
        }
        return _fields.Scalar(mapping, name);
    }

    private ImmutableArray<OpenApiOAuthFlow> ReadFlows(MappingNode scheme)
    {
        var flows = ImmutableArray.CreateBuilder<OpenApiOAuthFlow>();
        foreach (var entry in _fields.Mapping(scheme["flows"], "flows")?.Entries ?? [])
        {
            if (!IsExtension(entry.Key) && _fields.Mapping(entry.Value, entry.Key.Text) is { } flow)
            {
                flows.Add(new OpenApiOAuthFlow(flow)
                {
                    Kind = entry.Key.Text,
                    AuthorizationUrl = _fields.Text(flow, "authorizationUrl"),
                    DeviceAuthorizationUrl = _fields.Text(flow, "deviceAuthorizationUrl"),
                    TokenUrl = _fields.Text(flow, "tokenUrl"),
                    RefreshUrl = _fields.Text(flow, "refreshUrl"),
                    Scopes = _fields.Map(flow, "scopes", static (_, scope) => (scope as ScalarNode)?.Text ?? ""),
                });
            }
        }
        return flows.ToImmutable();
    }

    // Null when the field is absent, which is not the same as empty.
    private ImmutableArray<OpenApiSecurityRequirement>? ReadSecurity(MappingNode owner) =>
        owner["security"] is null or ScalarNode { IsNull: true } ? null : _fields.List(owner, "security", ReadSecurityRequirement);

    private OpenApiSecurityRequirement? ReadSecurityRequirement(Node node)
    {
        if (_fields.Mapping(node, "security") is not { } requirement)
        {
            return null;
        }
        return new OpenApiSecurityRequirement(requirement)
        {
            Schemes = [.. requirement.Entries.Select(entry => new OpenApiSchemeRequirement(entry.Key, _fields.Texts(requirement, entry.Key.Text)))],
        };
    }
}
