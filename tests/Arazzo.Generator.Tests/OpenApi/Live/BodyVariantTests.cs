using System.Text.RegularExpressions;
using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

/// <summary>Operations that take a body in several media types, or in ranges of them.</summary>
public sealed class BodyVariantTests
{
    private static readonly GeneratorTest Variants = Live.Document("""
        paths:
          /pets:
            post:
              operationId: addPet
              requestBody:
                required: true
                content:
                  text/plain: {schema: {type: string}}
                  image/png: {schema: {type: string, format: binary}}
                  image/*: {}
                  application/json: {schema: {$ref: '#/components/schemas/Pet'}}
                  text/json: {schema: {$ref: '#/components/schemas/Pet'}}
                  application/*+json: {schema: {$ref: '#/components/schemas/Pet'}}
                  application/vnd.contoso+json: {schema: {$ref: '#/components/schemas/Pet'}}
                  application/json-patch+json: {schema: {type: array, items: {type: object, properties: {op: {type: string}, path: {type: string}}}}}
                  text/csv: {}
                  '*/*': {}
              responses: {'204': {description: Done}, '400': {description: Bad, content: {application/json: {schema: {type: integer}}}}}
            put: {operationId: addPets, requestBody: {content: {'*/*': {schema: {$ref: '#/components/schemas/Pet'}}}}, responses: {'204': {description: Done}}}
            get: {operationId: search, requestBody: {required: true, content: {'*/*': {}}}, responses: {'204': {description: Done}}}
            delete: {operationId: remove, requestBody: {content: {}}, responses: {'204': {description: Done}}}
            trace: {operationId: pack, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}, application/cbor: {schema: {$ref: '#/components/schemas/Pet'}}, application/vnd.x.protobuf: {schema: {$ref: '#/components/schemas/Pet'}}}}, responses: {'204': {description: Done}}}
            patch: {operationId: change, requestBody: {required: true, content: {application/*: {schema: {type: string}}}}, responses: {'204': {description: Done}}}
        components:
          schemas:
            Pet: {type: object, required: [name], properties: {name: {type: string}}}
        """);

    [Theory]
    [InlineData("AddPetAsync(new Pet { Name = \"a\" })", "application/json", "{\"name\":\"a\"}")]
    [InlineData("AddPetAsTextAsync(\"a\")", "text/plain; charset=utf-8", "a")]
    [InlineData("AddPetAsBinaryAsync(new byte[] { 65 })", "image/png", "A")]
    [InlineData("AddPetAsBinaryAsync(BinaryContent.FromBytes(new byte[] { 65 }, mediaType: \"image/gif\"))", "image/gif", "A")]
    [InlineData("AddPetAsVndContosoJsonAsync(new Pet { Name = \"a\" })", "application/vnd.contoso+json", "{\"name\":\"a\"}")]
    [InlineData("AddPetAsJsonPatchJsonAsync([new() { Op = \"remove\", Path = \"/name\" }])", "application/json-patch+json", "[{\"op\":\"remove\",\"path\":\"/name\"}]")]
    [InlineData("AddPetAsCsvAsync(\"a,\\u00e9\")", "text/csv; charset=utf-8", "a,\u00e9")]
    [InlineData("AddPetsAsync(new Pet { Name = \"a\" })", "application/json", "{\"name\":\"a\"}")]
    [InlineData("SearchAsync(new byte[] { 65 })", "application/octet-stream", "A")]
    [InlineData("PackAsBinaryAsync(new byte[] { 65 })", "application/cbor", "A")]
    [InlineData("PackAsBinaryAsync(BinaryContent.FromBytes(new byte[] { 65 }, mediaType: \"application/vnd.x.protobuf\"))", "application/vnd.x.protobuf", "A")]
    [InlineData("RemoveAsync()", null, null)]
    [InlineData("ChangeAsync(\"a\")", "text/plain; charset=utf-8", "a")]
    public async Task Each_media_type__has_a_method_of_its_own(string call, string? mediaType, string? body)
    {
        var request = await Variants.RequestAsync(call);
        Assert.Equal((mediaType, body), (request.Headers.GetValueOrDefault("Content-Type"), string.IsNullOrEmpty(request.Body) ? null : request.Body));
    }

    [Fact]
    public void Media_types_that_say_nothing_new__have_no_method_and_the_definition_is_shared()
    {
        var methods = Variants.Run().Source("Operations.g.cs");
        var names = Regex.Matches(methods, @"Task(?:<\w+>)? (\w+)Async\(").Select(static match => match.Groups[1].Value).ToList();
        Assert.Equal(
            ["AddPet", "AddPetAsVndContosoJson", "AddPetAsJsonPatchJson", "AddPetAsText", "AddPetAsBinary", "AddPetAsCsv", "AddPets", "Search", "Remove", "Pack", "PackAsBinary", "Change"],
            names.Where(static name => !name.EndsWith("WithResponse", StringComparison.Ordinal)).OrderBy(name => methods.IndexOf($" {name}Async(", StringComparison.Ordinal)));
        Assert.Single(Regex.Matches(methods, "new ApiOperation<[^>]*>\\(\n *\"addPet\""));
    }

    [Fact]
    public async Task Operation_called_as_a_variant_would_be__keeps_its_name()
    {
        var request = await Live.Document("""
            paths:
              /a: {post: {operationId: add, requestBody: {required: true, content: {application/json: {schema: {type: integer}}, text/plain: {}}}, responses: {'204': {description: Done}}}}
              /b: {post: {operationId: addAsText, responses: {'204': {description: Done}}}}
            """).RequestAsync("AddAsTextAsync()");
        Assert.Equal("/v1/b", request.Uri.AbsolutePath);
    }

    [Fact]
    public void No_media_type__is_told_at_its_place_and_left_out()
    {
        var result = Live.Document("""
            paths:
              /a: {post: {operationId: a, requestBody: {required: true, content: {json: {}, text/plain: {}}}, responses: {'204': {description: Done}}}}
              /b: {post: {operationId: b, requestBody: {required: true, content: {"a/b\n": {}}}, responses: {'204': {description: Done}}}}
            """).RunWithDiagnostics();
        Assert.Equal(
            [
                "specs/api.yml(5,71): error ARZ0150: 'json' is no media type, so bodies of it are left out; write type and subtype with a slash between them, such as application/json",
                "specs/api.yml(6,8): error ARZ0124: The operation 'b' is left out: its request body has no media type",
                "specs/api.yml(6,71): error ARZ0150: 'a/b\n' is no media type, so bodies of it are left out; write type and subtype with a slash between them, such as application/json",
            ],
            result.Diagnostics.Select(static diagnostic => diagnostic.ToString()));
        Assert.Contains(".Text(body, \"text/plain\")", result.Source("Operations.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image/*", "body", "The API's description allows 'image/*' for 'body': set BinaryContent.MediaType to what it is.")]
    [InlineData("image/png", "body", null)]
    public async Task Range_of_bytes__needs_a_media_type_from_the_caller(string mediaType, string parameter, string? message)
    {
        var test = Live.Document($"paths: {{/a: {{post: {{operationId: send, requestBody: {{required: true, content: {{'{mediaType}': {{}}}}}}, responses: {{'204': {{description: Done}}}}}}}}}}");
        var handler = new RecordingHandler().Answer(204);
        var thrown = await test.CallAsync(handler, "try { await client.SendAsync(new byte[0]); return \"\"; } catch (ArgumentException e) { return e.ParamName + \": \" + e.Message; }");
        Assert.Equal(message is null ? "" : $"{parameter}: {message} (Parameter '{parameter}')", thrown);
    }
}
