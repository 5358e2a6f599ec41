using System.Globalization;
using Arazzo.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Tests.OpenApi.Hostile;

/// <summary>Much of one thing: it compiles, or what is too much is told at its place. The compiler's own patience is part of it.</summary>
public sealed class SizeTests
{
    public static TheoryData<string, string> Much() => new()
    {
        { "branches", Schemas(["U: {oneOf: [" + List(150, "{$ref: '#/components/schemas/B%'}") + "]}", .. Rows(150, "B%: {type: object, properties: {p%: {type: string}, same: {type: string}}}")]) },
        { "tagged branches", Schemas(["U: {oneOf: [" + List(150, "{$ref: '#/components/schemas/B%'}") + "], discriminator: {propertyName: k}}", .. Rows(150, "B%: {type: object, required: [k], properties: {k: {const: b%}}}")]) },
        { "inline branches", Schemas(["U: {oneOf: [" + List(150, "{type: object, properties: {p%: {type: string}}}") + "]}"]) },
        { "values", Schemas(["E: {type: string, enum: [" + List(10_000, "'value %'") + "]}", "I: {type: integer, enum: [" + List(10_000, "-%") + "]}", "C: {oneOf: [" + List(1_000, "{const: c%}") + "]}"]) },
        { "properties", Schemas(["P: {type: object, required: [" + List(300, "p%") + "], properties: {" + List(600, "p%: {type: [string, 'null'], minLength: 1}") + "}}"]) },
        { "parents", Schemas(["W: {allOf: [" + List(200, "{$ref: '#/components/schemas/A%'}") + "]}", .. Rows(200, "A%: {type: object, properties: {p%: {type: string}}}")]) },
        { "children", Schemas(["Base: {type: object, required: [t], properties: {t: {type: string}}, discriminator: {propertyName: t, mapping: {" + List(150, "c%: C%") + "}}}", .. Rows(150, "C%: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {p%: {type: string}}}]}")]) },
        { "unions in unions", Schemas(["N: " + Nested(60, "{oneOf: [{type: array, items: ", "}, {type: object, properties: {p%: {type: integer}}}]}")]) },
        { "titled unions in unions", Schemas(["N: " + Nested(60, "{title: T%, oneOf: [", ", {type: object, properties: {p%: {type: integer}}}]}")]) },
        { "unions of unions", Schemas([.. Rows(60, "U%: {oneOf: [{$ref: '#/components/schemas/U+'}, {type: object, properties: {p%: {type: string}}}]}"), "U60: {type: object, properties: {e: {type: string}}}"]) },
        { "unions that meet again", Schemas([.. Rows(30, "U%: {oneOf: [{$ref: '#/components/schemas/U+'}, {type: array, items: {$ref: '#/components/schemas/U+'}}, {allOf: [{$ref: '#/components/schemas/U+'}]}, {anyOf: [{$ref: '#/components/schemas/U+'}, {$ref: '#/components/schemas/U+'}]}]}"), "U30: {type: object, properties: {e: {type: string}}}"]) },
        { "parents that meet again", Schemas([.. Rows(40, "U%: {allOf: [{$ref: '#/components/schemas/U+'}, {$ref: '#/components/schemas/U+'}], properties: {p%: {type: string}}}"), "U40: {type: object, properties: {e: {type: string}}}"]) },
        { "parameters and headers", Paths("/a: {get: {operationId: get, parameters: [" + List(300, "{name: p%, in: query, schema: {type: integer}}, {name: X-%, in: header, schema: {type: array, items: {type: string}}}") + "], responses: {'200': {description: A, headers: {" + List(300, "X-H%: {schema: {type: integer}}") + "}}}}}") },
        { "path parameters", Paths("? /" + List(200, "{p%}").Replace(", ", "/", StringComparison.Ordinal) + "\n  : {get: {operationId: get, parameters: [" + List(200, "{name: p%, in: path, required: true, schema: {type: string}}") + "], responses: {'204': {description: A}}}}") },
        { "characters of a path", Paths("? /" + new string('a', 10_000) + "\n  : {get: {responses: {'204': {description: A}}}}", "? '/" + new string('{', 5_000) + "'\n  : {get: {operationId: braces, responses: {'204': {description: A}}}}") },
        { "statuses", Paths("/a: {get: {operationId: get, responses: {" + List(120, "'#': {description: A, content: {application/json: {schema: {type: object, properties: {p%: {type: string}}}}}}") + "}}}") },
        { "media types", Paths("/a: {post: {operationId: send, requestBody: {content: {" + List(100, "application/vnd.t%+json: {schema: {type: object, properties: {a: {type: string}}}}") + "}}, responses: {'204': {description: A}}}}") },
        { "operations and tags", Paths([.. Rows(150, "/t%: {get: {operationId: op%, tags: [t%], responses: {'204': {description: A}}}}")]) },
        { "names that differ in signs", Schemas([.. Enumerable.Range(1, 40).Select(static index => $"'a{new string('-', index)}': {{type: object, properties: {{" + string.Join(", ", Enumerable.Range(0, 40).Select(static other => $"'x{new string('-', other)}': {{type: string}}")) + "}}")]) },
        { "numbers", Schemas([$"N: {{type: object, properties: {{a: {{type: integer, minimum: 1{new string('0', 400)}, maximum: -1{new string('0', 400)}, multipleOf: 0, default: 1{new string('0', 400)}}}, b: {{type: number, multipleOf: 1e-320, minimum: 1e308}}, c: {{type: string, minLength: 1{new string('0', 30)}, maxLength: -5}}, d: {{type: array, minItems: 1e12, maxItems: 0.5, items: {{type: string}}}}, e: {{type: integer, enum: [9223372036854775807, -9223372036854775808]}}, f: {{type: integer, enum: [1{new string('0', 30)}]}}, g: {{const: 1{new string('0', 30)}}}, h: {{type: number, enum: [1.5, 2]}}}}}}"]) },
        {
            "cycles", Schemas([
                "A: {allOf: [{$ref: '#/components/schemas/B'}], properties: {a: {type: string}}}", "B: {allOf: [{$ref: '#/components/schemas/A'}], properties: {b: {type: string}}}",
                "P: {allOf: [{$ref: '#/components/schemas/P'}], discriminator: {propertyName: k}, properties: {k: {type: string}}}",
                "Q: {discriminator: {propertyName: k}, allOf: [{$ref: '#/components/schemas/R'}], properties: {k: {type: string}}}", "R: {allOf: [{$ref: '#/components/schemas/Q'}], properties: {z: {type: string}}}",
                "U: {oneOf: [{$ref: '#/components/schemas/V'}, {type: string}]}", "V: {oneOf: [{$ref: '#/components/schemas/U'}, {type: integer}]}", "W: {oneOf: [{$ref: '#/components/schemas/W'}]}",
                "X: {anyOf: [{$ref: '#/components/schemas/X'}, {$ref: '#/components/schemas/X'}]}", "Y: {oneOf: [{allOf: [{$ref: '#/components/schemas/Y'}]}, {type: string}]}",
                "Z: {allOf: [{oneOf: [{$ref: '#/components/schemas/Z'}, {type: object, properties: {a: {type: string}}}]}], properties: {zz: {type: string}}}",
                "D: {discriminator: {propertyName: k, mapping: {a: D, b: E}}, oneOf: [{$ref: '#/components/schemas/D'}, {$ref: '#/components/schemas/E'}], allOf: [{$ref: '#/components/schemas/E'}]}",
                "E: {allOf: [{$ref: '#/components/schemas/D'}], discriminator: {propertyName: k}}", "L: {type: array, items: {oneOf: [{$ref: '#/components/schemas/L'}, {type: string}]}}",
                "M: {type: object, additionalProperties: {$ref: '#/components/schemas/M'}}", "N: {not: {$ref: '#/components/schemas/N'}}", "O: {patternProperties: {'^a': {$ref: '#/components/schemas/O'}}}",
                "I: {if: {$ref: '#/components/schemas/I'}, then: {$ref: '#/components/schemas/I'}}", "T: {type: array, prefixItems: [{$ref: '#/components/schemas/T'}]}", "S: {dependentSchemas: {a: {$ref: '#/components/schemas/S'}}}",
            ])
        },
    };

    [Theory]
    [MemberData(nameof(Much))]
    public void Much_of_one_thing__compiles_or_is_told(string what, string document)
    {
        Assert.NotEmpty(what);
        var test = GeneratorTest.Of("specs/a.yml", document);

        var result = GeneratorResult.Create(test, test.CreateDriver(test.GetFiles()));

        Assert.All(result.Diagnostics, static diagnostic => Assert.True(diagnostic is { Id: not "ARZ0901", Line: > 1 }, diagnostic.ToString()));
        Assert.NotEmpty(result.Sources);
        Assert.Empty(result.Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info).Take(5));
    }

    private static string Schemas(IEnumerable<string> rows) => Live.Live.Text("paths: {}\ncomponents:\n  schemas:\n    " + string.Join("\n    ", rows) + "\n");

    private static string Paths(params IEnumerable<string> rows) => Live.Live.Text("paths:\n  " + string.Join("\n  ", rows) + "\n");

    private static string List(int count, string row) => string.Join(", ", Rows(count, row));

    /// <summary>Rows with their number in place of <c>%</c>, the next one's in place of <c>+</c>, and a status in place of <c>#</c>.</summary>
    private static IEnumerable<string> Rows(int count, string row) => Enumerable.Range(0, count).Select(index => row
        .Replace("%", index.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("U+", "U" + (index + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("'#'", "'" + (index + 200).ToString(CultureInfo.InvariantCulture) + "'", StringComparison.Ordinal));

    private static string Nested(int depth, string open, string close) =>
        Enumerable.Range(0, depth).Aggregate("{type: string}", (inner, index) => (open + "§" + close).Replace("%", index.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("§", inner, StringComparison.Ordinal));
}
