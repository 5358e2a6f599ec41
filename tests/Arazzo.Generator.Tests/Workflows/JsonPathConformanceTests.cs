using System.Text.Json;
using System.Text.Json.Nodes;
using Arazzo.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>Every query of a test suite as an output of a workflow, all in one compilation: what the generated code selects, and what the generator refuses.</summary>
public sealed class JsonPathConformanceTests
{
    /// <summary>Rows of our own in the form of the compliance test suite, so that there is always something to check.</summary>
    private const string OwnCases = """
        { "tests": [
            { "selector": "$", "document": 1, "result": [1] },
            { "selector": "$.a.b", "document": {"a": {"b": null}}, "result": [null] },
            { "selector": "$['a','b','a']", "document": {"b": 2, "a": 1}, "result": [1, 2, 1] },
            { "selector": "$[-1]", "document": [1, 2], "result": [2] },
            { "selector": "$[1:-1,::-2]", "document": [1, 2, 3, 4], "result": [2, 3, 4, 2] },
            { "selector": "$..[?@.n>1].n", "document": {"x": [{"n": 1}, {"n": 2.5, "y": [{"n": 3}]}]}, "result": [2.5, 3] },
            { "selector": "$[?@.n==$[0].n]", "document": [{"n": 1e0}, {"n": 1}, {"n": "1"}], "result": [{"n": 1e0}, {"n": 1}] },
            { "selector": "$[?@.n==9007199254740993]", "document": [{"n": 9007199254740992}, {"n": 9007199254740993}], "result": [{"n": 9007199254740993}] },
            { "selector": "$[?@<'\ue000']", "document": ["\ud83d\ude00", "\ud7ff", "\ue001"], "result": ["\ud7ff"] },
            { "selector": "$[?@>'\ue000']", "document": ["\ud83d\ude00", "\ud7ff", "\ue001"], "result": ["\ud83d\ude00", "\ue001"] },
            { "selector": "$[?length(@)==1]", "document": ["\ud83d\ude00", [1], {"a": 1}, 1, "ab"], "result": ["\ud83d\ude00", [1], {"a": 1}] },
            { "selector": "$[?count(@.*)==value(@..z)]", "document": [{"z": 1}, {"z": 1, "y": 0}, {"z": 2, "y": 0}], "result": [{"z": 1}, {"z": 2, "y": 0}] },
            { "selector": "$[?match(@,'.')]", "document": ["a", "\ud83d\ude00", "\n", "ab"], "result": ["a", "\ud83d\ude00"] },
            { "selector": "$[?match(@,'[^a-c]')]", "document": ["a", "\ud83d\ude00", "d"], "result": ["\ud83d\ude00", "d"] },
            { "selector": "$[?match(@,'[\ud83d\ude00-\ud83e\udd00]+')]", "document": ["\ud83d\ude01\ud83e\udd00", "\ud83e\udd01", "d"], "result": ["\ud83d\ude01\ud83e\udd00"] },
            { "selector": "$[?match(@,'[^\ud83d\ude00x]')]", "document": ["\ud83d\ude00", "\ud83d\ude01", "x", "y"], "result": ["\ud83d\ude01", "y"] },
            { "selector": "$[?search(@,'(ab|c){2}')]", "document": ["xabcx", "ab"], "result": ["xabcx"] },
            { "selector": "$.t[?match(@, $.p)]", "document": {"t": ["ab", "b"], "p": "a\\p{L}"}, "result": ["ab"] },
            { "selector": "$.t[?search(@, $.p)]", "document": {"t": ["ab", "("], "p": "("}, "result": [] },
            { "selector": "$[?!(@.a&&@.b)||@.c=='x']", "document": [{"a": 1}, {"a": 1, "b": 1}, {"a": 1, "b": 1, "c": "x"}], "result": [{"a": 1}, {"a": 1, "b": 1, "c": "x"}] },
            { "selector": "$[?@[?@.k==$[0][0].k]]", "document": [[{"k": 1}], [{"k": 2}], [{"k": 0}, {"k": 1}]], "result": [[{"k": 1}], [{"k": 0}, {"k": 1}]] },
            { "selector": "$[?@.a]", "document": [{"a": null}, {}], "result": [{"a": null}] },
            { "selector": "$[?@.a==@.b]", "document": [{}, {"a": 1}, {"a": [1, {"x": 2}], "b": [1, {"x": 2}]}], "result": [{}, {"a": [1, {"x": 2}], "b": [1, {"x": 2}]}] },
            { "selector": "$[?@.a<=null]", "document": [{"a": null}, {}, {"a": 0}], "result": [{"a": null}] },
            { "selector": "$[?@.a != 1e400]", "document": [{"a": 1e400}, {"a": 1}], "result": [{"a": 1}] },
            { "selector": "$[", "invalid_selector": true },
            { "selector": " $", "invalid_selector": true },
            { "selector": "$.a == 1", "invalid_selector": true },
            { "selector": "$[?@.*==1]", "invalid_selector": true },
            { "selector": "$[?count(1)>0]", "invalid_selector": true },
            { "selector": "$[?length(@.a)]", "invalid_selector": true }
        ] }
        """;

    private const string Api = """
        openapi: 3.1.0
        info: { title: Suite, version: '1' }
        servers: [ { url: 'https://suite.example' } ]
        paths:
          /documents:
            get:
              operationId: getDocuments
              responses: { '200': { description: ok, content: { application/json: { schema: {} } } } }
        """;

    [Fact]
    public Task Own_rows__select_what_they_say() => CheckAsync(OwnCases);

    [Fact]
    public async Task Compliance_test_suite__selects_what_it_says()
    {
        foreach (var file in SharedFolder.Files("conformance", "jsonpath-cts.json"))
        {
            Assert.Equal(703, await CheckAsync(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));
        }
    }

    /// <summary>Checks each case, and tells how many there are.</summary>
    private static async Task<int> CheckAsync(string suite)
    {
        var cases = JsonNode.Parse(suite)!["tests"]!.AsArray().Select(static item => item!).ToList();
        var valid = cases.Where(static item => item["invalid_selector"] is null).ToList();
        var invalid = cases.Where(static item => item["invalid_selector"] is not null).ToList();

        Assert.Equal(cases.Count, valid.Count + invalid.Count);
        Assert.Equal([], await WrongResultsAsync(valid));
        Assert.Equal([], Accepted(invalid));
        return cases.Count;
    }

    private static async Task<List<string>> WrongResultsAsync(List<JsonNode> cases)
    {
        var answer = new JsonObject(cases.Select(static (item, index) => KeyValuePair.Create("c" + index, item["document"]?.DeepClone())));
        var lines = Enumerable.Range(0, cases.Count).Select(static index => $"result.Add(\"c{index}\", Plain(o.C{index}));");
        var result = Test(cases).WithProgram($$"""
            var o = (await SuiteWorkflow.RunAsync(new SuiteClient(new HttpClient(handler)))).Outputs;
            var result = new System.Text.Json.Nodes.JsonObject();
            {{string.Join('\n', lines)}}
            return result.ToJsonString(new() { MaxDepth = 1000 });
            System.Text.Json.Nodes.JsonNode? Plain(System.Text.Json.JsonElement? value) => value is { } v ? System.Text.Json.Nodes.JsonNode.Parse("[" + v.GetRawText() + "]") : new System.Text.Json.Nodes.JsonArray();
            """).Run();
        var actual = JsonNode.Parse(await result.RunProgramAsync(new RecordingHandler().Answer(200, answer.ToJsonString())))!;
        return [.. cases.Select((item, index) => Compare(item, actual["c" + index]!.AsArray())).OfType<string>()];
    }

    private static string? Compare(JsonNode item, JsonArray actual)
    {
        var selector = item["selector"]!.GetValue<string>();
        // What is not singular comes as one array.
        var nodes = Arazzo.Expressions.JsonPathParser.ParseQuery(selector).Value!.IsSingular ? actual : actual[0]!;
        var expected = item["results"] is JsonArray several ? several.ToList() : [item["result"]];
        return expected.Exists(candidate => JsonElement.DeepEquals(Element(candidate!), Element(nodes))) ? null : $"{selector}: {nodes.ToJsonString()}";
    }

    private static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node);

    /// <summary>The selectors that the generator lets pass.</summary>
    private static IEnumerable<string> Accepted(List<JsonNode> cases)
    {
        var refused = Test(cases).RunWithDiagnostics().Diagnostics
            .Where(static diagnostic => diagnostic is { Path: "specs/suite.json", Severity: DiagnosticSeverity.Error, Id: "ARZ0304" or "ARZ0311" })
            .Select(static diagnostic => diagnostic.Line)
            .ToHashSet();
        return cases.Where((_, index) => !refused.Contains(FirstOutputLine + index)).Select(static item => item["selector"]!.GetValue<string>());
    }

    private const int FirstOutputLine = 6;

    private static GeneratorTest Test(List<JsonNode> cases)
    {
        var outputs = cases.Select(static (item, index) =>
            $$"""      "c{{index}}": { "context": "$response.body#/c{{index}}", "selector": {{JsonSerializer.Serialize(item["selector"]!.GetValue<string>())}}, "type": "jsonpath" }""");
        var results = cases.Select(static (_, index) => $"\"c{index}\": \"$steps.get.outputs.c{index}\"");
        return GeneratorTest.Of("specs/suite.json", $$"""
            { "arazzo": "1.1.0", "info": { "title": "Suite", "version": "1" },
              "sourceDescriptions": [ { "name": "api", "url": "api.yml", "type": "openapi" } ],
              "workflows": [ { "workflowId": "suite",
                "outputs": { {{string.Join(", ", results)}} },
                "steps": [ { "stepId": "get", "operationId": "getDocuments", "outputs": {
            {{string.Join(",\n", outputs)}}
            } } ] } ] }
            """, ("Dialect", "Strict")).With("specs/api.yml", Api, ("Client", "SuiteClient"));
    }
}
