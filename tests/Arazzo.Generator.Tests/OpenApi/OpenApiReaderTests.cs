using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;
using Arazzo.Generator.Tests.Reading;
using static Arazzo.Generator.Tests.OpenApi.OpenApiTest;

namespace Arazzo.Generator.Tests.OpenApi;

public class OpenApiReaderTests
{
    [Theory]
    [InlineData("3.0.0", OpenApiVersion.V3_0)]
    [InlineData("3.0", OpenApiVersion.V3_0)]
    [InlineData("3.1.1", OpenApiVersion.V3_1)]
    [InlineData("3.2.0", OpenApiVersion.V3_2)]
    [InlineData("3.0.0-rc1", OpenApiVersion.V3_0)]
    public void Version_that_is_supported__is_read(string version, object expected)
    {
        Assert.Equal((OpenApiVersion)expected, Read($"openapi: {version}\npaths: {{}}").Version);
    }

    [Theory]
    [InlineData("swagger: '1.2'\npaths: {}", "ARZ0016 1:10-1:15")]
    [InlineData("openapi: 4.0.0\npaths: {}", "ARZ0016 1:10-1:15")]
    [InlineData("openapi: '3'\npaths: {}", "ARZ0016 1:10-1:13")]
    [InlineData("info: {}\nopenapi: next\n", "ARZ0016 2:10-2:14")]
    public void Version_that_is_not_supported__is_reported(string text, string expected)
    {
        var (document, diagnostics) = TryRead(text);

        Assert.Null(document);
        Assert.Equal([expected], diagnostics);
    }

    [Theory]
    [InlineData("openapi: 3.3.0\npaths: {}", OpenApiVersion.V3_2, "ARZ0161 1:10-1:15")]
    [InlineData("openapi: 3.10.0\npaths: {}", OpenApiVersion.V3_2, "ARZ0161 1:10-1:16")]
    [InlineData("info: {title: A}\npaths: {}", OpenApiVersion.V3_1, "ARZ0102 1:1-1:5")]
    public void Version_is_later_or_missing__is_reported_and_the_document_is_read(string text, object version, string expected)
    {
        var (document, diagnostics) = TryRead(text);

        Assert.Equal((OpenApiVersion)version, document!.Version);
        Assert.Equal([expected], diagnostics);
    }

    [Fact]
    public void Document__has_everything_at_its_place()
    {
        var document = Read("""
            openapi: 3.2.0
            $self: https://example.com/api
            info: {title: Pets, version: 1.0, description: About pets}
            servers:
              - url: https://{region}.example.com
                variables: {region: {default: eu, enum: [eu, us]}}
            tags: [{name: pets, description: All of them}]
            security: [{}, {key: [], oauth: [read, write]}]
            paths:
              x-internal: 1
              /pets/{id}:
                summary: S
                servers: [{url: /v2}]
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                get:
                  operationId: getPet
                  tags: [pets]
                  deprecated: true
                  security: []
                  x-idempotent: true
                  responses:
                    '200': {description: ok, headers: {X-A: {schema: {type: integer}}}, content: {application/json: {schema: {type: object}}}}
                    4XX: {$ref: '#/components/responses/Error'}
                    default: {description: other}
                    x-note: {}
                query: {requestBody: {required: true, content: {text/plain: {}}}, responses: {}}
                additionalOperations: {COPY: {responses: {}}}
            webhooks:
              created: {post: {operationId: created, responses: {}}}
            components:
              responses: {Error: {description: E, content: {application/json: {example: {code: 1}}}}}
              securitySchemes:
                key: {type: apiKey, in: query, name: api_key}
                bearer: {type: http, scheme: Bearer, bearerFormat: JWT}
                oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: /t, scopes: {read: R, write: W}}}}
            """);

        Assert.Equal(("Pets", "1.0", "About pets", "https://example.com/api"), (document.Title, document.ApiVersion, document.Description, document.Self));
        Assert.Equal(("eu", 2), (document.Servers[0].Variables["region"]!.Default, document.Servers[0].Variables["region"]!.Enum.Length));
        Assert.Equal([0, 2], document.Security.Select(static requirement => requirement.Schemes.Length));
        Assert.Equal(["read", "write"], document.Security[1].Schemes[1].Scopes);
        Assert.Equal(["GET", "QUERY", "COPY"], document.Operations.Select(static operation => operation.Method));
        var operation = document.Operations.First();
        Assert.Equal(("getPet", "/pets/{id}", true), (operation.OperationId, operation.Path, operation.Deprecated));
        Assert.Empty(operation.Security!.Value);
        Assert.Null(document.Operations.Last().Security);
        Assert.Equal("/v2", Assert.Single(operation.Servers).Url);
        Assert.Equal("true", NodeJson.Write(operation.Extension("x-idempotent")!));
        Assert.Equal(["200", "4XX", "default"], operation.Responses.Select(static response => response.Name));
        Assert.Equal(SchemaTypes.Integer, operation.Responses["200"]!.Headers["X-A"]!.Schema!.Types);
        Assert.Equal("#/components/responses/Error", operation.Responses["4XX"]!.Reference!.Text);
        Assert.True(document.Operations.ElementAt(1).RequestBody!.Required);
        Assert.Equal("created", Assert.Single(document.Webhooks["created"]!.Operations).OperationId);
        Assert.Equal(("Bearer", "JWT"), (document.Components.SecuritySchemes["bearer"]!.Scheme, document.Components.SecuritySchemes["bearer"]!.BearerFormat));
        Assert.Equal((ParameterLocation.Query, "api_key"), (document.Components.SecuritySchemes["key"]!.In, document.Components.SecuritySchemes["key"]!.Name));
        Assert.Equal("W", document.Components.SecuritySchemes["oauth"]!.Flows[0].Scopes["write"]);
        Assert.Equal("""{"code":1}""", NodeJson.Write(Assert.Single(document.Components.Responses["Error"]!.Content["application/json"]!.Examples)));
    }

    [Theory]
    [InlineData("openapi: 3.1.0\n", "ARZ0102 1:1-1:8")]
    [InlineData("openapi: 3.1.0\npaths: []\n", "ARZ0101 2:8-2:10")]
    [InlineData("openapi: 3.1.0\npaths:\n  a: {}\n", "ARZ0104 3:3-3:4")]
    [InlineData("openapi: 3.1.0\npaths:\n  /a: text\n", "ARZ0101 3:7-3:11")]
    [InlineData("openapi: 3.1.0\npaths:\n  /a:\n    get: []\n", "ARZ0101 4:10-4:12")]
    [InlineData("openapi: 3.0.0\npaths:\n  /a:\n    get:\n      tags: [x]\n", "ARZ0102 4:5-4:8")]
    [InlineData("openapi: 3.1.0\npaths:\n  /a:\n    get: {responses: {ok: {}}}\n", "ARZ0103 4:23-4:25")]
    [InlineData("openapi: 3.1.0\npaths:\n  /a:\n    get: {responses: {600: {}}}\n", "ARZ0103 4:23-4:26")]
    [InlineData("openapi: 3.1.0\npaths: {}\nservers: [{}]\n", "ARZ0102 3:11-3:13")]
    [InlineData("openapi: 3.1.0\npaths: {}\nsecurity: {}\n", "ARZ0101 3:11-3:13")]
    [InlineData("openapi: 3.1.0\ncomponents: {securitySchemes: {a: {type: magic}}}\n", "ARZ0103 2:42-2:47")]
    [InlineData("openapi: 3.1.0\ncomponents: {securitySchemes: {a: {in: header}}}\n", "ARZ0102 2:35-2:47")]
    [InlineData("openapi: 3.1.0\ncomponents: {securitySchemes: {a: {type: apiKey, name: n, in: body}}}\n", "ARZ0103 2:63-2:67")]
    [InlineData("openapi: 3.1.0\ncomponents: {securitySchemes: {a: {type: http}}}\n", "ARZ0102 2:35-2:47")]
    [InlineData("openapi: 3.1.0\npaths:\n  /a: {get: {operationId: x, responses: {}}}\n  /b: {get: {operationId: x, responses: {}}}\n", "ARZ0105 4:27-4:28")]
    public void Malformed_part__is_reported_at_its_place_and_the_rest_is_read(string text, string expected)
    {
        var (document, diagnostics) = TryRead(text);

        Assert.NotNull(document);
        Assert.Equal([expected], diagnostics);
    }

    [Fact]
    public void Fault_in_what_an_alias_shares__is_reported_once()
    {
        Assert.Equal(["ARZ0103 4:24-4:28"], TryRead("openapi: 3.1.0\ncomponents:\n  schemas:\n    A: &a {x: 1, type: nope}\n    B: *a\n    C: {items: *a}\n").Diagnostics);
    }

    [Fact]
    public void Node__is_always_the_same_object()
    {
        var document = Read("openapi: 3.1.0\ncomponents: {schemas: {A: {properties: {b: {}}}}}\n");
        var a = document.Components.Schemas["A"]!;
        var reader = new OpenApiReader(document, new DiagnosticBag("test.yaml"));

        Assert.Same(a, reader.ReadSchema(a.Node));
        Assert.Same(a.Properties["b"], reader.ReadSchema(a.Properties["b"]!.Node));
    }

    [Fact]
    public void Object_read_on_demand__is_reported_on_every_run_and_once_in_each()
    {
        var document = Read("openapi: 3.1.0\npaths: {}\nx-hidden: {type: nope}\n");
        for (var run = 0; run < 2; run++)
        {
            var diagnostics = new DiagnosticBag("test.yaml");
            var reader = new OpenApiReader(document, diagnostics);

            Assert.Same(reader.ReadSchema(document.Root["x-hidden"]!), reader.ReadSchema(document.Root["x-hidden"]!));
            Assert.Equal(["ARZ0103 3:18-3:22"], ReadingAssert.Format(diagnostics));
        }
    }

    [Fact]
    public void Cancellation__is_honoured()
    {
        var diagnostics = new DiagnosticBag("test.yaml");
        var specification = SpecificationReader.Read("test.yaml", "openapi: 3.1.0\npaths: {/a: {}}", null, diagnostics, CancellationToken.None)!;
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => OpenApiReader.ReadDocument(specification, null, diagnostics, source.Token));
    }
}
