using Arazzo.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Tests.OpenApi.Hostile;

/// <summary>Damaged documents: the generator never throws, and what comes out compiles.</summary>
public sealed class FuzzTests
{
    /// <summary>For each seed. Raise it to look for more by hand.</summary>
    private const int Mutations = 500;

    /// <summary>Compiling takes much longer than generating.</summary>
    private const int CompiledOneOf = 25;

    private const string Document = """
        openapi: 3.1.0
        info: {title: Pets, description: A `client`., version: '1'}
        servers: [{url: 'https://{r}.example.com', variables: {r: {default: eu}}}]
        security: [{k: []}, {}]
        paths:
          /pets/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            get:
              operationId: getPet
              tags: [pets]
              parameters: [{name: tags, in: query, explode: false, schema: {type: array, items: {type: string}}}, {$ref: '#/components/parameters/Trace'}]
              responses: {'200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}, 4XX: {$ref: '#/components/responses/Error'}, default: {description: B}}
            patch:
              deprecated: true
              requestBody: {required: true, content: {application/merge-patch+json: {schema: {$ref: '#/components/schemas/Patch'}}}}
              responses: {'204': {description: A}}
        components:
          parameters: {Trace: {name: X-Trace, in: header, schema: {type: string, format: uuid}}}
          responses: {Error: {description: E, content: {application/json: {schema: {type: object, required: [code], properties: {code: {type: integer}}}}}}}
          securitySchemes: {k: {type: apiKey, in: header, name: X-Key}}
          schemas:
            Base: {type: object, required: [id], properties: {id: {type: integer, format: int64}, kind: {$ref: '#/components/schemas/Kind'}}}
            Pet: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {friends: {type: array, items: {$ref: '#/components/schemas/Pet'}}, born: {type: string, format: date}}}], additionalProperties: {type: string}}
            Patch: {type: object, properties: {name: {type: [string, 'null'], default: x}, tags: {type: object, additionalProperties: {type: number}}, any: true}}
            Kind: {type: string, enum: [cat, DOG, '', '+1'], description: One of them.}
            Union: {oneOf: [{$ref: '#/components/schemas/Kind'}, {type: 'null'}]}
        """;

    private static readonly string[] Words =
    [
        "null", "true", "~", "''", "[]", "{}", "[null]", "0", "-1", "1e999", "string", "object", "array", "integer", "'null'", "[string, 'null']", "getPet", "Pet", "Base", "Kind", "Patch", "id", "kind", "class", "System",
        "application/json", "'*/*'", "default", "'200'", "4XX", "path", "query", "cookie", "#/components/schemas/Pet", "'#/components/schemas/Base'", "'#/components/schemas/Union'", "'#'", "''", "'#/paths'", "oneOf", "allOf", "anyOf", "enum", "const", "format",
        "date-time", "byte", "nullable", "required", "properties", "additionalProperties", "items", "$ref", "type", "\"\\u2028*/\"", "\"\\n\\\"\"", "{id}", "/pets/{id}", "/", "'{'",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Words_are_exchanged__nothing_throws_and_the_output_compiles(int seed)
    {
        var random = new Random(seed);
        // Words alone: what broken punctuation does is told where reading is tested.
        var places = System.Text.RegularExpressions.Regex.Matches(Document, @"'[^'\n]*'|[\w$/+*#-]+").Select(static match => (match.Index, match.Length)).ToArray();
        var generated = 0;
        for (var round = 0; round < Mutations; round++)
        {
            var text = Exchange(random, places);
            var test = GeneratorTest.Of("specs/a.yml", text);
            var result = Record.Exception(() => generated += Check(test, round % CompiledOneOf == 0));
            Assert.True(result is null, $"{result}\n\n{text}");
        }
        Assert.True(generated > Mutations / 3, $"Only {generated} documents were sound enough for code.");
    }

    private static int Check(GeneratorTest test, bool compile)
    {
        var result = GeneratorResult.Create(test, test.CreateDriver(test.GetFiles()));
        Assert.DoesNotContain(result.Diagnostics, static diagnostic => diagnostic.Id == "ARZ0901");
        if (compile)
        {
            Assert.Empty(result.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info));
        }
        return result.Sources.IsEmpty ? 0 : 1;
    }

    private static string Exchange(Random random, (int Index, int Length)[] places)
    {
        var text = Document;
        foreach (var (index, length) in Enumerable.Range(0, random.Next(1, 5)).Select(_ => places[random.Next(places.Length)]).Distinct().OrderByDescending(static place => place.Index))
        {
            var (other, otherLength) = places[random.Next(places.Length)];
            var word = random.Next(3) == 0 ? Document.Substring(other, otherLength) : Words[random.Next(Words.Length)];
            text = text.Remove(index, length).Insert(index, word);
        }
        return text;
    }
}
