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

    private static readonly GeneratorTest Shared = GeneratorTest.Of("specs/pets.yml", """
        swagger: '2.0'
        info: {title: Test, version: '1'}
        host: api.test
        consumes: [application/json]
        parameters: {Name: {name: name, in: formData, type: string, required: true}}
        paths:
          /pets/{id}:
            parameters: [{$ref: 'shared.yml#/parameters/Id'}]
            put:
              operationId: putPet
              parameters: [{$ref: 'shared.yml#/parameters/Pet'}, {$ref: 'shared.yml#/parameters/Trace'}]
              responses: {204: {description: Done}}
            post:
              operationId: renamePet
              consumes: [application/x-www-form-urlencoded]
              parameters: [{$ref: '#/parameters/Name'}, {$ref: 'shared.yml#/parameters/Tags'}, {$ref: 'shared.yml#/parameters/Trace'}]
              responses: {204: {description: Done}}
            delete:
              operationId: deletePet
              parameters: [{$ref: 'shared.yml#/parameters/Trace'}]
              responses: {204: {description: Done}}
          /{owner}/pets:
            get:
              operationId: listPets
              parameters: [{$ref: 'shared.yml#/parameters/Trace'}]
              responses: {204: {description: Done}}
        """).With("specs/shared.yml", """
        swagger: '2.0'
        info: {title: Shared, version: '1'}
        host: shared.test
        paths: {}
        parameters:
          Id: {name: id, in: path, required: true, type: integer}
          Trace: {name: X-Trace, in: header, type: string}
          Pet: {name: pet, in: body, required: true, schema: {$ref: '#/definitions/Pet'}}
          Tags: {name: tags, in: formData, type: array, items: {type: string}, collectionFormat: pipes}
        definitions: {Pet: {type: object, properties: {name: {type: string}}}}
        """);

    [Theory]
    [InlineData("PutPetAsync(7, new Pet { Name = \"Rex\" }, xTrace: \"t\")", "PUT", "https://api.test/pets/7", "{\"name\":\"Rex\"}")]
    [InlineData("RenamePetAsync(7, new RenamePetBody { Name = \"Rex\", Tags = [\"a\", \"b\"] }, xTrace: \"t\")", "POST", "https://api.test/pets/7", "name=Rex&tags=a%7Cb")]
    [InlineData("DeletePetAsync(7, xTrace: \"t\")", "DELETE", "https://api.test/pets/7", "")]
    [InlineData("ListPetsAsync(\"me\", xTrace: \"t\")", "GET", "https://api.test/me/pets", "")]
    public async Task Parameters_of_another_file__are_sent_in_their_places(string call, string method, string url, string body)
    {
        var request = await Shared.RequestAsync(call);
        Assert.Equal((method, url, body, "t"), (request.Method, request.Uri.AbsoluteUri, request.Body ?? "", request.Headers["X-Trace"]));
    }

    [Theory]
    [InlineData("csv", "/x/a%20b,c?q=a%20b,c", "a b,c")]
    [InlineData("ssv", "/x/a%20b%20c?q=a%20b%20c", "a b c")]
    [InlineData("tsv", "/x/a%20b%09c?q=a%20b%09c", "a b\tc")]
    [InlineData("pipes", "/x/a%20b%7Cc?q=a%20b%7Cc", "a b|c")]
    public async Task Collection_format__separates_the_elements_wherever_they_are(string format, string path, string header)
    {
        var list = $"type: array, items: {{type: string}}, collectionFormat: {format}";
        var request = await GeneratorTest.Of("specs/api.yml", $$"""
            swagger: '2.0'
            info: {title: Test, version: '1'}
            host: api.test
            paths:
              /x/{p}:
                get:
                  operationId: get
                  parameters:
                    - {name: p, in: path, required: true, {{list}} }
                    - {name: q, in: query, {{list}} }
                    - {name: X-H, in: header, {{list}} }
                  responses: {204: {description: Done} }
            """).RequestAsync("GetAsync([\"a b\", \"c\"], [\"a b\", \"c\"], [\"a b\", \"c\"])");
        Assert.Equal((path, header), (request.Uri.PathAndQuery, request.Headers["X-H"]));
    }
}
