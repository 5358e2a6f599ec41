using System.Globalization;
using System.Text;
using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.BadInput;

/// <summary>What is wrong is told at its place, and what is sound is there all the same.</summary>
public sealed class BadInputTests
{
    private const string Safe = "/safe: {get: {operationId: getSafe, responses: {'200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/Safe'}}}}}}}";
    private const string SafeSchema = "Safe: {type: object, properties: {text: {type: string}}}";

    [Theory]
    [InlineData("a.yml", "", "(1,1) ARZ0003")]
    [InlineData("a.yml", "# nothing", "(1,1) ARZ0003")]
    [InlineData("a.json", "", "(1,1) ARZ0003")]
    [InlineData("a.yml", "openapi: 3.1.0\ninfo: {title: A\npaths: {}", "(2,13) ARZ0001")]
    [InlineData("a.yml", "openapi: 3.1.0\n\tinfo: x", "(2,1) ARZ0001")]
    [InlineData("a.json", "{\"openapi\": \"3.1.0\", \"info\": {,}}", "(1,31) ARZ0002")]
    [InlineData("a.json", "{\"openapi\": \"3.1.0\"", "(1,19) ARZ0002")]
    [InlineData("a.yml", "- openapi: 3.1.0", "(1,1) ARZ0005")]
    [InlineData("a.yml", "just text", "(1,1) ARZ0005")]
    [InlineData("a.yml", "title: A", "(1,1) ARZ0004")]
    [InlineData("a.yml", "info: {}\nopenapi: 4.0.0", "(2,10) ARZ0016")]
    [InlineData("a.yml", "swagger: '1.2'\npaths: {}", "(1,10) ARZ0016")]
    [InlineData("a.yml", "openapi: 3.1.0\npaths: {}\npaths: {}", "(3,1) ARZ0006")]
    [InlineData("a.yml", "openapi: 3.1.0\npaths: *nowhere", "(2,8) ARZ0009")]
    [InlineData("a.yml", "openapi: 3.1.0\npaths: &a {x: *a}", "(2,15) ARZ0010")]
    public void File_is_not_a_document__is_told_at_its_place_and_other_files_are_generated(string path, string text, string expected)
    {
        var result = Live.Live.Document($"paths: {{{Safe}}}\ncomponents: {{schemas: {{{SafeSchema}}}}}\n").With(path, text).RunWithDiagnostics();
        Assert.Contains(path + expected, result.Diagnostics.Select(Place));
        Assert.NotEmpty(result.Source("Models/Safe.g.cs"));
    }

    [Theory]
    [InlineData("Bad: [a]", "(9,10) ARZ0101")]
    [InlineData("Bad: {type: object, properties: [a]}", "(9,37) ARZ0101")]
    [InlineData("Bad: {type: strin}", "(9,17) ARZ0103")]
    [InlineData("Bad: {type: object, required: yes please, properties: {a: {type: string}}}", "(9,35) ARZ0101")]
    [InlineData("Bad: {type: object, properties: {a: {$ref: '#/components/schemas/None'}}}", "(9,48) ARZ0120")]
    [InlineData("Bad: {type: object, properties: {a: {$ref: 'missing.yml#/A'}}}", "(9,48) ARZ0120")]
    [InlineData("Bad: {type: object, properties: {a: {$ref: '#anchor'}}}", "(9,48) ARZ0120")]
    [InlineData("Bad: {type: object, properties: {a: {$ref: 'https://a.test/x.yml'}}}", "(9,48) ARZ0120")]
    [InlineData("Bad: {type: object, properties: {a: {$ref: '%zz#/%zz'}}}", "(9,48) ARZ0120")]
    [InlineData("Bad: {type: object, properties: {a: {$ref: [x]}}}", "(9,48) ARZ0101")]
    [InlineData("Bad: {$ref: '#/components/schemas/Bad'}", "(9,17) ARZ0120")]
    [InlineData("Bad: {$ref: '#/components/schemas/Bad2'}\n    Bad2: {$ref: '#/components/schemas/Bad'}", "(9,17) ARZ0120")]
    [InlineData("Bad: {type: array, items: {$ref: '#/components/schemas/Bad'}}", "(9,10) ARZ0121")]
    [InlineData("Bad: {allOf: [{$ref: '#/components/schemas/Bad'}]}", "(9,10) ARZ0121")]
    [InlineData("Bad: {oneOf: [{$ref: '#/components/schemas/Bad'}, {type: 'null'}]}", "(9,10) ARZ0121")]
    [InlineData("Bad: {type: string}\n    Bad: {type: string}", "(10,5) ARZ0006")]
    [InlineData("Safe: {type: string}", "(9,5) ARZ0006")]
    public void Schema_is_wrong__is_told_at_its_place_and_the_others_are_generated(string schema, string expected)
    {
        var result = Live.Live.Document($"paths:\n  {Safe}\ncomponents:\n  schemas:\n    {SafeSchema}\n    {schema}\n").RunWithDiagnostics();
        Assert.Contains("specs/api.yml" + expected, result.Diagnostics.Select(Place));
        Assert.NotEmpty(result.Source("Models/Safe.g.cs"));
    }

    [Theory]
    [InlineData("requestBody: {required: true, content: {xml: {}}}", "(7,54) ARZ0150")]
    [InlineData("requestBody: {required: true, content: {xml: {}}}", "(7,7) ARZ0124")]
    [InlineData("requestBody: {$ref: '#/components/requestBodies/None'}", "(7,34) ARZ0120")]
    [InlineData("parameters: [{name: a b, in: header, schema: {type: string}}]", "(7,34) ARZ0123")]
    [InlineData("parameters: [{name: \"a\\r\\nb\", in: header, schema: {type: string}}]", "(7,34) ARZ0123")]
    [InlineData("parameters: [{name: a, in: query, style: matrix, schema: {type: string}}]", "(7,55) ARZ0109")]
    [InlineData("parameters: [{name: a, in: header, style: form, schema: {type: string}}]", "(7,56) ARZ0109")]
    [InlineData("parameters: [{name: a, in: cookie, style: deepObject, schema: {type: object}}]", "(7,56) ARZ0109")]
    [InlineData("parameters: [{name: a, in: body, schema: {type: string}}]", "(7,41) ARZ0103")]
    [InlineData("parameters: [{in: query, schema: {type: string}}]", "(7,27) ARZ0102")]
    [InlineData("parameters: [{name: a, in: query, style: fancy, schema: {type: string}}]", "(7,55) ARZ0103")]
    [InlineData("parameters: [{name: a, in: query}, {name: a, in: query}]", "(7,49) ARZ0108")]
    [InlineData("parameters: [{name: a, in: path, required: true, schema: {type: string}}]", "(7,34) ARZ0107")]
    [InlineData("parameters: [{$ref: '#/components/parameters/None'}]", "(7,34) ARZ0120")]
    [InlineData("parameters: {a: b}", "(7,26) ARZ0101")]
    [InlineData("responses: {'2000': {description: A}}", "(7,26) ARZ0103")]
    [InlineData("responses: {'400': {description: A, content: {image/png: {}}}}", "(7,60) ARZ0125")]
    [InlineData("operationId: getSafe", "(7,27) ARZ0105")]
    [InlineData("security: [{none: []}]", "(7,26) ARZ0160")]
    public void Operation_is_wrong_or_not_supported__is_told_at_its_place_and_the_others_are_generated(string part, string expected)
    {
        var result = Live.Live.Document(
            $"paths:\n  {Safe}\n  /bad:\n      post: {{{part}}}\ncomponents:\n  schemas:\n    {SafeSchema}\n").WithProgram(
            "return (await new TestClient(new HttpClient(handler)).GetSafeAsync()).Text!;").RunWithDiagnostics();
        Assert.Contains("specs/api.yml" + expected, result.Diagnostics.Select(Place));
    }

    [Fact]
    public void Path_has_a_method_that_HTTP_does_not_know__is_told_at_its_place()
    {
        var result = GeneratorTest.Of("a.yml", "openapi: 3.2.0\ninfo: {title: A, version: '1'}\npaths:\n  /a:\n    additionalOperations:\n      BAD METHOD: {responses: {}}\n      LINK: {responses: {}}\n").RunWithDiagnostics();
        Assert.Contains("a.yml(6,7) ARZ0124", result.Diagnostics.Select(Place));
        Assert.Contains("\"LINK\"", result.Source("AClient.Operations.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void References_lead_to_a_broken_file__what_needs_it_is_untyped()
    {
        var result = Live.Live.Document($"paths: {{{Safe}}}\ncomponents:\n  schemas:\n    {SafeSchema}\n    A: {{type: object, properties: {{b: {{$ref: 'broken.yml#/B'}}}}}}\n")
            .With("specs/broken.yml", "B: [").RunWithDiagnostics();
        Assert.Contains("specs/api.yml(8,46) ARZ0120", result.Diagnostics.Select(Place));
        Assert.Contains("JsonElement? B", result.Source("Models/A.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Aliases_multiply__file_is_refused_and_nothing_hangs()
    {
        var text = new StringBuilder("openapi: 3.1.0\nx0: &x0 [a, a, a, a, a, a, a, a, a, a]\n");
        for (var level = 1; level < 12; level++)
        {
            text.Append(CultureInfo.InvariantCulture, $"x{level}: &x{level} [{string.Join(", ", Enumerable.Repeat("*x" + (level - 1), 10))}]\n");
        }
        var result = GeneratorTest.Of("a.yml", text + "paths: *x11\n").RunWithDiagnostics();
        Assert.Equal("ARZ0012", Assert.Single(result.Diagnostics).Id);
    }

    [Theory]
    [InlineData("properties: {a: {type: object, ", "}}")]
    [InlineData("items: {type: array, ", "}")]
    [InlineData("allOf: [{type: object, ", "}]")]
    [InlineData("oneOf: [{type: object, ", "}]")]
    [InlineData("additionalProperties: {type: object, ", "}")]
    public void Schema_is_nested_deep__is_read_or_refused_and_never_throws(string open, string close)
    {
        foreach (var depth in new[] { 60, 5_000 })
        {
            var schema = "{type: object, " + string.Concat(Enumerable.Repeat(open, depth)) + "description: deepest" + string.Concat(Enumerable.Repeat(close, depth)) + "}";
            var test = GeneratorTest.Of("a.yml", Live.Live.Text($"paths: {{}}\ncomponents: {{schemas: {{A: {schema}}}}}\n"));
            var result = GeneratorResult.Create(test, test.CreateDriver(test.GetFiles()));
            Assert.DoesNotContain(result.Diagnostics, static diagnostic => diagnostic.Id == "ARZ0901");
        }
    }

    [Theory]
    [InlineData("{type: object, properties: {next: {$ref: '#/components/schemas/S{0}'}}}", true)]
    [InlineData("{allOf: [{$ref: '#/components/schemas/S{0}'}], properties: {p{1}: {type: string}}}", false)]
    [InlineData("{type: array, items: {$ref: '#/components/schemas/S{0}'}}", false)]
    [InlineData("{$ref: '#/components/schemas/S{0}'}", false)]
    public void References_make_a_chain_of_thousands__nothing_overflows(string schema, bool isWhole)
    {
        const int Length = 3_000;
        var text = new StringBuilder(Live.Live.Text("paths: {}\ncomponents:\n  schemas:\n"));
        for (var index = 0; index < Length; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    S{index}: {schema.Replace("{0}", $"{index + 1}", StringComparison.Ordinal).Replace("{1}", $"{index}", StringComparison.Ordinal)}\n");
        }
        var test = GeneratorTest.Of("a.yml", text + $"    S{Length}: {{type: object, properties: {{end: {{type: string}}}}}}\n", ("Emit", isWhole ? "All" : "None"));
        var result = GeneratorResult.Create(test, test.CreateDriver(test.GetFiles()));
        Assert.DoesNotContain(result.Diagnostics, static diagnostic => diagnostic.Id == "ARZ0901");
        if (isWhole)
        {
            Assert.All(result.Sources.Where(static source => source.Key.EndsWith(".g.cs", StringComparison.Ordinal)), static source => Assert.DoesNotContain("JsonElement? ", source.Value, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Document_of_ten_megabytes__is_generated()
    {
        var text = new StringBuilder(Live.Live.Text("paths: {}\ncomponents:\n  schemas:\n"));
        for (var index = 0; text.Length < 10_000_000; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    S{index}: {{type: object, description: '{new string('d', 2_000)}', properties: {{a: {{type: string}}, b: {{type: array, items: {{$ref: '#/components/schemas/S0'}}}}}}}}\n");
        }
        var test = GeneratorTest.Of("a.yml", text.ToString());
        var result = GeneratorResult.Create(test, test.CreateDriver(test.GetFiles()));
        Assert.Empty(result.Diagnostics.Where(static diagnostic => diagnostic.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info));
        Assert.True(result.Sources.Count > 4_500);
    }

    private static string Place(FoundDiagnostic diagnostic) => $"{diagnostic.Path}({diagnostic.Line},{diagnostic.Column}) {diagnostic.Id}";
}
