using Arazzo.Generator.Tests.Harness;
using Arazzo.Generator.Tests.OpenApi.Live;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>What steps read of answers of every kind.</summary>
public sealed class WorkflowAnswerTests
{
    private const string Api = """
        paths:
          /thing: {get: {operationId: thing, responses: {'200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}, headers: {X-Left: {schema: {type: integer}}, X-Share: {schema: {type: number}}, X-More: {schema: {type: boolean}}, X-Name: {schema: {type: string}}}}}}}
          /file: {get: {operationId: file, responses: {'200': {description: A, content: {application/octet-stream: {}}}}}}
          /lines: {get: {operationId: lines, responses: {'200': {description: A, content: {application/x-ndjson: {itemSchema: {$ref: '#/components/schemas/Thing'}}}}}}}
          /sequence: {get: {operationId: sequence, responses: {'200': {description: A, content: {application/json-seq: {itemSchema: {type: object}}}}}}}
          /events: {get: {operationId: events, responses: {'200': {description: A, content: {text/event-stream: {itemSchema: {$ref: '#/components/schemas/Thing'}}}}}}}
          /count: {get: {operationId: count, responses: {'200': {description: A, content: {text/plain: {schema: {type: integer}}}}}}}
          /result:
            get:
              operationId: result
              responses:
                '200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                '202': {description: B, content: {application/json: {schema: {type: object, properties: {later: {type: integer}}}}}}
                '203': {description: C, content: {text/plain: {schema: {type: string}}}}
        components:
          schemas:
            State: {type: string, enum: [open, closed]}
            Level: {type: integer, enum: [1, 2], x-enum-varnames: [Low, High]}
            Thing:
              type: object
              required: [state, level, any, count, ok, at, id, states]
              properties:
                state: {$ref: '#/components/schemas/State'}
                level: {$ref: '#/components/schemas/Level'}
                any: {}
                count: {type: integer}
                ok: {type: boolean}
                at: {type: string, format: date-time}
                id: {type: string, format: uuid}
                states: {type: array, items: {$ref: '#/components/schemas/State'}}
                maybe: {type: [string, 'null'], enum: [x, y, null]}
                inner: {type: object, required: [state, any], properties: {state: {$ref: '#/components/schemas/State'}, any: {}}}

        """;

    private const string Thing = """{"state":"open","level":2,"any":{"a":[1]},"count":3,"ok":true,"at":"2026-11-22T10:00:00Z","id":"00000000-0000-0000-0000-000000000001","states":["open","closed"],"maybe":"x","inner":{"state":"closed","any":{"b":"c"}}}""";

    [Fact]
    public Task Values_of_every_type__compare_although_the_body_or_what_is_before_them_may_be_missing() => HoldsAsync(
        [],
        ("$response.body#/state == 'open'", true),
        ("$response.body#/state != 'open'", false),
        ("$response.body#/state == $response.body#/states/0", true),
        ("$response.body#/states/1 == $response.body#/inner/state", true),
        ("$response.body#/inner/state == 'closed'", true),
        ("$response.body#/maybe == 'x'", true),
        ("$response.body#/maybe != null && $response.body#/state != null && $response.body#/any != null", true),
        ("$response.body#/level == 2", true),
        ("$response.body#/level == $response.body#/level && $response.body#/level > 1", true),
        ("$response.body#/any/a/0 == 1", true),
        ("$response.body#/inner/any/b == 'c'", true),
        ("$response.body#/count == 3 && $response.body#/count < 3.5", true),
        ("$response.body#/ok == true && $response.body#/ok", true),
        ("$response.body#/at == '2026-11-22T10:00:00Z' || $response.body#/at == '2026-11-22T10:00:00+00:00'", true),
        ("$response.body#/id == '00000000-0000-0000-0000-000000000001'", true));

    [Fact]
    public Task Headers__compare_as_what_they_are() => HoldsAsync(
        [("X-Left", "10"), ("X-Share", "0.5"), ("X-More", "true"), ("X-Name", "Rex")],
        ("$response.header.X-Left > 9", true),
        ("$response.header.x-left == 10", true),
        ("$response.header.X-Share < 0.75", true),
        ("$response.header.X-More == true && $response.header.X-More", true),
        ("$response.header.X-Name == 'rex'", true),
        ("$response.header.X-None == null", true));

    [Fact]
    public async Task Headers_that_are_numbers__are_numbers_in_outputs_and_missing_when_they_are_none()
    {
        const string program = "var o = (await ReadWorkflow.RunAsync(client)).Outputs; return $\"{o.Left + 1} {o.More} {o.Name}\";";
        var test = Live.Document(Api).With("specs/flow.yml", Head + """
              - workflowId: read
                steps:
                  - {stepId: get, operationId: thing, outputs: {left: $response.header.X-Left, more: $response.header.X-More, name: $response.header.X-Name}}
                outputs: {left: $steps.get.outputs.left, more: $steps.get.outputs.more, name: $steps.get.outputs.name}
            """);
        Assert.Equal("11 False Rex", await test.CallAsync(new RecordingHandler().Answer(200, Thing, ("X-Left", "10"), ("X-More", "false"), ("X-Name", "Rex")), program));
        Assert.Equal("  7", await test.CallAsync(new RecordingHandler().Answer(200, Thing, ("X-Left", "many"), ("X-Name", "7")), program));
    }

    [Theory]
    [InlineData("file", "application/octet-stream", "{\"a\":[7]}", "{\"a\":[7]}", "$response.body#/a/0", "7")]
    [InlineData("lines", "application/x-ndjson", "{\"a\":1}\n{\"a\":2}\n", "{\"a\":1}\n{\"a\":2}\n", "$response.body#/1/a", "2")]
    [InlineData("sequence", "application/json-seq", "\u001e{\"a\":1}\n\u001e{\"a\":2}\n", "\u001e{\"a\":1}\n\u001e{\"a\":2}\n", "$response.body#/0/a", "1")]
    [InlineData("lines", "application/x-ndjson", "{\"a\":1}\n{broken", "{\"a\":1}\n{broken", "$response.body#/0/a", "")]
    [InlineData("events", "text/event-stream", "event: x\ndata: {\"a\":1}\n\nid: 3\ndata: plain\n\n", "event: x\ndata: {\"a\":1}\n\nid: 3\ndata: plain\n\n", "$response.body#/0/data/a", "1")]
    [InlineData("events", "text/event-stream", "id: 3\ndata: plain\n\n", "id: 3\ndata: plain\n\n", "$response.body#/0/data", "plain")]
    public async Task Stream__is_text_as_a_whole_and_the_array_of_its_items_for_pointers(string operation, string mediaType, string body, string whole, string pointer, string expected)
    {
        var result = await Live.Document(Api).With("specs/flow.yml", Head + $$"""
              - workflowId: read
                steps:
                  - { stepId: get, operationId: {{operation}}, outputs: { whole: $response.body, part: '{{pointer}}' } }
                outputs: {whole: $steps.get.outputs.whole, part: $steps.get.outputs.part}
            """).CallAsync(new RecordingHandler().Answer(200, body, ("Content-Type", mediaType)), "var o = (await ReadWorkflow.RunAsync(client)).Outputs; return o.Whole + \"|\" + o.Part;");
        Assert.Equal(whole + "|" + expected, result);
    }

    [Theory]
    [InlineData("41\n", "42 True")]
    [InlineData("many", " False")]
    public async Task Text_of_a_number__is_a_number(string body, string expected)
    {
        var result = await Live.Document(Api).With("specs/flow.yml", Head + """
              - workflowId: read
                steps:
                  - stepId: get
                    operationId: count
                    successCriteria: [ { condition: $statusCode == 200 } ]
                    onSuccess: [ { name: large, type: end, criteria: [ { condition: $response.body > 40 } ] } ]
                    onFailure: [ { name: none, type: end } ]
                    outputs: { value: $response.body }
                outputs: {value: $steps.get.outputs.value}
            """).CallAsync(new RecordingHandler().Answer(200, body, ("Content-Type", "text/plain")), "var run = await ReadWorkflow.RunAsync(client); return $\"{run.Outputs.Value + 1} {run.Action == \"large\"}\";");
        Assert.Equal(expected, result);
    }

    [Theory]
    [InlineData(200, "application/json", Thing, "open")]
    [InlineData(202, "application/json", "{\"later\":5}", "5")]
    [InlineData(203, "text/plain", "plain", "plain")]
    public async Task Answers_that_differ_by_status__are_read_by_pointers(int status, string mediaType, string body, string expected)
    {
        var value = status switch { 200 => "$response.body#/state", 202 => "$response.body#/later", _ => "$response.body" };
        var result = await Live.Document(Api).With("specs/flow.yml", Head + $$"""
              - workflowId: read
                steps:
                  - stepId: get
                    operationId: result
                    successCriteria: [ { condition: $statusCode == {{status}} } ]
                    outputs: { value: '{{value}}' }
                outputs: {value: $steps.get.outputs.value}
            """).CallAsync(new RecordingHandler().Answer(status, body, ("Content-Type", mediaType)), "return (await ReadWorkflow.RunAsync(client)).Outputs.Value.ToString()!;");
        Assert.Equal(expected, result);
    }

    [Theory]
    [InlineData("$statusCode == 200", "200", "open 2 a:1")]
    [InlineData("200 == $statusCode && $response.body#/ok", "200", "open 2 a:1")]
    [InlineData("$statusCode in [200]", "200", "open 2 a:1")]
    [InlineData("$statusCode >= 200 && $statusCode < 201", "200", "open 2 a:1")]
    [InlineData("!($statusCode != '200')", "200", "open 2 a:1")]
    [InlineData("$statusCode == 200", "202", "failed")]
    public async Task Answer_that_the_criteria_leave__is_typed(string criterion, string status, string expected)
    {
        var result = await Live.Document(Api).With("specs/flow.yml", Head + $$"""
              - workflowId: read
                steps:
                  - stepId: get
                    operationId: result
                    successCriteria: [ { condition: "{{criterion}}" } ]
                    onSuccess: [ { name: open, type: end, criteria: [ { condition: $response.body#/state == 'OPEN' }, { context: $response.body, type: jsonpath, condition: '$.any.a[?@ == 1]' } ] } ]
                    onFailure: [ { name: other, type: end, criteria: [ { condition: $response.body#/later == 5 } ] } ]
                    outputs: { state: $response.body#/state, level: $response.body.level, whole: $response.body }
                outputs: { state: $steps.get.outputs.state, level: $steps.get.outputs.level, whole: $steps.get.outputs.whole }
            """).CallAsync(new RecordingHandler().Answer(int.Parse(status, null), status == "200" ? Thing : "{\"later\":5}"), """
            var run = await ReadWorkflow.RunAsync(client);
            if (run.IsFailure) { return "failed"; }
            State? state = run.Outputs.State; Level? level = run.Outputs.Level; Thing? whole = run.Outputs.Whole;
            return $"{state} {(int)level!.Value} a:{whole!.Any.GetProperty("a")[0]}";
            """);
        Assert.Equal(expected, result);
    }

    [Theory]
    [InlineData("$statusCode == 200", "$response.body#/stat", "error ARZ0259: '$response.body#/stat' reads 'stat' from the object 'Thing', which has no such property (did you mean 'state'?)")]
    [InlineData("$statusCode != 202", "$response.body#/stat", null)]
    [InlineData("$statusCode < 300", "$response.body#/stat", null)]
    public void Pointer_into_an_answer_that_the_criteria_leave__is_checked(string criterion, string pointer, string? complaint)
    {
        var found = Live.Document(Api).With("specs/flow.yml", Head + $$"""
              - workflowId: read
                steps:
                  - { stepId: get, operationId: result, successCriteria: [ { condition: {{criterion}} } ], outputs: { x: '{{pointer}}' } }
            """).RunWithDiagnostics().Diagnostics.Where(static diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.ToString()).ToList();
        if (complaint is null)
        {
            Assert.Empty(found);
        }
        else
        {
            Assert.Contains(complaint, Assert.Single(found), StringComparison.Ordinal);
        }
    }

    private const string Head = """
        arazzo: 1.0.1
        info: {title: Flow, version: '1'}
        sourceDescriptions: [{name: api, url: api.yml, type: openapi}]
        workflows:

        """;

    private static async Task HoldsAsync((string Name, string Value)[] headers, params (string Condition, bool Expected)[] rows)
    {
        var handler = new RecordingHandler();
        var workflows = new List<string>();
        var calls = new List<string>();
        foreach (var (condition, _) in rows)
        {
            var index = workflows.Count;
            var text = System.Text.Json.JsonSerializer.Serialize(condition);
            handler.Answer(200, Thing, headers);
            workflows.Add($"  - workflowId: w{index}\n    steps:\n      - {{stepId: get, operationId: thing, onSuccess: [{{name: \"yes\", type: end, criteria: [{{condition: {text}}}]}}]}}\n");
            calls.Add($"(await W{index}Workflow.RunAsync(client)).Action == \"yes\"");
        }
        var result = await Live.Document(Api).With("specs/flow.yml", Head + string.Concat(workflows)).CallAsync(handler, $"return string.Join(' ', new bool[] {{ {string.Join(", ", calls)} }});");
        var actual = result.Split(' ');
        Assert.Equal(rows, rows.Select((row, index) => (row.Condition, bool.Parse(actual[index]))));
    }
}
