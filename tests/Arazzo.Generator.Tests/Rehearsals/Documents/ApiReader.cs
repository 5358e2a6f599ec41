using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Arazzo.Generator.Tests.Rehearsals.Documents;

/// <summary>Reads operations, of OpenAPI 3 and of Swagger 2.0.</summary>
internal static partial class ApiReader
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    public static IEnumerable<ApiOperation> Operations(Api api)
    {
        foreach (var (path, raw) in api.Root.Raw("paths")?.Members ?? [])
        {
            if (raw.Follow() is not { } item || !path.StartsWith('/'))
            {
                continue;
            }
            foreach (var method in Methods)
            {
                if (item.Raw(method) is { } operation)
                {
                    yield return Operation(api, path, method, item, operation);
                }
            }
        }
    }

    public static IReadOnlyList<string> Servers(Api api, Spec owner)
    {
        if (api.IsSwagger)
        {
            var scheme = api.Root.Raw("schemes")?.Items.Select(static item => Json.Text(item.Node)).Order(StringComparer.Ordinal).LastOrDefault() ?? "https";
            var host = api.Root.Text("host") is { } name ? $"{scheme}://{name}" : Api.DefaultHost;
            return [host + api.Root.Text("basePath")];
        }
        var servers = owner.Raw("servers")?.Items.Select(Server).OfType<string>().ToList();
        return servers is { Count: > 0 } ? servers : [Api.DefaultHost];
    }

    private static string? Server(Spec server) => server.Text("url") is { } url
        ? Absolute(Variable().Replace(url, match => server.Raw("variables")?.Raw(match.Groups[1].Value)?.Raw("default") is { } value ? Json.Print(value.Node) : match.Value))
        : null;

    private static string Absolute(string url) => url.Contains("://", StringComparison.Ordinal) ? url : Api.DefaultHost + "/" + url.TrimStart('/');

    private static ApiOperation Operation(Api api, string path, string method, Spec item, Spec operation)
    {
        var owner = operation.Raw("servers") is not null ? operation : item.Raw("servers") is not null ? item : api.Root;
        var declared = (operation.Raw("parameters")?.Items ?? []).Concat(item.Raw("parameters")?.Items ?? []).DistinctBy(static parameter => (parameter.Text("name"), parameter.Text("in"))).ToList();
        return new ApiOperation(
            api, method.ToUpperInvariant(), path, operation.Text("operationId"), Servers(api, owner),
            [.. declared.Where(static parameter => parameter.Text("in") is not ("body" or "formData")).Select(parameter => Parameter(api, parameter))],
            api.IsSwagger ? SwaggerBody(api, operation, declared) : Body(operation["requestBody"]),
            [.. (operation.Raw("responses")?.Members ?? []).Select(pair => Answer(api, operation, pair.Name, pair.Value.Follow())).OfType<ApiAnswer>()],
            Credentials(api, operation));
    }

    private static ApiParameter Parameter(Api api, Spec parameter)
    {
        var place = parameter.Text("in") ?? "query";
        var content = parameter.Raw("content")?.Members.Select(static pair => pair.Value).FirstOrDefault();
        var style = parameter.Text("style") ?? (place is "query" or "cookie" ? "form" : "simple");
        var explodes = parameter.Raw("explode") is { } explode ? Json.IsTrue(explode.Node) : style == "form";
        if (api.IsSwagger)
        {
            (style, explodes) = parameter.Text("collectionFormat") switch
            {
                "multi" => ("form", true),
                "ssv" => ("spaceDelimited", false),
                "pipes" => ("pipeDelimited", false),
                _ => (place == "query" ? "form" : "simple", false),
            };
        }
        return new ApiParameter(
            parameter.Text("name") ?? "", place, place == "path" || parameter.IsTrue("required"), style, explodes,
            api.IsSwagger ? parameter : content?.Raw("schema") ?? parameter.Raw("schema"), content is not null);
    }

    private static ApiBody? Body(Spec? body) => body is null ? null : new ApiBody(body.IsTrue("required"), Media(body.Raw("content")));

    private static List<ApiMedia> Media(Spec? content) => [.. (content?.Members ?? []).Select(static pair => new ApiMedia(pair.Name, pair.Value, pair.Value.Raw("schema")))];

    private static ApiBody? SwaggerBody(Api api, Spec operation, List<Spec> parameters)
    {
        var types = MediaTypes(api, operation, "consumes");
        if (parameters.Find(static parameter => parameter.Text("in") == "body") is { } body)
        {
            return new ApiBody(body.IsTrue("required"), [.. types.Select(type => new ApiMedia(type, body, body.Raw("schema")))]);
        }
        var fields = parameters.Where(static parameter => parameter.Text("in") == "formData").ToList();
        if (fields.Count == 0)
        {
            return null;
        }
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(fields.Select(static field => new KeyValuePair<string, JsonNode?>(field.Text("name")!, field.Node!.DeepClone()))),
            ["required"] = new JsonArray([.. fields.Where(static field => field.IsTrue("required")).Select(static field => (JsonNode?)field.Text("name"))]),
        };
        var forms = types.Where(static type => type.Contains("form", StringComparison.Ordinal)).DefaultIfEmpty("application/x-www-form-urlencoded");
        return new ApiBody(fields.Exists(static field => field.IsTrue("required")), [.. forms.Select(type => new ApiMedia(type, fields[0], fields[0] with { Node = schema }))]);
    }

    private static ApiAnswer? Answer(Api api, Spec operation, string status, Spec? answer)
    {
        if (answer is null || status.StartsWith("x-", StringComparison.Ordinal))
        {
            return null;
        }
        var media = api.IsSwagger
            ? answer.Raw("schema") is { } schema ? [.. MediaTypes(api, operation, "produces").Select(type => new ApiMedia(type, answer, schema))] : []
            : Media(answer.Raw("content"));
        return new ApiAnswer(status, media, [.. (answer.Raw("headers")?.Members ?? []).Select(static pair => (pair.Name, pair.Value.Follow())).Where(static pair => pair.Item2 is not null)!]);
    }

    private static List<string> MediaTypes(Api api, Spec operation, string field) =>
        [.. ((operation.Raw(field) ?? api.Root.Raw(field))?.Items ?? []).Select(static item => Json.Text(item.Node)).OfType<string>().DefaultIfEmpty("application/json")];

    private static List<IReadOnlyList<ApiCredential>> Credentials(Api api, Spec operation)
    {
        var schemes = api.IsSwagger ? api.Root.Raw("securityDefinitions") : api.Root.Raw("components")?.Raw("securitySchemes");
        return [.. ((operation.Raw("security") ?? api.Root.Raw("security"))?.Items ?? [])
            .Select(group => group.Node is JsonObject names ? names.Select(name => Credential(name.Key, schemes?[name.Key])).ToList() : [])
            .Where(static group => group.TrueForAll(static credential => credential is not null))
            .Select(static group => (IReadOnlyList<ApiCredential>)group.OfType<ApiCredential>().ToList())];
    }

    private static ApiCredential? Credential(string scheme, Spec? definition) => definition?.Text("type") switch
    {
        "apiKey" => new ApiCredential(scheme, definition.Text("in") ?? "header", definition.Text("name") ?? ""),
        "http" or "basic" or "oauth2" or "openIdConnect" => new ApiCredential(scheme, "header", "Authorization"),
        _ => null,
    };

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Variable();
}
