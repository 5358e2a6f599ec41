using System.Collections.Immutable;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>Swagger 2.0: the document as a whole.</summary>
internal sealed partial class OpenApiReader
{
    private OpenApiDocument ReadSwaggerRoot(string path, MappingNode root)
    {
        var info = _fields.Mapping(root["info"], "info");
        if (root["paths"] is null && root["definitions"] is null)
        {
            _fields.ReportMissing(root.Find("swagger")!.Key, "paths", "without it there are no operations");
        }
        var document = new OpenApiDocument(path, root)
        {
            Version = Version,
            Objects = _objects,
            Title = info is null ? "" : _fields.Text(info, "title") ?? "",
            ApiVersion = info is null ? "" : _fields.Text(info, "version") ?? "",
            Description = info is null ? null : _fields.Text(info, "description"),
            Servers = ReadSwaggerServers(root),
            Components = new OpenApiComponents
            {
                Schemas = _fields.Map(root, "definitions", _readNamedSchema),
                Responses = _fields.Map(root, "responses", (_, node) => ReadResponse(node)),
                Parameters = _fields.Map(root, "parameters", (_, node) => ReadParameter(node)),
                SecuritySchemes = _fields.Map(root, "securityDefinitions", (_, node) => ReadSecurityScheme(node)),
            },
            Paths = ReadPaths(root),
            Security = ReadSecurity(root) ?? [],
            Tags = _fields.List(root, "tags", ReadTag),
        };
        ReportDuplicateOperationIds(document);
        return document;
    }

    /// <summary>
    /// <c>schemes</c>, <c>host</c> and <c>basePath</c> as servers, https first: credentials are for it alone. Without a host the server is relative, as in 3.x.
    /// An operation has none of its own unless it has <c>schemes</c>.
    /// </summary>
    private ImmutableArray<OpenApiServer> ReadSwaggerServers(MappingNode owner)
    {
        if (owner != _root && owner["schemes"] is not SequenceNode)
        {
            return [];
        }
        var root = _root ?? owner;
        var host = _fields.Scalar(root, "host");
        var path = "/" + (_fields.Text(root, "basePath") ?? "").TrimStart('/');
        if (host is null)
        {
            return root["basePath"] is null ? [] : [new OpenApiServer(root["basePath"]!) { Url = path }];
        }
        var schemes = _fields.Scalars(owner, "schemes").Where(static scheme => scheme.Text is "https" or "http").ToList();
        // "If the schemes is not included, the default scheme to be used is the one used to access the Swagger definition itself": that is not known here.
        var places = schemes.Count == 0 ? [("https", host)] : schemes.ConvertAll(static scheme => (scheme.Text, scheme));
        return [.. places.OrderByDescending(static place => place.Item1.Length).Select(place => new OpenApiServer(place.Item2) { Url = place.Item1 + "://" + host.Text.TrimEnd('/') + path })];
    }

    private OpenApiSecurityScheme ReadSwaggerSecurityScheme(MappingNode scheme)
    {
        var description = _fields.Text(scheme, "description");
        if (scheme["type"] is ScalarNode { Text: "basic" })
        {
            return new OpenApiSecurityScheme(scheme) { Type = SecuritySchemeType.Http, Scheme = "basic", Description = description };
        }
        var flow = _fields.Text(scheme, "flow") switch
        {
            "application" => "clientCredentials",
            "accessCode" => "authorizationCode",
            var other => other ?? "",
        };
        return new OpenApiSecurityScheme(scheme)
        {
            Type = SecuritySchemeType.OAuth2,
            Description = description,
            Flows =
            [
                new OpenApiOAuthFlow(scheme)
                {
                    Kind = flow,
                    AuthorizationUrl = _fields.Text(scheme, "authorizationUrl"),
                    TokenUrl = _fields.Text(scheme, "tokenUrl"),
                    Scopes = _fields.Map(scheme, "scopes", static (key, scope) => IsExtension(key) ? null : (scope as ScalarNode)?.Text ?? ""),
                },
            ],
        };
    }

    /// <summary>The values of <c>consumes</c> or <c>produces</c>; empty when they are not given. What is wrong with the root's was reported when it was read.</summary>
    private static ImmutableArray<ScalarNode> SwaggerMediaTypes(MappingNode? owner, string name) =>
        owner?[name] is SequenceNode sequence ? [.. sequence.Items.OfType<ScalarNode>().Where(static item => item.Text.IndexOf('/') > 0)] : [];

    /// <summary>The operation's own, which replace the document's.</summary>
    private ImmutableArray<ScalarNode> SwaggerMediaTypesOf(MappingNode operation, string name) =>
        SwaggerMediaTypes(operation[name] is SequenceNode ? operation : _root, name);
}
