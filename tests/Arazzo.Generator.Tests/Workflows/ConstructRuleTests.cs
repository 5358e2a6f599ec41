using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>Rules about whole documents, several sources, and answers that are no JSON (docs/arazzo-support.md): a project for each.</summary>
public sealed class ConstructRuleTests
{
    private const string Parts = """
        openapi: 3.2.0
        $self: https://parts.example/specs/parts.yml
        info: { title: Parts, version: '1' }
        servers: [ { url: 'https://parts.example/v2' } ]
        paths:
          /parts:
            get:
              operationId: parts/list.all
              parameters: [ { name: session, in: cookie, schema: { type: string } } ]
              responses:
                '200': { description: ok, content: { application/json: { schema: { type: object, properties: { name: { type: string }, 'a/b~c': { type: string }, '{x}': { type: string }, list: { type: array, items: { type: object, properties: { name: { type: string } } } }, none: { type: [object, 'null'] } } } } } }
            post:
              operationId: addPart
              requestBody:
                content:
                  application/json: { schema: { $ref: '#/components/schemas/Part' } }
                  application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Part' } }
              responses: { '204': { description: ok } }
          /label: { get: { operationId: label, responses: { '200': { description: ok, content: { text/plain: { schema: { type: string } } } } } } }
          /sheet: { get: { operationId: sheet, responses: { '200': { description: ok, content: { application/xml: {} } } } } }
          /same: { get: { operationId: getJob, responses: { '204': { description: ok } } } }
          /echo: { post: { operationId: echoPart, requestBody: { content: { application/json: { schema: {} } } }, responses: { '204': { description: ok } } } }
        components: { schemas: { Part: { type: object, properties: { name: { type: string }, count: { type: integer } } } } }
        """;

    private const string Look = """
        arazzo: 1.1.0
        $self: https://flows.example/deep/look.yml
        info: { title: Look, version: '1' }
        sourceDescriptions: [ { name: jobs, url: api.yml, type: openapi } ]
        workflows:
          - workflowId: look
            inputs: { type: object, properties: { id: { type: string, default: looked } } }
            steps: [ { stepId: get, operationId: getJob, parameters: [ { name: id, in: path, value: $inputs.id } ], outputs: { all: $response.body } } ]
            outputs: { all: $steps.get.outputs.all }
        """;

    private const string Json = "{\"id\":\"j1\",\"state\":\"DONE\"}";

    /// <summary>Rule; the Arazzo document; the answers, JSON unless they begin with another media type; what is run; the requests, and what the run yields.</summary>
    private static readonly (string Rule, string Document, string[] Answers, string Program, string Expected)[] Rows =
    [
        ("a document may be JSON", """
            { "arazzo": "1.0.1", "info": { "title": "T", "version": "1" }, "sourceDescriptions": [ { "name": "jobs", "url": "api.yml", "type": "openapi" } ],
              "workflows": [ { "workflowId": "rule", "steps": [ { "stepId": "a", "operationId": "getJob", "parameters": [ { "name": "id", "in": "path", "value": 1 } ] } ] } ] }
            """, [Json], "", "GET /jobs/1"),
        ("a source without a type is what its file is", Head("jobs, url: api.yml", "flows, url: look.yml") + """
              - workflowId: rule
                steps:
                  - { stepId: a, operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ] }
                  - { stepId: b, workflowId: $sourceDescriptions.flows.look }
            """, [Json, Json], "", "GET /jobs/1, GET /jobs/looked"),
        ("an absolute url is matched with $self", Head("parts, url: 'https://parts.example/specs/parts.yml', type: openapi") + """
              - { workflowId: rule, steps: [ { stepId: a, operationId: label } ] }
            """, ["text/plain x"], "", "GET /v2/label"),
        ("a relative url is resolved against $self first", Head("parts, url: ../specs/parts.yml, type: openapi", self: "https://parts.example/flows/flow.yml") + """
              - { workflowId: rule, steps: [ { stepId: a, operationId: label } ] }
            """, ["text/plain x"], "", "GET /v2/label"),
        ("a relative $self is resolved against where the document is", Head("jobs, url: ../api.yml, type: openapi", self: "deep/flow.yml") + """
              - { workflowId: rule, steps: [ { stepId: a, operationId: getJob, parameters: [ { name: id, in: path, value: $self } ] } ] }
            """, [Json], "", "GET /jobs/deep%2Fflow.yml"),
        ("names of sources may have dots", Head("parts.v1, url: parts.yml, type: openapi", "parts, url: api.yml, type: openapi", "look.v1, url: look.yml, type: arazzo") + """
              - workflowId: rule
                steps:
                  - { stepId: a, operationId: $sourceDescriptions.parts.v1.parts/list.all }
                  - { stepId: b, operationId: $sourceDescriptions.parts.getJob, parameters: [ { name: id, in: path, value: $sourceDescriptions.parts.v1.url } ] }
                  - { stepId: c, workflowId: $sourceDescriptions.look.v1.look }
            """, ["{}", Json, Json], "", "GET /v2/parts, GET /jobs/parts.yml, GET /jobs/looked"),
        ("a document with $self is found by its place, too", Head("parts, url: parts.yml, type: openapi") + """
              - { workflowId: rule, steps: [ { stepId: a, operationId: label } ] }
            """, ["text/plain x"], "", "GET /v2/label"),
        ("requests go to the servers of the OpenAPI document", Head("parts, url: parts.yml, type: openapi", self: "https://flows.example/a.yml") + """
              - { workflowId: rule, steps: [ { stepId: a, operationId: label, outputs: { url: $url } } ], outputs: { url: $steps.a.outputs.url } }
            """, ["text/plain x"], "run.Outputs.Url", "GET /v2/label = https://parts.example/v2/label"),
        ("an id may have dots and slashes", Head("parts, url: parts.yml, type: openapi", "jobs, url: api.yml, type: openapi") + """
              - workflowId: rule
                steps:
                  - { stepId: a, operationId: parts/list.all }
                  - { stepId: b, operationId: $sourceDescriptions.parts.parts/list.all }
                  - { stepId: c, operationId: $sourceDescriptions.parts.getJob }
            """, ["{}", "{}", "{}"], "", "GET /v2/parts, GET /v2/parts, GET /v2/same"),
        ("workflows and steps of other documents come first", Head("jobs, url: api.yml, type: openapi", "flows, url: look.yml, type: arazzo") + """
              - workflowId: rule
                dependsOn: [ $sourceDescriptions.flows.look ]
                steps:
                  - { stepId: a, dependsOn: [ $sourceDescriptions.flows.look.steps.get ], operationId: $sourceDescriptions.jobs.getJob, parameters: [ { name: id, in: path, value: own } ] }
            """, [Json, Json], "", "GET /jobs/looked, GET /jobs/own"),
        ("actions lead to workflows of other documents", Head("jobs, url: api.yml, type: openapi", "flows, url: look.yml, type: arazzo") + """
              - workflowId: rule
                steps:
                  - stepId: a
                    operationId: $sourceDescriptions.jobs.getJob
                    parameters: [ { name: id, in: path, value: own } ]
                    successCriteria: [ { condition: $response.body#/state == 'DONE' } ]
                    onFailure: [ { name: again, type: retry, workflowId: $sourceDescriptions.flows.look, parameters: [ { name: id, value: between } ] } ]
                    onSuccess: [ { name: on, type: goto, workflowId: $sourceDescriptions.flows.look } ]
            """, ["{\"id\":\"1\",\"state\":\"QUEUED\"}", Json, Json, Json], "", "GET /jobs/own, GET /jobs/between, GET /jobs/own, GET /jobs/looked"),
        ("actions are reused", Head("jobs, url: api.yml, type: openapi") + """
              - workflowId: rule
                failureActions: [ { reference: $components.failureActions.twice } ]
                steps:
                  - { stepId: a, operationId: getJob, parameters: [ { name: id, in: path, value: a } ], successCriteria: [ { condition: $response.body#/state == 'DONE' } ], onSuccess: [ { reference: $components.successActions.last } ] }
                  - { stepId: b, operationId: getJob, parameters: [ { name: id, in: path, value: b } ] }
                  - { stepId: c, operationId: getJob, parameters: [ { name: id, in: path, value: c } ] }
            components:
              successActions: { last: { name: last, type: goto, stepId: c, criteria: [ { condition: $response.body#/id == 'j1' } ] } }
              failureActions: { twice: { name: twice, type: retry, retryLimit: 2 }, elsewhere: { name: elsewhere, type: goto, stepId: nowhere, criteria: [ { condition: $steps.none.outputs.x } ] } }
            """, ["{\"id\":\"1\"}", "{\"id\":\"1\"}", Json, Json], "", "GET /jobs/a, GET /jobs/a, GET /jobs/a, GET /jobs/c"),
        ("cookies", Head("parts, url: parts.yml, type: openapi") + """
              - { workflowId: rule, steps: [ { stepId: a, operationId: parts/list.all, parameters: [ { name: session, in: cookie, value: 's 1' }, { name: other, in: cookie, value: 2 } ] } ] }
            """, ["{}"], "", "GET /v2/parts Cookie: session=s%201; other=2"),
        ("a body as a parameter (1.0.0)", Head("parts, url: parts.yml, type: openapi", version: "1.0.0") + """
              - { workflowId: rule, steps: [ { stepId: a, operationId: addPart, parameters: [ { name: anything, in: body, value: { name: wheel } } ] } ] }
            """, ["204"], "", "POST /v2/parts {\"name\":\"wheel\"}"),
        ("contentType chooses among the operation's media types", Head("parts, url: parts.yml, type: openapi") + """
              - workflowId: rule
                steps:
                  - { stepId: a, operationId: addPart, requestBody: { payload: { name: a b, count: 2 } } }
                  - { stepId: b, operationId: addPart, requestBody: { contentType: application/x-www-form-urlencoded, payload: { name: a b, count: 2 } } }
            """, ["204", "204"], "", "POST /v2/parts {\"name\":\"a b\",\"count\":2}, POST /v2/parts name=a+b&count=2"),
        ("replacements in a form go by JSON Pointer", Head("parts, url: parts.yml, type: openapi") + """
              - workflowId: rule
                steps:
                  - { stepId: a, operationId: addPart, requestBody: { contentType: application/x-www-form-urlencoded, payload: { name: x }, replacements: [ { target: /name, value: y }, { target: $.count, targetSelectorType: { type: jsonpath, version: rfc9535 }, value: '3' } ] } }
            """, ["204"], "", "POST /v2/parts name=y&count=3"),
        ("a selector stands anywhere in a payload, and data that looks like one stays data", Head("parts, url: parts.yml, type: openapi") + """
              - workflowId: rule
                inputs: { type: object, properties: { l: { type: array, items: { type: integer }, default: [4, 5] } } }
                steps:
                  - { stepId: a, operationId: echoPart, requestBody: { payload: { a: [ { context: $inputs.l, selector: /1, type: jsonpointer } ], b: { context: $inputs.l, selector: /1, type: other }, c: { context: words, selector: /1, type: jsonpath } } } }
            """, ["204"], "", "POST /v2/echo {\"a\":[5],\"b\":{\"context\":[4,5],\"selector\":\"/1\",\"type\":\"other\"},\"c\":{\"context\":\"words\",\"selector\":\"/1\",\"type\":\"jsonpath\"}}"),
        ("pointers after outputs of other workflows", Head("jobs, url: api.yml, type: openapi", "flows, url: look.yml, type: arazzo", "parts, url: parts.yml, type: openapi") + """
              - workflowId: rule
                steps:
                  - { stepId: a, workflowId: $sourceDescriptions.flows.look, outputs: { id: $outputs.all#/id, state: $outputs.all.state } }
                  - { stepId: b, operationId: $sourceDescriptions.parts.echoPart, requestBody: { payload: [ $steps.a.outputs.id, $steps.a.outputs.state, $workflows.look.outputs.all#/id, $workflows.look.inputs.id ] } }
            """, [Json, "204"], "", "GET /jobs/looked, POST /v2/echo [\"j1\",\"DONE\",\"j1\",\"looked\"]"),
        ("escapes and braces in a pointer", Head("parts, url: parts.yml, type: openapi") + """
              - workflowId: rule
                steps: [ { stepId: a, operationId: parts/list.all, outputs: { a: $response.body#/a~1b~0c, b: '$response.body#/{x}' } } ]
                outputs: { a: $steps.a.outputs.a, b: $steps.a.outputs.b }
            """, ["{\"a/b~c\":\"1\",\"{x}\":\"2\"}"], "run.Outputs.A + run.Outputs.B", "GET /v2/parts = 12"),
        ("text and XML are texts", Head("parts, url: parts.yml, type: openapi") + """
              - workflowId: rule
                steps:
                  - { stepId: a, operationId: label, outputs: { all: $response.body } }
                  - { stepId: b, operationId: sheet, outputs: { all: $response.body } }
                  - { stepId: c, operationId: echoPart, requestBody: { payload: [ $steps.a.outputs.all, 'in {$steps.b.outputs.all}' ] } }
            """, ["text/plain a: 1", "application/xml <a>1</a>", "204"], "", "GET /v2/label, GET /v2/sheet, POST /v2/echo [\"a: 1\",\"in \\u003Ca\\u003E1\\u003C/a\\u003E\"]"),
        ("a header with several values is one text", Head("parts, url: parts.yml, type: openapi") + """
              - { workflowId: rule, steps: [ { stepId: a, operationId: label, outputs: { via: $response.header.via } } ], outputs: { via: $steps.a.outputs.via } }
            """, ["Via text/plain x"], "run.Outputs.Via", "GET /v2/label = 1.1 a, 1.1 b"),
        ("method, address and inputs in conditions", Head("parts, url: parts.yml, type: openapi") + """
              - workflowId: rule
                inputs: { type: object, properties: { n: { type: integer, default: 3 } } }
                steps:
                  - { stepId: a, operationId: label, onSuccess: [ { name: no, type: end, criteria: [ { condition: $inputs.n > 3 } ] }, { name: "yes", type: end, criteria: [ { condition: $method == 'get' }, { condition: '/label$', context: $url, type: regex }, { condition: $inputs.n == '3' } ] } ] }
            """, ["text/plain x"], "run.Action", "GET /v2/label = yes"),
        ("a context that is null fails", Head("parts, url: parts.yml, type: openapi") + """
              - workflowId: rule
                steps:
                  - { stepId: a, operationId: parts/list.all, onSuccess: [ { name: path, type: end, criteria: [ { condition: $, context: $response.body#/none, type: jsonpath } ] }, { name: pattern, type: end, criteria: [ { condition: '.*', context: $response.body#/none, type: regex } ] }, { name: xml, type: end, criteria: [ { condition: 'true()', context: $response.body#/name, type: xpath } ] }, { name: rest, type: end } ] }
            """, ["{\"none\":null}"], "run.Action", "GET /v2/parts = rest"),
        ("what is embedded injects nothing", Head("parts, url: parts.yml, type: openapi") + """
              - workflowId: rule
                inputs: { type: object, properties: { evil: { type: string, default: "x' || true() || '" }, quote: { type: string, default: "a\"b'c" } } }
                steps:
                  - stepId: a
                    operationId: parts/list.all
                    onSuccess:
                      - { name: path, type: end, criteria: [ { condition: "$.list[?@.name == '{$inputs.evil}']", context: $response.body, type: jsonpath } ] }
                      - { name: condition, type: end, criteria: [ { condition: "$response.body#/name == '{$inputs.evil}'" } ] }
                      - { name: next, type: goto, stepId: b }
                  - stepId: b
                    operationId: sheet
                    onSuccess: [ { name: xml, type: end, criteria: [ { condition: "/a[. = '{$inputs.evil}']", context: $response.body, type: xpath } ] }, { name: bare, type: end, criteria: [ { condition: "/a[. = {$inputs.evil}]", context: $response.body, type: xpath } ] } ]
                  - { stepId: c, operationId: echoPart, requestBody: { payload: '{"a": "{$inputs.quote}"}' } }
            """, ["{\"name\":\"n\",\"list\":[{\"name\":\"n\"}]}", "application/xml <a>1</a>", "204"], "run.Step", "GET /v2/parts, GET /v2/sheet, POST /v2/echo {\"a\":\"a\\u0022b\\u0027c\"} = c"),
        ("a step that failed leaves no outputs", Head("jobs, url: api.yml, type: openapi") + """
              - workflowId: rule
                steps:
                  - { stepId: a, operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ], successCriteria: [ { condition: $response.body#/state == 'DONE' } ], outputs: { id: $response.body#/id }, onFailure: [ { name: stop, type: end } ] }
                outputs: { id: $steps.a.outputs.id }
            """, ["{\"id\":\"1\"}"], "run.Outputs.Id ?? \"nothing\"", "GET /jobs/1 = nothing"),
        ("names of versions of 1.1 in a document of 1.0", Head("parts, url: parts.yml, type: openapi", version: "1.0.1") + """
              - { workflowId: rule, steps: [ { stepId: a, operationId: parts/list.all, successCriteria: [ { condition: '$.name', context: $response.body, type: { type: jsonpath, version: rfc9535 } } ] } ] }
            """, ["{\"name\":\"n\"}"], "", "GET /v2/parts"),
    ];

    public static TheoryData<string> Rules() => [.. Rows.Select(static row => row.Rule)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Rule__is_kept(string rule)
    {
        var row = Rows.Single(row => row.Rule == rule);
        var handler = new RecordingHandler();
        foreach (var answer in row.Answers)
        {
            var header = answer.StartsWith("Via ", StringComparison.Ordinal);
            var parts = answer.Split(' ', header ? 3 : 2)[(header ? 1 : 0)..];
            _ = answer == "204" ? handler.Answer(204)
                : answer[0] == '{' ? handler.Answer(200, answer)
                : handler.Answer(200, parts[1], header ? [("Content-Type", parts[0]), ("Via", "1.1 a"), ("Via", "1.1 b")] : [("Content-Type", parts[0])]);
        }
        var path = row.Document[0] == '{' ? "specs/flow.json" : "specs/flow.yml";
        var test = GeneratorTest.Of(path, row.Document).With("specs/api.yml", WorkflowTest.Api, ("Client", "JobsClient"));
        test = row.Document.Contains("parts", StringComparison.Ordinal) ? test.With("specs/parts.yml", Parts, ("Client", "PartsClient")) : test;
        test = row.Document.Contains("look.yml", StringComparison.Ordinal) ? test.With("specs/look.yml", Look) : test;
        var yields = row.Program.Length == 0 ? "\"\"" : row.Program;
        var result = test.WithProgram($$"""
            var clients = typeof(RuleWorkflow).GetConstructors()[0].GetParameters().Select(parameter => Activator.CreateInstance(parameter.ParameterType, new HttpClient(handler), null)).ToArray();
            var workflow = (RuleWorkflow)typeof(RuleWorkflow).GetConstructors()[0].Invoke(clients);
            var run = await workflow.RunAsync();
            return {{yields}} ?? "-";
            """).RunWithDiagnostics();
        Assert.DoesNotContain(result.Diagnostics, static diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error && diagnostic.Id != "ARZ0288");

        var yield = await result.RunProgramAsync(handler);

        var requests = handler.Requests.Select(static request => string.Join(' ', new[]
        {
            request.Method.ToString(), request.Uri.PathAndQuery, request.Body, request.Headers.TryGetValue("Cookie", out var cookie) ? "Cookie: " + cookie : "",
        }.Where(static part => !string.IsNullOrEmpty(part))));
        Assert.Equal(row.Expected, string.Join(", ", requests) + (yield.Length == 0 ? "" : " = " + yield));
    }

    [Theory]
    [InlineData("an info without title and version", "arazzo: 1.0.1\ninfo: {}\nsourceDescriptions: [ { name: jobs, url: api.yml } ]\nworkflows: [ { workflowId: rule, steps: [ { stepId: a, operationId: deleteJob, parameters: [ { name: id, in: path, value: 1 } ] } ] } ]", "(2,7): error ARZ0201: The info has no 'title'", "(2,7): error ARZ0201: The info has no 'version'")]
    [InlineData("an operationId that two sources have", "arazzo: 1.0.1\ninfo: { title: T, version: '1' }\nsourceDescriptions: [ { name: jobs, url: api.yml }, { name: parts, url: parts.yml } ]\nworkflows: [ { workflowId: rule, steps: [ { stepId: a, operationId: getJob } ] } ]", "(4,69): error ARZ0253: ")]
    [InlineData("an operationId without its source, of several", "arazzo: 1.0.1\ninfo: { title: T, version: '1' }\nsourceDescriptions: [ { name: jobs, url: api.yml }, { name: parts, url: parts.yml } ]\nworkflows: [ { workflowId: rule, steps: [ { stepId: a, operationId: label } ] } ]", "(4,69): info ARZ0273: ")]
    [InlineData("a parameter of the workflow twice", "arazzo: 1.0.1\ninfo: { title: T, version: '1' }\nsourceDescriptions: [ { name: parts, url: parts.yml } ]\nworkflows: [ { workflowId: rule, parameters: [ { name: session, in: cookie, value: 1 }, { name: session, in: cookie, value: 2 } ], steps: [ { stepId: a, operationId: parts/list.all } ] } ]", "(4,97): error ARZ0205: ")]
    [InlineData("a whole query beside parameters of it", "arazzo: 1.1.0\ninfo: { title: T, version: '1' }\nsourceDescriptions: [ { name: parts, url: parts.yml } ]\nworkflows: [ { workflowId: rule, steps: [ { stepId: a, operationId: label, parameters: [ { name: a, in: query, value: 1 }, { name: q, in: querystring, value: b=2 } ] } ] } ]", "(4,98): info ARZ0264: ", "(4,132): info ARZ0264: ", "(4,132): info ARZ0310: ")]
    [InlineData("a workflow of another document without its source", "arazzo: 1.0.1\ninfo: { title: T, version: '1' }\nsourceDescriptions: [ { name: flows, url: look.yml } ]\nworkflows: [ { workflowId: rule, steps: [ { stepId: a, workflowId: look } ] } ]", "(4,68): info ARZ0310: ")]
    public void Fault__is_told_at_its_place(string rule, string document, params string[] complaints)
    {
        var found = GeneratorTest.Of("specs/flow.yml", document).With("specs/api.yml", WorkflowTest.Api).With("specs/parts.yml", Parts).With("specs/look.yml", Look)
            .RunWithDiagnostics().Diagnostics.Where(static diagnostic => diagnostic.Path == "specs/flow.yml").Select(static diagnostic => diagnostic.ToString()["specs/flow.yml".Length..]).ToList();

        Assert.True(found.Count == complaints.Length && found.Zip(complaints).All(static pair => pair.First.StartsWith(pair.Second, StringComparison.Ordinal)), $"{rule}: {string.Join(" | ", found)}");
    }

    [Fact]
    public void Extensions__are_welcome_in_every_object_and_may_be_null() => Assert.Empty(GeneratorTest.Of("specs/flow.yml", """
        arazzo: 1.1.0
        x-a: null
        info: { title: T, version: '1', x-a: null }
        sourceDescriptions: [ { name: jobs, url: api.yml, x-a: null } ]
        workflows:
          - workflowId: rule
            x-a: null
            parameters: [ { name: X-Trace, in: header, value: t, x-a: null } ]
            successActions: [ { reference: $components.successActions.done } ]
            steps:
              - stepId: a
                x-a: [ { a: 1 } ]
                operationId: createJob
                requestBody: { x-a: null, payload: { source: 'https://x.example/' }, replacements: [ { target: /kind, value: FAST, x-a: null } ] }
                successCriteria: [ { condition: $.id, context: $response.body, type: { type: jsonpath, version: rfc9535, x-a: null }, x-a: null } ]
                outputs: { all: $response.body }
                onFailure: [ { name: stop, type: end, x-a: null, criteria: [ { condition: $statusCode == 500, x-a: null } ] } ]
            outputs: { a: { context: $steps.a.outputs.all, selector: /id, type: { type: jsonpointer, version: rfc6901, x-a: null }, x-a: 1 } }
        components: { x-a: null, successActions: { done: { name: done, type: end, x-a: null } } }
        """).With("specs/api.yml", WorkflowTest.Api).RunWithDiagnostics().Diagnostics);

    [Fact]
    public void Words_of_a_workflow__are_its_documentation()
    {
        var code = WorkflowTest.Of("""
            - workflowId: rule
              summary: Makes a job.
              description: And <waits> for it.
              inputs: { type: object, properties: { kind: { type: string, description: What kind of job. } } }
              steps: [ { stepId: a, operationId: getJob, parameters: [ { name: id, in: path, value: $inputs.kind } ] } ]
            """).RunWithDiagnostics().Sources;

        Assert.Matches("/// <summary>\\s+/// Makes a job.\\s+///.*\\s+/// And &lt;waits&gt; for it.\\s+/// </summary>", string.Concat(code.Values).Replace("\r", "", StringComparison.Ordinal));
        Assert.Contains("/// <summary>What kind of job.</summary>", string.Concat(code.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_a_step__are_in_its_failure_and_its_progress_in_one_short_line()
    {
        var text = await WorkflowTest.Of("""
            - workflowId: rule
              dependsOn: [ first ]
              steps:
                - stepId: a
                  description: "Stops here\u2028if the \tcreator\n\ncannot \u202Epost {0} \"; #error"
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '1' } ]
                  successCriteria: [ { condition: $response.body#/state == 'DONE' } ]
            - workflowId: first
              steps: [ { stepId: b, operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ], description: LONG } ]
            """.Replace("LONG", string.Join(' ', Enumerable.Repeat("word", 100)), StringComparison.Ordinal)).WithJobs("""
            var said = new List<string?>();
            try { await RuleWorkflow.RunAsync(client, options: new WorkflowOptions { Progress = new Listener(said) }); return ""; }
            catch (WorkflowStepFailedException failure) { return failure.Message + "|" + string.Join('|', said); }
            } private sealed class Listener(List<string?> said) : IProgress<WorkflowProgress> { public void Report(WorkflowProgress value) { if (value.Kind == WorkflowProgressKind.StepStarted) said.Add(value.Description); } }
            private static void End() {
            """).RunWithDiagnostics().RunProgramAsync(new RecordingHandler().Answer(200, Json).Answer(200, "{\"id\":\"1\"}"));

        var parts = text.Split('|');
        const string words = "Stops here if the creator cannot post {0} \"; #error";
        Assert.Contains($"'$response.body#/state == 'DONE'' does not hold. Of this step the document says: \"{words}\" Remove the cause", parts[0], StringComparison.Ordinal);
        Assert.Equal(["Workflow 'first' comes first.", string.Concat(Enumerable.Repeat("word ", 40)) + "...", words], parts[1..]);
    }

    [Fact]
    public async Task Relative_self__is_the_base_of_references_and_what_others_name_the_document_by()
    {
        var handler = new RecordingHandler().Answer(200, Json);

        await GeneratorTest.Of("specs/main.yml", Head("lib, url: lib/v1/flows.yml, type: arazzo") + """
              - { workflowId: rule, steps: [ { stepId: a, workflowId: $sourceDescriptions.lib.look } ] }
            """)
            .With("specs/stored.yml", Head("jobs, url: ../../api.yml, type: openapi", self: "lib/v1/flows.yml") + """
              - { workflowId: look, steps: [ { stepId: get, operationId: getJob, parameters: [ { name: id, in: path, value: $self } ] } ] }
            """)
            .With("specs/api.yml", WorkflowTest.Api, ("Client", "JobsClient"))
            .With("specs/other/api.yml", WorkflowTest.Api.Replace("jobs.example", "other.example", StringComparison.Ordinal), ("Client", "OtherClient"), ("Namespace", "Other"))
            .WithJobs("await RuleWorkflow.RunAsync(client); return \"\";").RunWithDiagnostics().RunProgramAsync(handler);

        Assert.Equal("https://jobs.example/jobs/lib%2Fv1%2Fflows.yml", handler.Request.Uri.AbsoluteUri);
    }

    private static string Head(string source, string? second = null, string? third = null, string version = "1.1.0", string? self = null) =>
        $"arazzo: {version}\n{(self is null ? "" : $"$self: {self}\n")}info: {{ title: Flow, version: '1' }}\nsourceDescriptions:\n"
        + string.Concat(new[] { source, second, third }.Where(static item => item is not null).Select(static item => $"  - {{ name: {item} }}\n")) + "workflows:\n";
}
