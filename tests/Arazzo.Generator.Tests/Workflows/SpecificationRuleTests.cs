using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>Rules of the specification that no other table has: objects and fields, expressions, and what the text leaves open (docs/workflows.md).</summary>
public sealed class SpecificationRuleTests
{
    private const string Components = """
        components:
          inputs:
            byPointer: { type: object, required: [job], properties: { job: { type: string } } }
            byAnchor: { $anchor: anchored, type: object, properties: { job: { type: string, default: anchor } } }
          parameters:
            job: { name: id, in: path, value: component }
        """;

    /// <summary>Rule; version; the workflow; what is run; the requests, and what the run yields.</summary>
    private static readonly (string Rule, string Version, string Workflow, string Program, string Expected)[] Rows =
    [
        ("inputs by JSON Pointer", "1.0.1", """
            inputs: { $ref: '#/components/inputs/byPointer' }
            steps: [ { stepId: a, operationId: getJob, parameters: [ { name: id, in: path, value: $inputs.job } ] } ]
            """, "await RuleWorkflow.RunAsync(client, new RuleInputs { Job = \"p\" }); return \"\";", "GET /jobs/p"),
        ("inputs by anchor", "1.1.0", """
            inputs: { $ref: '#anchored' }
            steps: [ { stepId: a, operationId: getJob, parameters: [ { name: id, in: path, value: $inputs.job } ] } ]
            """, "await RuleWorkflow.RunAsync(client); return \"\";", "GET /jobs/anchor"),
        ("formats of inputs", "1.1.0", """
            inputs:
              type: object
              properties:
                a: { type: integer, format: int32, default: 1 }
                b: { type: integer, format: int64, default: 2 }
                c: { type: number, format: float, default: 0.5 }
                d: { type: number, format: double, default: 0.25 }
                e: { type: string, format: password, default: p }
            steps: [ { stepId: a, operationId: echo, requestBody: { payload: [$inputs.a, $inputs.b, $inputs.c, $inputs.d] } } ]
            """, """
            var i = new RuleInputs(); int a = i.A; long b = i.B; float c = i.C; double d = i.D; string e = i.E;
            var stored = "";
            await RuleWorkflow.RunAsync(client, i, new WorkflowOptions { Checkpoint = (x, _) => { stored += System.Text.Encoding.UTF8.GetString(x.ToUtf8Json()); return default; } });
            return stored.Contains("$inputs.d") && !stored.Contains("$inputs.e") ? $"{a + b + c + d} {e}" : stored;
            """, "POST /echo [1,2,0.5,0.25] = 3.75 p"),
        ("a body with DELETE is sent", "1.0.1", """
            steps: [ { stepId: a, operationId: deleteJob, parameters: [ { name: id, in: path, value: '1' } ], requestBody: { contentType: application/json, payload: { why: old } } } ]
            """, "await RuleWorkflow.RunAsync(client); return \"\";", "DELETE /jobs/1 {\"why\":\"old\"}"),
        ("operationPath by expression and by name", "1.0.1", """
            steps:
              - { stepId: a, operationPath: '{$sourceDescriptions.jobs.url}#/paths/~1jobs~1{id}/get', parameters: [ { name: id, in: path, value: '1' } ] }
              - { stepId: b, operationPath: 'jobs#/paths/~1jobs~1{id}/get', parameters: [ { name: id, in: path, value: '2' } ] }
              - { stepId: c, operationPath: '$sourceDescriptions.jobs#/paths/~1jobs~1{id}/get', parameters: [ { name: id, in: path, value: '3' } ] }
            """, "await RuleWorkflow.RunAsync(client); return \"\";", "GET /jobs/1, GET /jobs/2, GET /jobs/3"),
        ("operationId by source", "1.0.1", """
            steps: [ { stepId: a, operationId: $sourceDescriptions.jobs.getJob, parameters: [ { name: id, in: path, value: '1' } ] } ]
            """, "await RuleWorkflow.RunAsync(client); return \"\";", "GET /jobs/1"),
        ("a reference takes a value of its own", "1.0.1", """
            steps:
              - { stepId: a, operationId: getJob, parameters: [ { reference: $components.parameters.job } ] }
              - { stepId: b, operationId: getJob, parameters: [ { reference: $components.parameters.job, value: own } ] }
              - { stepId: c, operationId: getJob, parameters: [ { reference: $components.parameters.job, value: 1 } ] }
            """, "await RuleWorkflow.RunAsync(client); return \"\";", "GET /jobs/component, GET /jobs/own, GET /jobs/1"),
        ("the whole query", "1.1.0", """
            steps: [ { stepId: a, operationId: deleteJob, parameters: [ { name: id, in: path, value: '1' }, { name: q, in: querystring, value: 'a=1&b=2' } ] } ]
            """, "await RuleWorkflow.RunAsync(client); return \"\";", "DELETE /jobs/1?a=1&b=2"),
        ("a header has no case", "1.0.1", """
            parameters: [ { name: x-trace, in: header, value: workflow } ]
            steps: [ { stepId: a, operationId: createJob, parameters: [ { name: X-TRACE, in: header, value: step } ], requestBody: { payload: { source: 'https://x.example/' } } } ]
            """, "await RuleWorkflow.RunAsync(client); return \"\";", "POST /jobs {\"source\":\"https://x.example/\"} X-Trace: step"),
        ("a whole expression keeps its type, an embedded one becomes text", "1.1.0", """
            inputs: { type: object, properties: { n: { type: integer, default: 7 }, l: { type: array, items: { type: integer }, default: [1, 2] }, b: { type: boolean, default: true } } }
            steps: [ { stepId: a, operationId: echo, requestBody: { payload: { whole: [$inputs.n, $inputs.l, $inputs.b], text: ['{$inputs.n}', 'l={$inputs.l}', '{$inputs.b}!'] } } } ]
            """, "await RuleWorkflow.RunAsync(client); return \"\";", "POST /echo {\"whole\":[7,[1,2],true],\"text\":[\"7\",\"l=[1,2]\",\"true!\"]}"),
        ("braces and dollars that are no expression are text", "1.1.0", """
            steps: [ { stepId: a, operationId: echo, requestBody: { payload: ['{"a":1}', '^2\d{2}$', 'costs $5', '{$notAnything}', '$message: String!'] } } ]
            """, "await RuleWorkflow.RunAsync(client); return \"\";", "POST /echo [\"{\\u0022a\\u0022:1}\",\"^2\\\\d{2}$\",\"costs $5\",\"{$notAnything}\",\"$message: String!\"]"),
        ("an exact name with dots comes before navigation", "1.1.0", """
            inputs: { type: object, properties: { a.b: { type: string, default: exact }, a: { type: object, properties: { b: { type: string }, c: { type: string } }, default: { b: wrong, c: inside } } } }
            steps: [ { stepId: a, operationId: echo, requestBody: { payload: [$inputs.a.b, $inputs.a.c, $inputs.a#/b] } } ]
            """, "await RuleWorkflow.RunAsync(client); return \"\";", "POST /echo [\"exact\",\"inside\",\"wrong\"]"),
        ("a quote in a literal is doubled", "1.1.0", """
            inputs: { type: object, properties: { n: { type: string, default: it's } } }
            steps: [ { stepId: a, operationId: echo, requestBody: { payload: 1 }, onSuccess: [ { name: yes, type: end, criteria: [ { condition: $inputs.n == 'it''s' } ] } ] } ]
            """, "return (await RuleWorkflow.RunAsync(client)).Action ?? \"-\";", "POST /echo 1 = yes"),
        ("an end has the outputs that are there", "1.0.1", """
            steps:
              - { stepId: a, operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ], outputs: { id: $response.body#/id }, onSuccess: [ { name: stop, type: end } ] }
            outputs: { id: $steps.a.outputs.id }
            """, "return (await RuleWorkflow.RunAsync(client)).Outputs.Id ?? \"-\";", "GET /jobs/1 = j1"),
        ("a status is a number", "1.0.1", """
            steps: [ { stepId: a, operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ], outputs: { code: $statusCode } } ]
            outputs: { code: $steps.a.outputs.code }
            """, "int? code = (await RuleWorkflow.RunAsync(client)).Outputs.Code; return $\"{code}\";", "GET /jobs/1 = 200"),
        ("an optional value that is missing is left out", "1.0.1", """
            inputs: { type: object, properties: { p: { type: integer }, o: { type: string } } }
            steps: [ { stepId: a, operationId: createJob, parameters: [ { name: priority, in: query, value: $inputs.p } ], requestBody: { payload: { source: 'https://x.example/', owner: { name: $inputs.o } } } } ]
            """, "await RuleWorkflow.RunAsync(client); return \"\";", "POST /jobs {\"source\":\"https://x.example/\",\"owner\":{}}"),
        ("a draft of JSONPath is named", "1.0.1", """
            steps:
              - stepId: a
                operationId: getJob
                parameters: [ { name: id, in: path, value: '1' } ]
                successCriteria: [ { context: $response.body, condition: '$.id', type: { type: jsonpath, version: draft-goessner-dispatch-jsonpath-00 } } ]
            """, "await RuleWorkflow.RunAsync(client); return \"\";", "GET /jobs/1"),
    ];

    public static TheoryData<string> Rules() => [.. Rows.Select(static row => row.Rule)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Rule__is_kept(string rule)
    {
        var row = Rows.Single(row => row.Rule == rule);
        var handler = new RecordingHandler();
        for (var index = 0; index < 3; index++)
        {
            handler.Answer(200, """{"id":"j1","state":"DONE"}""");
        }

        var yield = await Document(row.Version, row.Workflow).WithJobs(row.Program).RunWithDiagnostics().RunProgramAsync(handler);

        var requests = handler.Requests.Select(static request => string.Join(' ', new[]
        {
            request.Method.ToString(), request.Uri.PathAndQuery, request.Body, request.Headers.TryGetValue("X-Trace", out var trace) ? "X-Trace: " + trace : "",
        }.Where(static part => !string.IsNullOrEmpty(part))));
        Assert.Equal(row.Expected, string.Join(", ", requests) + (yield.Length == 0 ? "" : " = " + yield));
    }

    [Theory]
    [InlineData("context is needed with a type", "1.0.1", "successCriteria: [ { condition: $statusCode == 200, type: simple } ]", "(6,65): info ARZ0220: By the letter of the specification a criterion with a 'type' needs a 'context'")]
    [InlineData("a JSON Pointer is no criterion", "1.1.0", "successCriteria: [ { condition: /id, context: $response.body, type: jsonpointer } ]", "(6,75): error ARZ0203: ")]
    [InlineData("parameters of an action have no place", "1.1.0", "onSuccess: [ { name: x, type: goto, workflowId: rule, parameters: [ { name: id, in: path, value: x } ] } ]", "(6,87): error ARZ0211: ")]
    [InlineData("parameters of an action need a workflow", "1.1.0", "onSuccess: [ { name: x, type: end, parameters: [ { name: id, value: x } ] } ]", "(6,42): error ARZ0211: ")]
    [InlineData("an answer has no query", "1.0.1", "outputs: { x: $response.query.a }", "(6,21): error ARZ02")]
    [InlineData("messages are those of AsyncAPI", "1.1.0", "outputs: { x: $message.payload }", "(6,21): error ARZ02")]
    [InlineData("XPath beyond 1.0", "1.1.0", "successCriteria: [ { condition: 'for $x in //a return $x', context: $response.body, type: { type: xpath, version: xpath-30 } } ]", "(6,")]
    public void Fault__is_told_at_its_place(string rule, string version, string rest, string complaint)
    {
        var found = Document(version, $$"""
            steps:
              - stepId: a
                operationId: getJob
                parameters: [ { name: id, in: path, value: '1' } ]
                {{rest}}
            """).Complaints().ToList();

        Assert.True(found.Exists(item => item.StartsWith(complaint, StringComparison.Ordinal)), $"{rule}: {string.Join(" | ", found)}");
    }

    private static GeneratorTest Document(string version, string workflow) =>
        WorkflowTest.Of("- workflowId: rule\n  " + workflow.Replace("\n", "\n  ", StringComparison.Ordinal) + "\n" + Components).WithEdit(WorkflowTest.Path, "arazzo: 1.0.1", "arazzo: " + version);
}
