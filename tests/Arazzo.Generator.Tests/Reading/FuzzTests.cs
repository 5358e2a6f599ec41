using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.OpenApi;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Tests.Reading;

/// <summary>Whatever is done to a document, reading it never throws, and what it reports lies inside the text.</summary>
public class FuzzTests
{
    private const int Mutations = 1500;

    private const string Yaml = """
        %YAML 1.2
        ---
        openapi: 3.0.3
        info: &info {title: "Pets \u00e9", version: '1.0'}
        servers: [{url: 'https://{r}.example.com', variables: {r: {default: eu}}}]
        paths:
          /pets/{id}: # comment
            parameters: [{name: id, in: path, required: true, schema: {type: string, nullable: true}}]
            get:
              operationId: getPet
              description: |
                one
                  two
              responses:
                '200':
                  description: >-
                    ok
                  content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
                default: {description: !!str 12}
        components:
          schemas:
            Base: &base {type: object, required: [a], properties: {a: {type: integer, minimum: 0, exclusiveMinimum: true}}}
            Pet:
              <<: *base
              discriminator: {propertyName: a, mapping: {x: Base}}
              additionalProperties: false
          securitySchemes: {k: {type: apiKey, in: header, name: X-Key}}
        x-info: *info
        """;

    private static readonly string[] Splinters =
        ["{", "}", "[", "]", ":", ": ", "- ", "\n", "\n  ", "\t", "\r", "'", "\"", "&a ", "*a ", "*base", "!!int ", "!", "|", ">", "#", "?", "<<: ", "---\n", "...", "\0", "\uFEFF", "\uD800", "\u2028", "%", "@", "`", "~", "null", "$ref: ", "9999999999999999999999", "\\u", ","];

    [Theory]
    [InlineData("test.yaml", 1)]
    [InlineData("test.yaml", 2)]
    [InlineData("test.yaml", 3)]
    [InlineData("test.json", 4)]
    [InlineData("test.yaml", 5)]
    public void Damaged_document__is_read_or_reported_inside_its_text(string path, int seed)
    {
        var random = new Random(seed);
        // Half of the seeds damage JSON, which is YAML as well.
        var original = seed >= 4 ? NodeJson.Write(ReadingAssert.Read(Yaml)).Replace(",", ",\n ", StringComparison.Ordinal) : Yaml;
        for (var round = 0; round < Mutations; round++)
        {
            var text = Damage(original, random);
            var diagnostics = new DiagnosticBag(path);

            var exception = Record.Exception(() => Read(path, text, diagnostics));

            Assert.True(exception is null, $"{exception}\n\n{text}");
            var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
            Assert.All(diagnostics.ToEquatableArray(), item => Assert.True(
                item.Range.StartLine >= 0 && item.Range.StartLine < lines.Length && item.Range.StartColumn <= lines[item.Range.StartLine].Length
                && (item.Range.EndLine, item.Range.EndColumn).CompareTo((item.Range.StartLine, item.Range.StartColumn)) >= 0,
                $"{item.Descriptor.Id} {item.Range}\n\n{text}"));
        }
    }

    private static void Read(string path, string text, DiagnosticBag diagnostics)
    {
        if (SpecificationReader.Read(path, text, null, diagnostics, CancellationToken.None) is not { } specification)
        {
            Assert.False(diagnostics.ToEquatableArray().IsEmpty);
            return;
        }
        if (specification.Kind == SpecificationKind.OpenApi)
        {
            OpenApiReader.ReadDocument(specification, null, diagnostics, CancellationToken.None);
        }
        using var json = System.Text.Json.JsonDocument.Parse(NodeJson.Write(specification.Root), new System.Text.Json.JsonDocumentOptions { MaxDepth = 1000 });
    }

    private static string Damage(string text, Random random)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var start = random.Next(text.Length + 1);
            var length = random.Next(Math.Min(12, text.Length - start + 1));
            text = random.Next(5) switch
            {
                0 => text.Remove(start, length),
                1 => text.Insert(start, Splinters[random.Next(Splinters.Length)]),
                2 => text.Remove(start, length).Insert(start, Splinters[random.Next(Splinters.Length)]),
                3 => text.Insert(random.Next(text.Length + 1), text.Substring(start, length)),
                _ => start > 10 ? text[..start] : text,
            };
        }
        return text;
    }
}
