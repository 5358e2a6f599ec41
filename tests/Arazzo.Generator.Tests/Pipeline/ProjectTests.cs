using Arazzo.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Arazzo.Generator.Tests.Pipeline;

/// <summary>Generated code in all kinds of projects.</summary>
public sealed class ProjectTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Pets, version: '1' }
        servers: [{ url: 'https://pets.example.com' }]
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses:
                '200': { description: The pet., content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } }
        components:
          schemas:
            Task:
              type: object
              required: [state]
              properties:
                state: { type: string, enum: [open, done] }
                console: { $ref: '#/components/schemas/Console' }
                text: { type: [string, 'null'] }
            Console: { type: object, properties: { system: { type: integer } } }
        """;

    private static readonly GeneratorTest Project = GeneratorTest.Of("specs/pets.yml", Document);

    [Fact]
    public async Task Client_is_called__request_is_sent_and_answer_is_read()
    {
        using var handler = new RecordingHandler().Answer(200, """{"state":"done","console":{"system":7}}""");
        var result = await Project.WithProgram("""
            using var http = new HttpClient(handler);
            using var pets = new PetsClient(http);
            var task = await pets.GetPetAsync("a/b");
            return $"{task.State} {task.Console?.System}";
            """).Run().RunProgramAsync(handler);
        Assert.Equal("done 7", result);
        Assert.Equal("GET", handler.Request.Method);
        Assert.Equal("https://pets.example.com/pets/a%2Fb", handler.Request.Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp14, NullableContextOptions.Disable)]
    [InlineData(LanguageVersion.Preview, NullableContextOptions.Enable)]
    public void Project_uses_another_language__compiles_without_warning(LanguageVersion version, NullableContextOptions nullable) =>
        Assert.NotEmpty((Project with { LanguageVersion = version, Nullable = nullable }).Run().Sources);

    [Theory]
    [InlineData("Contoso.System")]
    [InlineData("System.Net.Http")]
    [InlineData("Task.Console.String")]
    [InlineData("global")]
    public void Namespace_and_schemas_are_named_like_the_framework__compiles_without_warning(string rootNamespace) =>
        Assert.NotEmpty(Project.WithProperty("RootNamespace", rootNamespace).Run().Sources);

    [Fact]
    public void Project_has_global_usings_and_types_that_could_be_meant__compiles_without_warning() =>
        Assert.NotEmpty((Project.WithSource("namespace Tests { public class String; public class Uri; public class HttpMethod; public class JsonElement; public class Arazzo; }") with
        {
            GlobalUsings = "global using System.Reflection; global using System.Text.Json.Nodes; global using Console = System.Console; global using Http = System.Net.Http;",
        }).Run().Sources);
}
