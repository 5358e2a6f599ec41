using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;
using static Arazzo.Generator.Tests.OpenApi.OpenApiTest;

namespace Arazzo.Generator.Tests.OpenApi;

public class SwaggerReaderTests
{
    [Theory]
    [InlineData("host: a.test", "https://a.test/")]
    [InlineData("host: a.test\nbasePath: /v1", "https://a.test/v1")]
    [InlineData("host: 'a.test:8443'\nbasePath: v1/\nschemes: [https]", "https://a.test:8443/v1/")]
    [InlineData("host: a.test\nschemes: [http, wss, https]", "https://a.test/|http://a.test/")]
    [InlineData("host: a.test\nschemes: [http]", "http://a.test/")]
    [InlineData("basePath: /v1", "/v1")]
    [InlineData("tags: []", "")]
    public void Host_base_path_and_schemes__are_servers(string text, string expected) =>
        Assert.Equal(expected, string.Join("|", Read($"swagger: '2.0'\n{text}\npaths: {{}}").Servers.Select(static server => server.Url)));

    [Fact]
    public void Schemes_of_an_operation__are_its_servers()
    {
        var operations = Read("""
            swagger: '2.0'
            host: a.test
            schemes: [https]
            paths:
              /a: {get: {schemes: [http], responses: {}}, put: {responses: {}}}
            """).Operations.ToList();
        Assert.Equal("http://a.test/", Assert.Single(operations[0].Servers).Url);
        Assert.Empty(operations[1].Servers);
    }

    [Theory]
    [InlineData("query", "", "form", false)]
    [InlineData("query", "csv", "form", false)]
    [InlineData("query", "multi", "form", true)]
    [InlineData("query", "ssv", "spaceDelimited", false)]
    [InlineData("query", "tsv", "tabDelimited", false)]
    [InlineData("query", "pipes", "pipeDelimited", false)]
    [InlineData("path", "csv", "simple", false)]
    [InlineData("header", "", "simple", false)]
    public void Collection_format__is_a_style(string location, string format, string style, bool explode)
    {
        var text = $"name: a, in: {location}, type: array, items: {{type: integer, format: int64}}" + (format.Length > 0 ? ", collectionFormat: " + format : "");
        var parameter = Assert.Single(Read($"swagger: '2.0'\npaths: {{'/{{a}}': {{get: {{parameters: [{{{text}}}{(location == "path" ? "" : ", {name: a, in: path, type: string}")}], responses: {{}}}}}}}}")
            .Operations.Single().Parameters, parameter => parameter.In.ToString().Equals(location, StringComparison.OrdinalIgnoreCase));
        Assert.Equal((style, explode, SchemaTypes.Array, "int64"), (parameter.Style, parameter.Explode, parameter.Schema!.Types, parameter.Schema.Items!.Format));
    }

    [Theory]
    [InlineData("parameters: [{name: b, in: body, schema: {type: object}}]", "application/vnd.a+json")]
    [InlineData("consumes: [application/json, text/xml]\nparameters: [{name: b, in: body, schema: {type: object}}]", "application/json|text/xml")]
    [InlineData("consumes: []\nparameters: [{in: body, schema: {type: object}}]", "application/json")]
    [InlineData("parameters: [{name: f, in: formData, type: string}]", "application/x-www-form-urlencoded")]
    [InlineData("consumes: [multipart/form-data, application/x-www-form-urlencoded, application/json]\nparameters: [{name: f, in: formData, type: string}]", "multipart/form-data|application/x-www-form-urlencoded")]
    [InlineData("consumes: [application/x-www-form-urlencoded]\nparameters: [{name: f, in: formData, type: file}]", "multipart/form-data")]
    [InlineData("parameters: [{$ref: '#/parameters/Body'}]", "application/vnd.a+json")]
    [InlineData("parameters: [{name: q, in: query, type: string}]", null)]
    public void Body_and_form_parameters__are_the_request_body(string operation, string? expected)
    {
        var read = Read("swagger: '2.0'\nconsumes: [application/vnd.a+json]\nparameters: {Body: {name: b, in: body, required: true, schema: {}}}\npaths:\n  /a:\n    post:\n      responses: {}\n"
            + string.Join("\n", operation.Split('\n').Select(static line => "      " + line))).Operations.Single();
        Assert.Equal(expected, read.RequestBody is null ? null : string.Join("|", read.RequestBody.Content.Select(static content => content.Name)));
        Assert.Equal(operation.Contains("$ref", StringComparison.Ordinal), read.RequestBody is { Required: true });
        Assert.DoesNotContain(read.Parameters, static parameter => parameter.In is ParameterLocation.Body or ParameterLocation.FormData || parameter.Reference is not null);
    }

    [Fact]
    public void Form__is_an_object_whose_lists_have_an_encoding()
    {
        var body = Read("""
            swagger: '2.0'
            paths:
              /a:
                parameters: [{name: shared, in: formData, type: boolean}]
                post:
                  parameters:
                    - {name: file, in: formData, type: file, required: true, description: The file}
                    - {name: tags, in: formData, type: array, items: {type: string}, collectionFormat: pipes}
                    - {name: ids, in: formData, type: array, items: {type: string}, collectionFormat: multi}
                  responses: {}
            """).Operations.Single().RequestBody!;
        var form = body.Content["multipart/form-data"]!;
        Assert.True(body.Required);
        Assert.Equal(["shared", "file", "tags", "ids"], form.Schema!.Properties.Select(static property => property.Name));
        Assert.Equal(["file"], form.Schema.Required.Select(static name => name.Text));
        Assert.Equal((SchemaTypes.String, "binary", "The file"), (form.Schema.Properties["file"]!.Types, form.Schema.Properties["file"]!.Format, form.Schema.Properties["file"]!.Description));
        Assert.Equal([("tags", "pipeDelimited", false), ("ids", "form", true)], form.Encoding.Select(static entry => (entry.Name, entry.Value.Style!, entry.Value.Explode!.Value)));
    }

    [Theory]
    [InlineData("{description: d, schema: {type: string}}", "text/plain|application/json")]
    [InlineData("{description: d, schema: {type: file}}", "text/plain|application/json")]
    [InlineData("{description: d}", "")]
    [InlineData("{$ref: '#/responses/Shared'}", "text/plain|application/json")]
    public void Schema_of_a_response__is_its_content(string response, string expected)
    {
        var operation = Read($"""
            swagger: '2.0'
            produces: [application/json]
            responses:
              Shared:
                description: s
                schema:
                  type: string
            paths:
              /a:
                get:
                  produces: [text/plain, application/json]
                  responses:
                    200: {response}
            """).Operations.Single();
        Assert.Equal(expected, string.Join("|", operation.Responses["200"]!.Content.Select(static content => content.Name)));
    }

    [Fact]
    public void Response_that_is_shared__has_the_documents_media_types()
    {
        var response = Read("""
            swagger: '2.0'
            produces: [application/problem+json]
            responses: {Shared: {description: s, schema: {type: string}, headers: {X-A: {type: array, items: {type: integer}}}, examples: {application/problem+json: text}}}
            paths: {}
            """).Components.Responses["Shared"]!;
        var content = Assert.Single(response.Content);
        Assert.Equal(("application/problem+json", "\"text\""), (content.Name, NodeJson.Write(Assert.Single(content.Value.Examples))));
        Assert.Equal(SchemaTypes.Integer, response.Headers["X-A"]!.Schema!.Items!.Types);
    }

    [Fact]
    public void Security_definitions__are_security_schemes()
    {
        var schemes = Read("""
            swagger: '2.0'
            paths: {}
            securityDefinitions:
              basic: {type: basic}
              key: {type: apiKey, in: query, name: k}
              implicit: {type: oauth2, flow: implicit, authorizationUrl: 'https://a.test/a', scopes: {read: R, x-note: n}}
              password: {type: oauth2, flow: password, tokenUrl: 'https://a.test/t', scopes: {}}
              application: {type: oauth2, flow: application, tokenUrl: 'https://a.test/t', scopes: {}}
              code: {type: oauth2, flow: accessCode, authorizationUrl: 'https://a.test/a', tokenUrl: 'https://a.test/t', scopes: {}}
            """).Components.SecuritySchemes;
        Assert.Equal((SecuritySchemeType.Http, "basic"), (schemes["basic"]!.Type, schemes["basic"]!.Scheme));
        Assert.Equal((SecuritySchemeType.ApiKey, ParameterLocation.Query, "k"), (schemes["key"]!.Type, schemes["key"]!.In, schemes["key"]!.Name));
        Assert.Equal(["implicit", "password", "clientCredentials", "authorizationCode"], schemes.Skip(2).Select(static scheme => Assert.Single(scheme.Value.Flows).Kind));
        Assert.Equal(["read"], schemes["implicit"]!.Flows[0].Scopes.Select(static scope => scope.Name));
        Assert.Equal(("https://a.test/a", "https://a.test/t"), (schemes["code"]!.Flows[0].AuthorizationUrl, schemes["code"]!.Flows[0].TokenUrl));
    }

    [Fact]
    public void Definition__is_a_schema()
    {
        var schemas = Read("""
            swagger: '2.0'
            definitions:
              Pet: {type: object, discriminator: kind, required: [kind], properties: {kind: {type: string}, note: {type: string, x-nullable: true, example: e}}}
              Cat: {allOf: [{$ref: '#/definitions/Pet'}]}
            """).Components.Schemas;
        Assert.Equal("kind", schemas["Pet"]!.Discriminator!.PropertyName);
        Assert.Equal((SchemaTypes.String | SchemaTypes.Null, "\"e\""), (schemas["Pet"]!.Properties["note"]!.Types, NodeJson.Write(schemas["Pet"]!.Properties["note"]!.Examples[0])));
        Assert.Equal("#/definitions/Pet", schemas["Cat"]!.AllOf[0].Reference!.Text);
    }

    [Theory]
    [InlineData("swagger: '2.0'\n", "ARZ0102 1:1-1:8")]
    [InlineData("swagger: '2.0'\npaths: {/a: {get: {responses: {}, parameters: [{name: a, in: cookie, type: string}]}}}\n", "ARZ0103 2:62-2:68")]
    [InlineData("swagger: '2.0'\npaths: {/a: {get: {responses: {}, parameters: [{name: a, in: query}]}}}\n", "ARZ0102 2:48-2:68")]
    [InlineData("swagger: '2.0'\npaths: {/a: {get: {responses: {}, parameters: [{name: a, in: body}]}}}\n", "ARZ0102 2:48-2:67")]
    [InlineData("swagger: '2.0'\npaths: {/a: {get: {responses: {}, parameters: [{name: a, in: query, type: array, collectionFormat: x}]}}}\n", "ARZ0103 2:100-2:101")]
    [InlineData("swagger: '2.0'\npaths: {/a: {get: {}}}\n", "ARZ0102 2:14-2:17")]
    public void Fault__is_reported_at_its_place(string text, string expected) => Assert.Equal([expected], TryRead(text).Diagnostics);
}
