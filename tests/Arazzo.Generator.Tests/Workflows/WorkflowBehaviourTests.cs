using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>What generated workflows send, and what they make of the answers.</summary>
public sealed class WorkflowBehaviourTests
{
    private const string Job = """{"id":"j1","state":"DONE","progress":0.5,"parts":[{"url":"u0"},{"url":"u1"}],"labels":{"a b":"c"},"extra":{"n":[1,2]}}""";

    [Fact]
    public async Task Inputs__have_types_defaults_and_conversions()
    {
        var handler = new RecordingHandler().Answer(200, Job);

        await WorkflowTest.Of("""
            - workflowId: make
              inputs:
                type: object
                required: [url]
                properties:
                  url: { type: string }
                  kind: { type: string, default: SLOW }
                  count: { type: string }
                  priority: { type: integer, default: 7 }
                  dry: { type: string, default: 'true' }
                  owner: { type: string }
              steps:
                - stepId: create
                  operationId: createJob
                  parameters:
                    - { name: priority, in: query, value: $inputs.priority }
                    - { name: dry, in: query, value: $inputs.dry }
                    - { name: X-Trace, in: header, value: 't-{$inputs.priority}' }
                  requestBody:
                    payload: { source: $inputs.url, kind: $inputs.kind, count: $inputs.count, tags: [a, $inputs.kind], owner: { name: $inputs.owner }, note: $inputs.owner }
            """).WithJobs("""
            await MakeWorkflow.RunAsync(client, new MakeInputs { Url = "https://x.example/a", Count = "5" });
            return "";
            """).Run().RunProgramAsync(handler);

        Assert.Equal("/jobs?priority=7&dry=true", handler.Request.Uri.PathAndQuery);
        Assert.Equal("t-7", handler.Request.Headers["X-Trace"]);
        Assert.Equal("""{"source":"https://x.example/a","kind":"SLOW","count":5,"tags":["a","SLOW"],"owner":{}}""", handler.Request.Body);
    }

    [Fact]
    public async Task Outputs__are_typed_by_the_schema_and_null_where_nothing_is()
    {
        var text = await WorkflowTest.Of("""
            - workflowId: read
              steps:
                - stepId: get
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: 'a/b' } ]
                  outputs:
                    state: $response.body#/state
                    second: $response.body#/parts/1/url
                    ninth: $response.body#/parts/9/url
                    label: $response.body#/labels/a b
                    deep: $response.body#/extra/n/1
                    etag: $response.header.ETag
                    code: $statusCode
                    whole: $response.body
              outputs:
                state: $steps.get.outputs.state
                second: $steps.get.outputs.second
                ninth: $steps.get.outputs.ninth
                label: $steps.get.outputs.label
                deep: $steps.get.outputs.deep
                etag: $steps.get.outputs.etag
                code: $steps.get.outputs.code
                progress: $steps.get.outputs.whole.progress
            """).WithJobs("""
            var o = (await ReadWorkflow.RunAsync(client)).Outputs;
            double? progress = o.Progress;
            return $"{o.State == GetStateOfDone()} {o.Second} {o.Ninth ?? "-"} {o.Label} {o.Deep} {o.Etag} {o.Code} {progress}";
            JobState? GetStateOfDone() => JobState.Done;
            """).Run().RunProgramAsync(new RecordingHandler().Answer(200, Job, ("ETag", "\"e\"")));

        Assert.Equal("True u1 - c 2 \"e\" 200 0.5", text);
    }

    [Theory]
    [InlineData("$response.body#/state == 'done'", true)]
    [InlineData("$response.body#/state != 'DONE'", false)]
    [InlineData("$response.body#/progress >= 0.5 && $statusCode < 300", true)]
    [InlineData("$response.body#/id == 'J1'", true)]
    [InlineData("$response.body#/extra/n/0 == '1'", true)]
    [InlineData("$response.body#/extra/none == null", true)]
    [InlineData("$response.body#/parts/9/url == null || false", true)]
    [InlineData("!($response.body#/parts/0/url == 'u0')", false)]
    [InlineData("$response.header.X-Mode == 'FAST'", true)]
    public async Task Simple_condition__decides(string condition, bool expected) => Assert.Equal(expected, await Decide($"{{ condition: \"{condition}\" }}"));

    [Theory]
    [InlineData("$.state == 'DONE'", true)]
    [InlineData("$.parts.length > 1", true)]
    [InlineData("$.parts[0].url == 'u1'", false)]
    [InlineData("$.state == 'RUNNING' || $.state == 'QUEUED'", false)]
    [InlineData("$.extra.n", true)]
    [InlineData("$.extra.m", false)]
    public async Task JSONPath_condition__decides(string condition, bool expected) =>
        Assert.Equal(expected, await Decide($"{{ condition: \"{condition}\", context: $response.body, type: jsonpath }}"));

    [Fact]
    public async Task Failure_actions__retry_then_go_to_another_step()
    {
        var handler = new RecordingHandler().Answer(409, """{"code":"busy"}""").Answer(409, """{"code":"busy"}""").Answer(200, Job);

        var text = await WorkflowTest.Of("""
            - workflowId: fallback
              steps:
                - stepId: create
                  operationId: createJob
                  requestBody: { payload: { source: 'https://x.example' } }
                  onFailure:
                    - { name: again, type: retry, criteria: [ { condition: "$response.body#/code == 'busy'" } ] }
                    - { name: other, type: goto, stepId: get }
                - stepId: skipped
                  operationId: deleteJob
                  parameters: [ { name: id, in: path, value: '1' } ]
                - stepId: get
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '1' } ]
            """).WithJobs("""
            var run = await FallbackWorkflow.RunAsync(client);
            return run.Step;
            """).Run().RunProgramAsync(handler);

        Assert.Equal("get", text);
        Assert.Equal(["POST", "POST", "GET"], handler.Requests.Select(static request => request.Method));
    }

    [Fact]
    public async Task Status__is_null_when_no_answer_came()
    {
        var handler = new RecordingHandler().Break().Answer(409, "{}").Answer(200, Job);

        var text = await WorkflowTest.Of("""
            - workflowId: patient
              steps:
                - stepId: get
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '1' } ]
                  onFailure:
                    - { name: lost, type: retry, criteria: [ { condition: $statusCode == null } ] }
                    - { name: refused, type: retry, criteria: [ { condition: $statusCode != null } ] }
            """).WithJobs("""
            var quick = new JobsClient(new HttpClient(handler), new ApiClientOptions { Resilience = { Enabled = false } });
            return (await PatientWorkflow.RunAsync(quick)).Step;
            """).Run().RunProgramAsync(handler);

        Assert.Equal("get", text);
        Assert.Equal(3, handler.Requests.Count);
    }

    [Fact]
    public async Task Body_without_a_schema__is_sent_as_the_document_writes_it()
    {
        var handler = new RecordingHandler().Answer(200, """{"x":1}""");

        await WorkflowTest.Of("""
            - workflowId: free
              inputs: { type: object, properties: { n: { type: integer }, missing: { type: string } } }
              steps:
                - stepId: echo
                  operationId: echo
                  requestBody: { payload: { a: [1, $inputs.n, { b: 'n={$inputs.n}' }], "c\"d": null, e: $inputs.missing, f: 1.50, g: NO } }
            """).WithJobs("""
            await FreeWorkflow.RunAsync(client, new FreeInputs { N = 3 });
            return "";
            """).Run().RunProgramAsync(handler);

        Assert.Equal("""{"a":[1,3,{"b":"n=3"}],"c\u0022d":null,"f":1.50,"g":"NO"}""", handler.Request.Body);
    }

    [Fact]
    public void Object_without_members__is_made_without_braces()
    {
        var code = WorkflowTest.Of("- workflowId: rule\n  steps: [ { stepId: a, operationId: createJob, requestBody: { payload: { source: 'https://x.example', owner: {} } } } ]").Run().Source("RuleWorkflow.g.cs");

        Assert.Contains("Owner = new NewJobOwner()", code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workflow_parameters_and_components__apply_to_every_step_unless_it_has_its_own()
    {
        var handler = new RecordingHandler().Answer(200, Job).Answer(200, Job);

        await WorkflowTest.Of("""
            - workflowId: shared
              parameters: [ { reference: $components.parameters.trace }, { name: id, in: path, value: '1' } ]
              steps:
                - stepId: first
                  operationId: getJob
                - stepId: second
                  operationId: getJob
                  parameters: [ { name: x-trace, in: header, value: own }, { reference: $components.parameters.id, value: '2' } ]
            components:
              parameters:
                trace: { name: X-Trace, in: header, value: shared }
                id: { name: id, in: path, value: '9' }
            """).WithJobs("await SharedWorkflow.RunAsync(client); return \"\";").Run().RunProgramAsync(handler);

        Assert.Equal(["/jobs/1 shared", "/jobs/2 own"], handler.Requests.Select(static request => request.Uri.AbsolutePath + " " + request.Headers["X-Trace"]));
    }

    [Fact]
    public void Hostile_text__stays_inside_comments_and_literals() => WorkflowTest.Of("""
        - workflowId: "*/ } evil\u2028class X {"
          summary: "</summary> */ \n#error no\n </remarks> & <script>"
          inputs: { type: object, properties: { 'a"; Evil(); //': { type: string, description: "</summary>\u0085 x", default: "\"; } \\" }, class: { type: string }, Class: { type: string } } }
          steps:
            - stepId: 'x"; #error'
              operationId: echo
              requestBody: { payload: { '"{0}': '{$inputs.class}"}{' } }
              outputs: { 'State': '$response.body#/a"b{', 'Inputs': $statusCode }
          outputs: { 'Equals': '$steps.x"; #error.outputs.State' }
        """).RunWithDiagnostics();

    private static async Task<bool> Decide(string criterion) => await WorkflowTest.Of($$"""
        - workflowId: decide
          steps:
            - stepId: get
              operationId: getJob
              parameters: [ { name: id, in: path, value: '1' } ]
              onSuccess: [ { name: "yes", type: end, criteria: [ {{criterion}} ] } ]
        """).WithJobs("return (await DecideWorkflow.RunAsync(client)).Action ?? \"\";").Run()
        .RunProgramAsync(new RecordingHandler().Answer(200, Job, ("X-Mode", "fast"))) == "yes";

    [Fact]
    public async Task Value_that_its_place_cannot_hold__the_step_fails_before_it_is_sent_and_the_value_is_not_told()
    {
        var handler = new RecordingHandler();

        var message = await WorkflowTest.Of("""
            - workflowId: make
              inputs: { type: object, required: [count], properties: { count: { type: string } } }
              steps:
                - stepId: create
                  operationId: createJob
                  requestBody: { payload: { source: 'https://x.example', count: $inputs.count } }
            """).WithJobs("""
            try { await MakeWorkflow.RunAsync(client, new MakeInputs { Count = "many" }); return ""; }
            catch (WorkflowStepFailedException exception) { return $"{exception.Step}: {exception.Message}"; }
            """).Run().RunProgramAsync(handler);

        Assert.StartsWith("create: Workflow 'make' cannot go on at step 'create': A text cannot be read as Int32.", message, StringComparison.Ordinal);
        Assert.DoesNotContain("many", message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }
}
