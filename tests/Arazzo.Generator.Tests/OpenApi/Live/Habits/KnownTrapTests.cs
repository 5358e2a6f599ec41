using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

/// <summary>What breaks other generators on real documents, each reduced to what is needed.</summary>
public sealed class KnownTrapTests
{
    private const string Done = "responses: {'204': {description: Done}}";

    [Theory]
    // A sign in an operationId that no identifier has, and text that ends a comment or a string.
    [InlineData("/a: {get: {operationId: 'get_a#avatar', description: 'Ends */ \"\"\" </summary> and `not', " + Done + "}}", "GetAAvatarAsync()", "GET /v1/a")]
    // One name in path, query, header and cookie.
    [InlineData("/a/{path}: {get: {operationId: get, parameters: [{name: path, in: path, required: true, schema: {type: string}}, {name: path, in: query, schema: {type: string}}, {name: path, in: header, schema: {type: string}}], " + Done + "}}", "GetAsync(\"p\", \"q\", \"h\")", "GET /v1/a/p?path=q")]
    // Words that C# reserves.
    [InlineData("/a: {get: {operationId: new, parameters: [{name: base, in: query, schema: {type: string}}, {name: params, in: query, schema: {type: string}}, {name: await, in: query, schema: {type: string}}], " + Done + "}}", "NewAsync(\"b\", \"p\", \"a\")", "GET /v1/a?base=b&params=p&await=a")]
    // Paths that differ by the names of their variables alone, and without operationIds.
    [InlineData("/orgs/{org}/x/{id}: {get: {parameters: [{name: org, in: path, required: true, schema: {type: string}}, {name: id, in: path, required: true, schema: {type: string}}], " + Done + "}}\n  /orgs/{name}/x/{key}: {get: {parameters: [{name: name, in: path, required: true, schema: {type: string}}, {name: key, in: path, required: true, schema: {type: string}}], " + Done + "}}", "GetOrgsByNameXByKeyAsync(\"n\", \"k\")", "GET /v1/orgs/n/x/k")]
    // A pattern with escapes, and a default of text that looks like code.
    [InlineData("/a: {get: {operationId: get, parameters: [{name: d, in: query, schema: {type: string, pattern: '^\\d+\"$', default: '\\\"{0}'}}], " + Done + "}}", "GetAsync(\"1\")", "GET /v1/a?d=1")]
    // An optional enum of numbers, and one of booleans.
    [InlineData("/a: {get: {operationId: get, parameters: [{name: e, in: query, schema: {type: integer, enum: [1, -1]}}, {name: b, in: query, schema: {type: boolean, enum: [true]}}, {name: n, in: query, schema: {type: number, enum: [0.5, 1]}}], " + Done + "}}", "GetAsync(new(-1), true, 0.5)", "GET /v1/a?e=-1&b=true&n=0.5")]
    // Names that other code has.
    [InlineData("/a: {get: {operationId: get, parameters: [{name: cancellationToken, in: query, schema: {type: string}}, {name: options, in: query, schema: {type: string}}, {name: body, in: query, schema: {type: string}}, {name: client, in: query, schema: {type: string}}, {name: value, in: query, schema: {type: string}}, {name: request, in: query, schema: {type: string}}], " + Done + "}}", "GetAsync(\"1\", \"2\", \"3\", \"4\", \"5\", \"6\")", "GET /v1/a?cancellationToken=1&options=2&body=3&client=4&value=5&request=6")]
    // Names that differ by case or by signs alone.
    [InlineData("/a: {get: {operationId: get, parameters: [{name: id, in: query, schema: {type: string}}, {name: Id, in: query, schema: {type: string}}, {name: _id, in: query, schema: {type: string}}, {name: 'id[]', in: query, schema: {type: array, items: {type: string}}}], " + Done + "}}", "GetAsync(\"1\", \"2\", \"3\", [\"4\"])", "GET /v1/a?id=1&Id=2&_id=3&id%5B%5D=4")]
    // Variables side by side, with a dot, in a name with spaces, and a path that ends with a slash.
    [InlineData("/a/{x}{y}/{file}.{ext}/{a b}/: {get: {operationId: get, parameters: [{name: x, in: path, required: true, schema: {type: string}}, {name: y, in: path, required: true, schema: {type: string}}, {name: file, in: path, required: true, schema: {type: string}}, {name: ext, in: path, required: true, schema: {type: string}}, {name: a b, in: path, required: true, schema: {type: string}}], " + Done + "}}", "GetAsync(\"1\", \"2\", \"f\", \"e\", \"z\")", "GET /v1/a/12/f.e/z/")]
    // A body on GET and on DELETE, and an empty object as parameters of the operation.
    [InlineData("/a: {delete: {operationId: remove, requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}, parameters: [], " + Done + "}}", "RemoveAsync(new() { A = \"x\" })", "DELETE /v1/a {\"a\":\"x\"}")]
    public async Task Request__is_the_one_that_is_meant(string path, string call, string expected)
    {
        var request = await Live.Document($"paths:\n  {path}\n").RequestAsync(call);
        Assert.Equal(expected, $"{request.Method} {request.Uri.PathAndQuery}{(request.Body is { Length: > 0 } body ? " " + body : "")}");
    }

    [Theory]
    // Inheritance and links that both have a `self`.
    [InlineData("Trip: {allOf: [{$ref: '#/components/schemas/Links'}, {type: object, properties: {id: {type: string}, links: {type: object, properties: {self: {type: string}}}}}, {properties: {self: {type: string, description: Again}}}]}\n    Links: {type: object, properties: {self: {type: string}, next: {type: string}}}", "Trip", """{"self":"s","next":"n","id":"i","links":{"self":"t"}}""")]
    [InlineData("Any: {type: object, properties: {a: true, b: false, c: {}, d: {not: {}}, e: {type: object, additionalProperties: true}}, additionalProperties: true}", "Any", """{"a":[1],"c":null,"e":{"x":1},"z":2}""")]
    [InlineData("Zones: {type: object, properties: {zone: {type: string, enum: ['Etc/GMT0', 'Etc/GMT-0', 'Etc/GMT+0', '+1', '-1', '', ' ', '1st', '*', a b, a-b, a_b, A_B]}}}", "Zones", """{"zone":"a-b"}""")]
    [InlineData("Zones: {type: object, properties: {zone: {type: string, enum: [a, b]}}}", "Zones", """{"zone":"tomorrow"}""")]
    // An enum that others compose, with a null in it and a description beside it.
    [InlineData("Level: {type: string, enum: [low, high, null], nullable: true}\n    Holder: {type: object, properties: {level: {allOf: [{$ref: '#/components/schemas/Level'}], description: Mine, default: low}}}", "Holder", """{"level":null}""")]
    [InlineData("Tree: {type: object, additionalProperties: {$ref: '#/components/schemas/Leaf'}}\n    Leaf: {type: object, properties: {tree: {$ref: '#/components/schemas/Tree'}}}\n    Root: {type: object, properties: {tree: {$ref: '#/components/schemas/Tree'}}}", "Root", """{"tree":{"a":{"tree":{"b":{}}}}}""")]
    [InlineData("Matrix: {type: object, properties: {rows: {type: array, items: {type: array, items: {type: array, items: {type: integer}}}}}}", "Matrix", """{"rows":[[[1],[]],[]]}""")]
    [InlineData("Item: {type: object, properties: {Item: {type: string}, item: {$ref: '#/components/schemas/item'}, Get: {type: string}, GetType: {type: string}, ToString: {type: string}, equals: {type: boolean}}}\n    item: {type: object, properties: {x: {type: integer}}}\n    ITEM: {type: object, properties: {y: {type: integer}}}", "Item", """{"Item":"i","item":{"x":1},"Get":"g","GetType":"t","ToString":"s","equals":true}""")]
    [InlineData("Größe: {type: object, properties: {ширина: {type: integer}, 高さ: {type: integer}, 'über-all': {type: string}, '💥': {type: string}}}", "Größe", """{"ширина":1,"高さ":2,"über-all":"u","💥":"b"}""")]
    // Big numbers, exactly as they came.
    [InlineData("Big: {type: object, properties: {id: {type: integer}, n: {type: number, format: decimal}, any: {}}}", "Big", """{"id":9007199254740993,"n":0.1000000000000000000000000001,"any":123456789012345678901234567890.10}""")]
    public async Task Answer__makes_a_round_trip(string schemas, string type, string json)
    {
        var result = await Live.Document($"paths: {{}}\ncomponents:\n  schemas:\n    {schemas}\n", schemas.Contains("nullable", StringComparison.Ordinal) ? "3.0.3" : "3.1.0").WithProgram($$""""
            return System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonSerializer.Deserialize<{{type}}>("""{{json}}"""));
            """").Run().RunProgramAsync(new RecordingHandler());
        Assert.True(System.Text.Json.JsonElement.DeepEquals(System.Text.Json.JsonElement.Parse(json), System.Text.Json.JsonElement.Parse(result)), result);
    }

    [Fact]
    public async Task Kubernetes_lists__are_listed_and_watched()
    {
        const string spec = """
            swagger: '2.0'
            info: {title: Test, version: '1'}
            host: api.test
            paths:
              /api/v1/pods:
                get:
                  operationId: listCoreV1Pod
                  produces: [application/json, application/yaml, application/vnd.kubernetes.protobuf, application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch]
                  parameters: [{name: watch, in: query, type: boolean, uniqueItems: true}]
                  responses: {'200': {description: OK, schema: {$ref: '#/definitions/io.k8s.api.core.v1.PodList'}}, '401': {description: Unauthorized}}
            definitions:
              io.k8s.api.core.v1.Pod: {type: object, properties: {kind: {type: string}}}
              io.k8s.api.core.v1.PodList: {type: object, required: [items], properties: {items: {type: array, items: {$ref: '#/definitions/io.k8s.api.core.v1.Pod'}}}}
              io.k8s.apimachinery.pkg.apis.meta.v1.WatchEvent: {type: object, required: [type, object], properties: {type: {type: string}, object: {$ref: '#/definitions/io.k8s.apimachinery.pkg.runtime.RawExtension'}}}
              io.k8s.apimachinery.pkg.runtime.RawExtension: {type: object}
            """;
        var handler = new RecordingHandler().Answer(200, """{"items":[{"kind":"Pod"}]}""", ("Content-Type", "application/json"))
            .Answer(200, "{\"type\":\"ADDED\",\"object\":{\"kind\":\"Pod\"}}\n{\"type\":\"DELETED\",\"object\":{\"kind\":\"Pod\"}}\n", ("Content-Type", "application/json"));
        var result = await GeneratorTest.Of(Live.Path, spec).CallAsync(handler, """
            var text = (await client.ListCoreV1PodAsync()).Items[0].Kind;
            await foreach (var item in client.ListCoreV1PodAsJsonLinesAsync(watch: true)) text += " " + item.Type + " " + item.Object["kind"];
            return text!;
            """);
        Assert.Equal("Pod ADDED Pod DELETED Pod", result);
        Assert.Equal(["application/json", "application/json;stream=watch"], handler.Requests.Select(static request => request.Headers["Accept"]));
    }
}
