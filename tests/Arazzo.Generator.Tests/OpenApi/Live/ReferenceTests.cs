using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class ReferenceTests
{
    private const string Common = """
        components:
          schemas:
            Error: {type: object, properties: {code: {type: integer, format: int32}}}
          parameters:
            Limit: {name: limit, in: query, schema: {type: integer, format: int32}}
          responses:
            Bad: {description: Bad, content: {application/json: {schema: {$ref: '#/components/schemas/Error'}}}}
        Loose: {type: object, properties: {a: {type: string}}}
        """;

    private static readonly GeneratorTest Files = Live.Document("""
        paths:
          /x:
            get:
              operationId: get
              parameters: [{$ref: 'shared/common.yml#/components/parameters/Limit'}]
              responses:
                '200': {description: A, content: {application/json: {schema: {$ref: '#/paths/~1y/put/requestBody/content/application~1json/schema'}}}}
                '400': {$ref: './shared/common.yml#/components/responses/Bad'}
          /y:
            $ref: 'shared/paths%20of%20y.yml'
            put:
              operationId: put
              requestBody:
                content:
                  application/json:
                    schema:
                      title: Whole
                      type: object
                      properties:
                        loose: {$ref: 'https://specs.test/x/common.yml#/Loose'}
                        pet: {$ref: shared/Pet.yaml}
                        item: {$ref: '#/components/schemas/List/prefixItems/1'}
                        through: {$ref: '#/paths/~1x/get/responses/400/content/application~1json/schema'}
              responses: {'204': {description: Done}}
        components:
          schemas:
            List: {type: array, prefixItems: [{type: string}, {type: integer, format: int32}]}
        """)
        .With("specs/shared/common.yml", Common)
        .With("specs/shared/paths of y.yml", "delete: {operationId: delete, responses: {'204': {description: Done}}}\nput: {operationId: other, responses: {}}\n")
        .With("specs/shared/Pet.yaml", "type: object\nproperties: {name: {type: string}, parent: {$ref: '#'}}\n");

    [Fact]
    public async Task Objects_lie_in_many_files_and_places__are_found_and_named()
    {
        var handler = new RecordingHandler().Answer(200, """{"loose":{"a":"l"},"pet":{"name":"p","parent":{"name":"q"}},"item":7,"through":{"code":3}}""");
        var text = await Files.CallAsync(handler, """
            var body = await client.GetAsync(limit: 2);
            Loose loose = body.Loose!; Pet pet = body.Pet!; Error error = body.Through!; int? item = body.Item;
            return $"{loose.A} {pet.Name} {pet.Parent!.Name} {error.Code} {item}";
            """);
        Assert.Equal("l p q 3 7", text);
        Assert.Equal("/v1/x?limit=2", handler.Request.Uri.PathAndQuery);
    }

    [Theory]
    [InlineData("DeleteAsync()", "DELETE")]
    [InlineData("PutAsync()", "PUT")]
    public async Task Path_is_a_reference_with_operations_beside_it__both_are_there(string call, string method) =>
        Assert.Equal((method, "/v1/y"), (await Files.RequestAsync(call)) is var request ? (request.Method, request.Uri.AbsolutePath) : default);

    [Fact]
    public async Task Schemas_have_ids_and_anchors__references_follow_them()
    {
        var handler = new RecordingHandler().Answer(200, """{"byId":{"x":1},"byAnchor":{"y":2},"inner":{"z":{"y":3}},"self":{"text":"s"},"tree":{"next":{"next":{}}}}""");
        var text = await GeneratorTest.Of(Live.Path, """
            openapi: 3.2.0
            $self: https://specs.test/api/main
            info: {title: Test, version: '1'}
            servers: [{url: 'https://api.test/v1'}]
            paths:
              /x:
                get:
                  operationId: get
                  responses:
                    '200':
                      description: A
                      content:
                        application/json:
                          schema:
                            title: All
                            type: object
                            properties:
                              byId: {$ref: https://ids.test/one}
                              byAnchor: {$ref: 'https://ids.test/two#why'}
                              inner: {$ref: '#/components/schemas/Two'}
                              self: {$ref: 'other#/components/schemas/Other'}
                              tree: {$ref: '#/components/schemas/Tree'}
            components:
              schemas:
                One: {$id: 'https://ids.test/one', type: object, properties: {x: {type: integer, format: int32}}}
                Two:
                  $id: https://ids.test/two
                  type: object
                  properties: {z: {$ref: '#why'}}
                  $defs: {Why: {$anchor: why, type: object, properties: {y: {type: integer, format: int32}}}}
                Tree: {$dynamicAnchor: node, type: object, properties: {next: {$dynamicRef: '#node'}}}
            """).With("specs/elsewhere.yml", """
            openapi: 3.2.0
            $self: https://specs.test/api/other
            info: {title: Other, version: '1'}
            servers: [{url: 'https://other.test'}]
            components: {schemas: {Other: {type: object, properties: {text: {type: string}}}}}
            """).CallAsync(handler, """
            var all = await client.GetAsync();
            return $"{all.ById!.X} {all.ByAnchor!.Y} {all.Inner!.Z!.Y} {all.Self!.Text} {all.Tree!.Next!.Next is not null}";
            """);
        Assert.Equal("1 2 3 s True", text);
    }

    [Fact]
    public async Task Media_type_is_a_reference__is_that_of_the_components()
    {
        var handler = new RecordingHandler().Answer(200, "{\"x\":7}");
        Assert.Equal("7", await Live.Document(MediaTypes("#/components/mediaTypes/A"), "3.2.0").CallAsync(handler, "return $\"{(await client.GetAsync()).X}\";"));
    }

    [Theory]
    [InlineData("#/components/mediaTypes/None", "nothing stands there; correct the reference or add what it names")]
    [InlineData("other.yml#/A", "a media type must stand in the same file")]
    public void Reference_to_a_media_type_is_wrong__is_told_at_its_place(string reference, string why)
    {
        var diagnostic = Assert.Single(Live.Document(MediaTypes(reference), "3.2.0").RunWithDiagnostics().Diagnostics, static diagnostic => diagnostic.Id == "ARZ0120");
        Assert.Equal((12, 38), (diagnostic.Line, diagnostic.Column));
        Assert.EndsWith(why, diagnostic.Message, StringComparison.Ordinal);
    }

    private static string MediaTypes(string reference) => """
        paths:
          /x:
            get:
              operationId: get
              responses:
                '200':
                  description: A
                  content:
                    application/json: {$ref: 'REFERENCE'}
        components:
          mediaTypes:
            A: {$ref: '#/components/mediaTypes/B'}
            B: {schema: {type: object, properties: {x: {type: integer}}}}
        """.Replace("REFERENCE", reference, StringComparison.Ordinal);

    [Theory]
    [InlineData("{$ref: '#/components/responses/R'}", "it names one of the responses, and one of the schemas belongs here")]
    [InlineData("{$ref: 'none.yml#/A'}", "'none.yml' is no ApiSpec item of this project; add the file to the project")]
    [InlineData("{$ref: '#/components/schemas/None'}", "nothing stands there; correct the reference or add what it names")]
    [InlineData("{$ref: '#none'}", "nothing stands there; correct the reference or add what it names")]
    [InlineData("{$ref: '#/components/schemas/A/properties/p'}", "it refers to itself")]
    public void Reference_is_wrong__is_told_at_its_place_and_spoils_nothing_else(string schema, string why)
    {
        var result = Live.Document("""
            components:
              schemas:
                A: {properties: {q: {type: string}, p: #}}
              responses: {R: {description: R}}
            """.Replace("#}}", schema + "}}", StringComparison.Ordinal)).RunWithDiagnostics();
        var diagnostic = Assert.Single(result.Diagnostics, static diagnostic => diagnostic.Id == "ARZ0120");
        Assert.Equal((6, 51), (diagnostic.Line, diagnostic.Column));
        Assert.EndsWith(why, diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains("string? Q", result.Source("Models/A.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Objects_of_every_kind__may_be_whole_files()
    {
        var handler = new RecordingHandler().Answer(404, "{\"code\":\"gone\"}", ("X-Left", "3"));
        var text = await Live.Document("""
            paths:
              /a:
                post:
                  operationId: post
                  parameters: [{$ref: parts/limit.yml}]
                  requestBody: {$ref: parts/body.yml}
                  responses: {'204': {description: Done, headers: {X-Left: {$ref: parts/left.yml}}}, '404': {$ref: parts/not-found.yml}}
              /b: {$ref: parts/path.yml}
            """)
            .With("specs/parts/limit.yml", "{name: limit, in: query, schema: {type: integer}}")
            .With("specs/parts/body.yml", "{required: true, content: {application/json: {schema: {$ref: pet.yml}}}}")
            .With("specs/parts/left.yml", "schema: {type: integer}")
            .With("specs/parts/not-found.yml", "description: Gone\ncontent: {application/json: {schema: {$ref: problem.yml}}}\n")
            .With("specs/parts/path.yml", "get: {operationId: b, responses: {'204': {description: Done}}}")
            .With("specs/parts/pet.yml", "{type: object, properties: {name: {type: string}}}")
            .With("specs/parts/problem.yml", "{properties: {code: {type: string}}}")
            .CallAsync(handler, """
            _ = nameof(client.BAsync);
            try { await client.PostAsync(new Pet { Name = "x" }, limit: 5); return ""; }
            catch (ApiException<Problem> e) { return e.Error.Code + new PostHeaders(e.ResponseHeaders).XLeft; }
            """);
        Assert.Equal(("gone3", "/v1/a?limit=5", "{\"name\":\"x\"}"), (text, handler.Request.Uri.PathAndQuery, handler.Request.Body));
    }

    [Fact]
    public void File_of_schemas_is_referred_to_by_none__is_told()
    {
        var result = Live.Document("paths: {}\n").With("specs/common.yml", Common).RunWithDiagnostics();
        Assert.Equal(["specs/common.yml(1,1) ARZ0004"], result.Diagnostics.Select(static diagnostic => $"{diagnostic.Path}({diagnostic.Line},{diagnostic.Column}) {diagnostic.Id}"));
    }
}
