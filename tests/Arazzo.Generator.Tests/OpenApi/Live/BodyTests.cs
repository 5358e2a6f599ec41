using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class BodyTests
{
    private static readonly GeneratorTest Bodies = Live.Document("""
        paths:
          /pets:
            post: {operationId: addPet, requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}, responses: {'204': {description: Done}}}
            put: {operationId: putPets, requestBody: {content: {application/json; charset=utf-8: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}, responses: {'204': {description: Done}}}
            patch: {operationId: patchPet, requestBody: {required: true, content: {text/plain: {}, application/merge-patch+json: {schema: {$ref: '#/components/schemas/Patch'}}}}, responses: {'204': {description: Done}}}
            delete: {operationId: deletePets, requestBody: {content: {'*/*': {schema: {type: integer}}}}, responses: {'204': {description: Done}}}
          /any:
            post: {operationId: any, requestBody: {required: true, content: {application/json: {}}}, responses: {'204': {description: Done}}}
            put: {operationId: nothing, responses: {'204': {description: Done}}}
        components:
          schemas:
            Pet: {type: object, required: [name], properties: {name: {type: string}, age: {type: integer}, tags: {type: array, items: {type: string}}}}
            Patch: {type: object, properties: {name: {type: [string, 'null']}, age: {type: [integer, 'null']}}}
        """);

    [Theory]
    [InlineData("AddPetAsync(new Pet { Name = \"a\\\"\\n\" })", "POST", "application/json", "{\"name\":\"a\\u0022\\n\"}")]
    [InlineData("AddPetAsync(new Pet { Name = \"\", Age = 0, Tags = [] })", "POST", "application/json", "{\"name\":\"\",\"age\":0,\"tags\":[]}")]
    [InlineData("PutPetsAsync([new Pet { Name = \"a\" }, new Pet { Name = \"b\" }])", "PUT", "application/json; charset=utf-8", "[{\"name\":\"a\"},{\"name\":\"b\"}]")]
    [InlineData("PutPetsAsync()", "PUT", null, null)]
    [InlineData("PatchPetAsync(new Patch())", "PATCH", "application/merge-patch+json", "{}")]
    [InlineData("PatchPetAsync(new Patch { Name = null, Age = 3 })", "PATCH", "application/merge-patch+json", "{\"name\":null,\"age\":3}")]
    [InlineData("DeletePetsAsync(0)", "DELETE", "application/json", "0")]
    [InlineData("DeletePetsAsync()", "DELETE", null, null)]
    [InlineData("AnyAsync(System.Text.Json.JsonDocument.Parse(\"[1,{}]\").RootElement)", "POST", "application/json", "[1,{}]")]
    [InlineData("NothingAsync()", "PUT", null, null)]
    public async Task Body__is_the_JSON_of_the_value_with_the_media_type_of_the_document(string call, string method, string? mediaType, string? body)
    {
        var request = await Bodies.RequestAsync(call);
        Assert.Equal((method, body), (request.Method, string.IsNullOrEmpty(request.Body) ? null : request.Body));
        Assert.Equal(mediaType, request.Headers.GetValueOrDefault("Content-Type"));
    }

    [Fact]
    public async Task Required_body_is_null__is_refused_before_anything_is_sent()
    {
        var handler = new RecordingHandler();
        Assert.Equal("body", await Bodies.CallAsync(handler, "try { await client.AddPetAsync(null!); return \"\"; } catch (ArgumentNullException e) { return e.ParamName!; }"));
        Assert.Empty(handler.Requests);
    }
}
