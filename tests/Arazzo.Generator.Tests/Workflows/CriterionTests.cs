using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>When criteria hold. The rows of a table are workflows of one document, so that they are compiled together.</summary>
public sealed class CriterionTests
{
    private const string Job = """
        {"id":"j1","state":"DONE","progress":0.5,"parts":[{"url":"u0"},{"url":"u1"}],"labels":{"a b":"c"},"extra":{"n":[1,2],"t":"a.b","none":null,"e":[],"o":{"k":"v"}}}
        """;

    [Fact]
    public Task JSONPath_queries__hold_when_anything_is_selected() => HoldsAsync("jsonpath", "$response.body",
        ("$", true),
        ("$.parts[?@.url == 'u1']", true),
        ("$.parts[?@.url == 'U1']", false),
        ("$.parts[?@.url == '{$inputs.url}']", true),
        ("$.parts[?@.url == {$inputs.url}]", true),
        ("$.parts[?@.url == $inputs.url]", true),
        ("$.parts[?(@.url == '$inputs.url')]", true),
        ("$.parts[{$inputs.one}].url", true),
        ("$.labels['{$inputs.key}']", true),
        ("$.labels['x{$inputs.key}']", false),
        ("$.extra.n[?@ > {$inputs.one}]", true),
        ("$.extra.n[?@ > 2]", false),
        ("$.extra.none", true),
        ("$..url", true),
        ("$..nothing", false),
        ("$.parts[-1]", true),
        ("$.parts[2:]", false),
        ("$.parts[?search(@.url, '^u[01]$')]", true),
        ("$.parts[?match(@.url, {$inputs.url})]", true),
        ("$.parts[?count($.parts[*]) == 2 && length(@.url) == 2]", true),
        (" $.parts[*] ", true));

    [Fact]
    public Task Filter_on_an_object__tests_the_object_when_only_that_can_be_meant() => HoldsAsync("jsonpath", "$response.body",
        ("$[?@.state == 'DONE']", true),
        ("$[?@.state == 'RUNNING']", false),
        ("$[?@.state == 'DONE' && @.progress < 1].parts[?@.url == 'u0']", true),
        ("$[?count(@.parts[*]) > 2]", false),
        ("$[?@ == 'DONE']", true));

    [Fact]
    public Task Comparisons_in_place_of_JSONPath__are_read_as_conditions() => HoldsAsync("jsonpath", "$response.body",
        ("$.state in ['RUNNING', 'DONE']", true),
        ("$.state in [\"RUNNING\"]", false),
        ("$.extra.t in ['A.B']", true),
        ("$.extra.e empty true", true),
        ("$.extra.n empty true", false),
        ("$.extra.n empty false && $.parts empty false", true),
        ("$.extra.missing empty true", true),
        ("$.extra.n.length == 2 && $.id.length == 2", true),
        ("$.parts[*].url.length == 2", true),
        ("$.parts[?@.url == 'u1'].length > 0", true),
        ("$.parts[-1].url == 'U1'", true),
        ("($.id == 'j1') == true", true),
        ("$.id == 'j{$inputs.one}'", true));

    [Fact]
    public Task Regular_expressions__are_found_in_the_text_of_the_context() => HoldsAsync("regex", "$response.body#/extra/t",
        ("a.b", true),
        ("^a\\.b$", true),
        ("^b", false),
        ("(?i)A", true),
        ("A", false),
        ("a(?=\\.)", true),
        ("(.)\\1", false),
        ("^{$inputs.dot}b$", true),
        ("{$inputs.pattern}", true),
        ("x{$inputs.missing}|a", true),
        ("^{$inputs.missing}", false));

    [Theory]
    [InlineData("$statusCode", "^2\\d{2}$", true)]
    [InlineData("$response.body#/parts", "\"url\":\"u1\"", true)]
    [InlineData("$response.body#/extra/none", ".*", false)]
    [InlineData("$response.body#/extra/nothing", ".*", false)]
    [InlineData("$response.header.X-None", ".*", false)]
    [InlineData("$inputs.one", "^1$", true)]
    public Task Regular_expression__reads_every_kind_of_context(string context, string pattern, bool expected) => HoldsAsync("regex", context, (pattern, expected));

    [Fact]
    public async Task Texts_whole_inputs_and_enums__become_what_their_place_wants()
    {
        var handler = new RecordingHandler().Answer(200, """{"id":"1","state":"dOnE"}""").Answer(200, "{}").Answer(200, Job);

        var text = await WorkflowTest.Of("""
            - workflowId: send
              inputs: { type: object, properties: { tags: { type: string }, n: { type: integer } } }
              steps:
                - stepId: list
                  operationId: createJob
                  requestBody: { payload: { source: 'https://x.example', tags: $inputs.tags } }
                  successCriteria: [ { condition: $response.body#/state == 'DONE' }, { condition: $response.body#/state != 'RUNNING' } ]
                - stepId: whole
                  operationId: echo
                  requestBody: { payload: { all: $inputs, self: $self } }
                - stepId: json
                  operationId: createJob
                  requestBody: { payload: { source: 'https://x.example', tags: '["x", "y,z"]' } }
            """).WithJobs("return (await SendWorkflow.RunAsync(client, new SendInputs { Tags = \"a, b\", N = 3 })).Step;").Run().RunProgramAsync(handler);

        Assert.Equal("json", text);
        Assert.Equal("""{"source":"https://x.example","tags":["a","b"]}""", handler.Requests[0].Body);
        Assert.Equal("""{"all":{"tags":"a, b","n":3},"self":"specs/flow.yml"}""", handler.Requests[1].Body);
        Assert.Equal("""{"source":"https://x.example","tags":["x","y,z"]}""", handler.Requests[2].Body);
    }

    [Fact]
    public async Task Pattern_that_would_take_forever__ends()
    {
        var job = $$"""{"id":"{{new string('a', 40)}}!"}""";

        await HoldsAsync(job, "regex", "$response.body#/id", ("^(a+)+$", false), ("^(a|a)*$", false), ("^{$inputs.hang}$", false), ("{$inputs.hang}!$", false));
    }

    [Fact]
    public Task Deep_JSON__overflows_no_stack() => HoldsAsync(
        $$"""{"id":"1","extra":{{string.Concat(Enumerable.Repeat("[", 100))}}{"x":1}{{string.Concat(Enumerable.Repeat("]", 100))}}}""", "jsonpath", "$response.body",
        ("$..x", true),
        ("$..[?@.x == 1]..x", true),
        ("$.extra..*..x", true));

    [Theory]
    [InlineData("$.parts[?@.urll == 'x']", "jsonpath", "(6,39): error ARZ0259: '$.parts[?@.urll == 'x']' reads 'urll' from the object 'JobPartsItem', which has no such property (did you mean 'url'?)")]
    [InlineData("$.partz[*]", "jsonpath", "(6,39): error ARZ0259: '$.partz[*]' reads 'partz' from the object 'Job', which has no such property (did you mean 'parts'?)")]
    [InlineData("$.parts[?match(@.url, '[')]", "jsonpath", "(6,39): error ARZ0306: The regular expression '[' cannot be read: it is no I-Regexp (RFC 9485)")]
    [InlineData("$.parts[?match(@.url, '\\d')]", "jsonpath", "(6,39): error ARZ0304")]
    [InlineData("$.parts[*].url == 'u0'", "jsonpath", "(6,39): error ARZ0304: The JSONPath '$.parts[*].url == 'u0'' cannot be read: a query that can select several nodes cannot be compared")]
    [InlineData("$[?@.state == 'DONE']", "jsonpath", "(6,40): info ARZ0310: By the letter of the specification a filter tests the children of its node")]
    [InlineData("^[A-", "regex", "(6,40): error ARZ0306: The regular expression '^[A-' cannot be read: ")]
    public void Fault__is_told_at_its_place(string condition, string type, string complaint)
    {
        var complaints = WorkflowTest.Of($$"""
            - workflowId: a
              steps:
                - stepId: b
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '1' } ]
                  successCriteria: [ { condition: "{{condition.Replace("\\", "\\\\", StringComparison.Ordinal)}}", context: $response.body, type: {{type}} } ]
            """).Complaints();

        Assert.Contains(complaints, item => item.StartsWith(complaint, StringComparison.Ordinal));
    }

    [Fact]
    public void Filter_on_an_object__is_an_error_by_the_letter() => Assert.StartsWith("(6,40): error ARZ0311", Assert.Single(WorkflowTest.Of("""
        - workflowId: a
          steps:
            - stepId: b
              operationId: getJob
              parameters: [ { name: id, in: path, value: '1' } ]
              successCriteria: [ { condition: "$[?@.state == 'DONE']", context: $response.body, type: jsonpath } ]
        """, ("Dialect", "Strict")).Complaints()), StringComparison.Ordinal);

    private static Task HoldsAsync(string type, string context, params (string Condition, bool Expected)[] rows) => HoldsAsync(Job, type, context, rows);

    private static async Task HoldsAsync(string job, string type, string context, params (string Condition, bool Expected)[] rows)
    {
        var workflows = rows.Select((row, index) => $$"""
            - workflowId: w{{index}}
              inputs: { type: object, properties: { url: { type: string }, key: { type: string }, one: { type: integer }, dot: { type: string }, pattern: { type: string }, missing: { type: string }, hang: { type: string } } }
              steps:
                - stepId: get
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '1' } ]
                  onSuccess: [ { name: "yes", type: end, criteria: [ { condition: {{Quote(row.Condition)}}, context: {{context}}, type: {{type}} } ] } ]
            """);
        var handler = new RecordingHandler();
        var calls = new List<string>();
        for (var index = 0; index < rows.Length; index++)
        {
            handler.Answer(200, job, ("X-Mode", "fast"));
            calls.Add($"(await W{index}Workflow.RunAsync(client, new W{index}Inputs {{ Url = \"u1\", Key = \"a b\", One = 1, Dot = \"a.\", Pattern = \"^a\", Hang = \"(a+)+\" }})).Action == \"yes\"");
        }
        var text = await WorkflowTest.Of(string.Join('\n', workflows) + "\n").WithJobs($"return string.Join(' ', new bool[] {{ {string.Join(", ", calls)} }});").Run().RunProgramAsync(handler);

        var actual = text.Split(' ');
        Assert.Equal(rows, rows.Select((row, index) => (row.Condition, bool.Parse(actual[index]))));
    }

    private static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    [Theory]
    [InlineData("{ condition: $statusCode == 200 }", "JobState?")]
    [InlineData("{ condition: $statusCode == 201 }", "JobState?")]
    [InlineData("{ condition: $statusCode < 300 }", "JobState?")]
    [InlineData("{ condition: $statusCode >= 200 && $statusCode < 300 }", "JobState?")]
    [InlineData("{ condition: $statusCode >= 200 }, { condition: $statusCode <= 299 }", "JobState?")]
    [InlineData("{ condition: '^2\\d{2}$', context: $statusCode, type: regex }", "JobState?")]
    [InlineData("{ condition: '^20[0134]$', context: $statusCode, type: regex }", "JobState?")]
    [InlineData("{ condition: $response.body#/progress == 1 }, { condition: $statusCode == 200 }", "JobState?")]
    [InlineData("{ condition: $statusCode == 200 || $statusCode == 404 }", "JsonElement?")]
    [InlineData("{ condition: $statusCode != 404 }", "JsonElement?")]
    [InlineData("{ condition: $statusCode < 500 }", "JsonElement?")]
    [InlineData("{ condition: '^[24]', context: $statusCode, type: regex }", "JsonElement?")]
    public void Output_of_a_step__has_its_type_where_only_a_success_can_be_one(string criteria, string type)
    {
        var result = WorkflowTest.Of($$"""
            - workflowId: a
              steps: [ { stepId: b, operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ], successCriteria: [ {{criteria}} ], outputs: { seen: $response.body#/state } } ]
            """).RunWithDiagnostics();

        Assert.Matches($@"public (global::)?[\w.]*{System.Text.RegularExpressions.Regex.Escape(type)} Seen \{{ get; set; \}}", result.Source("AWorkflow.g.cs"));
    }
}
