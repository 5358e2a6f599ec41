using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class SwaggerTests
{
    private static readonly GeneratorTest Pets = GeneratorTest.Of("specs/pets.yml", """
        swagger: '2.0'
        info: {title: Test, version: '1'}
        host: api.test
        basePath: /v1
        schemes: [http, https]
        consumes: [application/json]
        produces: [application/json]
        security: [{key: []}]
        securityDefinitions: {key: {type: apiKey, in: header, name: X-Key}}
        parameters: {Limit: {name: limit, in: query, type: integer, format: int32}}
        responses: {Refused: {description: No, schema: {$ref: '#/definitions/Problem'}}}
        paths:
          /pets/{id}:
            parameters: [{name: id, in: path, required: true, type: integer, format: int64}]
            get:
              operationId: getPet
              parameters:
                - {$ref: '#/parameters/Limit'}
                - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: multi}
                - {name: kinds, in: query, type: array, items: {type: string}}
              responses:
                200: {description: Found, schema: {$ref: '#/definitions/Pet'}}
                404: {$ref: '#/responses/Refused'}
            put:
              operationId: putPet
              parameters: [{name: pet, in: body, required: true, schema: {$ref: 'more.yml#/definitions/More'}}]
              responses: {204: {description: Done}}
        definitions:
          Pet: {type: object, required: [name], properties: {name: {type: string}, born: {type: string, format: date, x-nullable: true}}}
          Problem: {type: object, properties: {message: {type: string}}}
        """).With("specs/more.yml", """
        swagger: '2.0'
        info: {title: More, version: '1'}
        host: more.test
        paths: {}
        definitions: {More: {type: object, properties: {weight: {type: number, format: double}}}}
        """);

    [Fact]
    public async Task Operation__is_called_as_one_of_3x()
    {
        var handler = new RecordingHandler().Answer(200, """{"name":"Rex","born":"2020-02-29"}""");
        var result = await Pets.CallAsync(handler, """
            var pet = await client.GetPetAsync(7, limit: 3, tags: ["a", "b"], kinds: ["c", "d"]);
            return $"{pet.Name} {pet.Born}";
            """);
        Assert.Equal("Rex 02/29/2020", result);
        Assert.Equal("https://api.test/v1/pets/7?limit=3&tags=a&tags=b&kinds=c,d", handler.Request.Uri.AbsoluteUri);
    }

    [Fact]
    public async Task Response_that_is_a_reference__is_typed()
    {
        var handler = new RecordingHandler().Answer(404, """{"message":"gone"}""");
        Assert.Equal("gone", await Pets.CallAsync(handler, "try { await client.GetPetAsync(7); return \"\"; } catch (ApiException<Problem> exception) { return exception.Error.Message!; }"));
    }

    [Fact]
    public async Task Body_of_another_files_type__is_sent()
    {
        var request = await Pets.RequestAsync("PutPetAsync(7, new More { Weight = 1.5 })");
        Assert.Equal(("PUT", "https://api.test/v1/pets/7", """{"weight":1.5}"""), (request.Method, request.Uri.AbsoluteUri, request.Body));
    }
}
