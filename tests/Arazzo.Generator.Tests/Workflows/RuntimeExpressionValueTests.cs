using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>What runtime expressions yield (Arazzo 1.1, Runtime Expressions): with its type when it is all of a value, as text inside of one.</summary>
public sealed class RuntimeExpressionValueTests
{
    private const string Job = """{"id":"j1","state":"DONE","progress":0.5,"parts":[{"url":"u0"},{"url":"u1"}],"labels":{"a b":"c"},"extra":{"n":[1,2]}}""";

    private const string Document = """
        - workflowId: values
          inputs: { type: object, properties: { count: { type: integer, default: 7 }, deep: { type: object, default: { list: [ { x: 1 } ] } }, a.b: { type: string, default: dotted } } }
          steps:
            - stepId: make
              operationId: createJob
              parameters:
                - { name: priority, in: query, value: $inputs.count }
                - { name: X-Trace, in: header, value: 't-{$inputs.count}' }
                - { name: X-Other, in: header, value: other }
              requestBody: { payload: { source: 'https://x.example/a', count: $inputs.count, tags: [ one, 'n{$inputs.count}' ], owner: { name: ann } } }
              outputs:
                url: $url
                method: $method
                status: $statusCode
                query: $request.query.priority
                header: $request.header.x-trace
                extra: $request.header.X-Other
                body: $request.body
                count: $request.body#/count
                tag: $request.body#/tags/1
                owner: $request.body.owner.name
                answer: $response.body
                etag: $response.header.etag
            - stepId: read
              operationId: getJob
              parameters: [ { name: id, in: path, value: 'a b' } ]
              outputs: { path: $request.path.id, url: $url }
            - stepId: show
              operationId: echo
              requestBody:
                payload: { v: <VALUE> }
        components: { parameters: { limit: { name: limit, in: query, value: 9 }, text: { name: text, in: query, value: 'x-{$inputs.count}' } } }
        """;

    [Theory]
    [InlineData("$steps.make.outputs.url", "\"https://jobs.example/jobs?priority=7\"")]
    [InlineData("$steps.make.outputs.method", "\"POST\"")]
    [InlineData("$steps.make.outputs.status", "200")]
    [InlineData("$steps.make.outputs.query", "7")]
    [InlineData("$steps.make.outputs.header", "\"t-7\"")]
    [InlineData("$steps.make.outputs.extra", "\"other\"")]
    [InlineData("$steps.make.outputs.body", """{"source":"https://x.example/a","count":7,"tags":["one","n7"],"owner":{"name":"ann"}}""")]
    [InlineData("$steps.make.outputs.count", "7")]
    [InlineData("$steps.make.outputs.tag", "\"n7\"")]
    [InlineData("$steps.make.outputs.owner", "\"ann\"")]
    [InlineData("$steps.make.outputs.answer#/parts/1/url", "\"u1\"")]
    [InlineData("$steps.make.outputs.answer.parts[0].url", "\"u0\"")]
    [InlineData("$steps.make.outputs.answer.extra.n", "[1,2]")]
    [InlineData("$steps.make.outputs.answer.labels['a b']", "\"c\"")]
    [InlineData("$steps.make.outputs.answer#/extra/m", null)]
    [InlineData("$steps.make.outputs.etag", "\"e\"")]
    [InlineData("$steps.read.outputs.path", "\"a b\"")]
    [InlineData("$steps.read.outputs.url", "\"https://jobs.example/jobs/a%20b\"")]
    [InlineData("$steps.read.outputs", """{"path":"a b","url":"https://jobs.example/jobs/a%20b"}""")]
    [InlineData("$inputs.count", "7")]
    [InlineData("'{$inputs.count}'", "\"7\"")]
    [InlineData("'{$steps.make.outputs.answer.extra}!'", "\"{\\u0022n\\u0022:[1,2]}!\"")]
    [InlineData("$inputs.deep", """{"list":[{"x":1}]}""")]
    [InlineData("$inputs.deep#/list/0/x", "1")]
    [InlineData("$inputs.deep.list[0].x", "1")]
    [InlineData("$inputs.a.b", "\"dotted\"")]
    [InlineData("$sourceDescriptions.jobs.url", "\"api.yml\"")]
    [InlineData("$sourceDescriptions.jobs.type", "\"openapi\"")]
    [InlineData("$components.parameters.limit", "9")]
    [InlineData("$components.parameters.text", "\"x-7\"")]
    [InlineData("$workflows.values.inputs.count", "7")]
    public async Task Expression__yields_its_value(string expression, string? expected)
    {
        var handler = new RecordingHandler().Answer(200, Job, ("ETag", "e")).Answer(200, Job).Answer(200, "{}");

        await WorkflowTest.Of(Document.Replace("<VALUE>", expression.StartsWith('\'') ? expression : $"\"{expression}\"", StringComparison.Ordinal))
            .WithJobs("await ValuesWorkflow.RunAsync(client); return \"\";").Run().RunProgramAsync(handler);

        Assert.Equal(expected is null ? "{}" : $$"""{"v":{{expected}}}""", handler.Request.Body);
    }

    [Theory]
    [InlineData("outputs: { v: $request.query.dry }", "error ARZ0272: '$request.query.dry' has no value here: the step gives no such parameter")]
    [InlineData("outputs: { v: $request.header.Authorization }", "error ARZ0272: '$request.header.Authorization' has no value here")]
    [InlineData("outputs: { v: $request.body#/nothing }", "error ARZ0259: '$request.body#/nothing' reads 'nothing' from the object 'NewJob'")]
    [InlineData("outputs: { v: $outputs }", "error ARZ0272: '$outputs' has no value here: the step calls no workflow")]
    [InlineData("outputs: { v: $outputs.none }", "error ARZ0287: Workflow 'a' has no output 'none'")]
    [InlineData("outputs: { v: $sourceDescriptions.none.url }", "error ARZ0250: The document has no source description 'none'")]
    [InlineData("outputs: { v: $sourceDescriptions.jobs.createJob }", "error ARZ0272: '$sourceDescriptions.jobs.createJob' has no value here")]
    [InlineData("outputs: { v: $components.parameters.none }", "error ARZ0271: The document has no '$components.parameters.none'")]
    [InlineData("outputs: { v: $components.failureActions.none }", "error ARZ0272")]
    public void Expression_without_a_value__is_named_at_its_place(string rest, string complaint)
    {
        var complaints = WorkflowTest.Of($$"""
            - workflowId: a
              steps:
                - stepId: b
                  operationId: createJob
                  parameters: [ { name: Authorization, in: header, value: Bearer x } ]
                  requestBody: { payload: { source: 'https://x.example' } }
                  {{rest}}
            """).Complaints();

        Assert.Contains(complaints, item => item.StartsWith("(7,21): " + complaint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_sent__is_read_as_it_was_although_its_source_has_changed()
    {
        var handler = new RecordingHandler().Answer(200, """{"id":"b","state":"RUNNING"}""").Answer(200, """{"id":"c","state":"DONE"}""");

        var text = await WorkflowTest.Of("""
            - workflowId: pages
              steps:
                - stepId: page
                  operationId: createJob
                  parameters: [ { name: X-Trace, in: header, value: $steps.page.outputs.next } ]
                  requestBody: { payload: { source: 'https://x.example' } }
                  outputs: { next: $response.body#/id, sent: $request.header.X-Trace }
                  onSuccess: [ { name: more, type: goto, stepId: page, criteria: [ { condition: $response.body#/state == 'RUNNING' } ] } ]
              outputs: { sent: $steps.page.outputs.sent, next: $steps.page.outputs.next }
            """).WithJobs("""
            var options = new WorkflowOptions { Polling = new PollingOptions { FirstDelay = TimeSpan.Zero } };
            var outputs = (await PagesWorkflow.RunAsync(client, options: options)).Outputs;
            return $"{outputs.Sent} {outputs.Next}";
            """).Run().RunProgramAsync(handler);

        Assert.Equal("b c", text);
    }

    [Theory]
    [InlineData("", "first second third")]
    [InlineData("dependsOn: [third]", "second third first")]
    [InlineData("dependsOn: [second]\n      description: unlike $steps.third.outputs.x", "second first third")]
    public async Task Steps__run_in_the_order_that_their_dependencies_want(string dependency, string expected)
    {
        var handler = new RecordingHandler().Answer(200, Job).Answer(200, Job).Answer(200, Job);

        await Order($$"""
                - stepId: first
                  operationId: getJob
                  {{dependency}}
                  parameters: [ { name: id, in: path, value: first } ]
                - stepId: second
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: second } ]
                - stepId: third
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: third } ]
            """).WithJobs("await OrderWorkflow.RunAsync(client); return \"\";").Run().RunProgramAsync(handler);

        Assert.Equal(expected, string.Join(' ', handler.Requests.Select(static request => request.Uri.Segments[^1])));
    }

    [Fact]
    public async Task Output_that_is_read__makes_its_step_come_first_where_steps_depend_on_each_other()
    {
        var handler = new RecordingHandler().Answer(200, Job).Answer(200, Job).Answer(200, Job);

        await Order("""
                - stepId: first
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '{$steps.last.outputs.id}' } ]
                - stepId: second
                  operationId: getJob
                  dependsOn: [ first ]
                  parameters: [ { name: id, in: path, value: second } ]
                - stepId: last
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: last } ]
                  outputs: { id: $response.body#/id }
            """).WithJobs("await OrderWorkflow.RunAsync(client); return \"\";").Run().RunProgramAsync(handler);

        Assert.Equal(["last", "j1", "second"], handler.Requests.Select(static request => request.Uri.Segments[^1]));
    }

    [Theory]
    [InlineData("dependsOn: [two]", "dependsOn: [one]", "(5,19): error ARZ0290: Step 'one' depends on 'two', which depends on it")]
    [InlineData("dependsOn: [none]", "", "(5,19): error ARZ0257: Workflow 'order' has no step 'none'")]
    [InlineData("dependsOn: [$workflows.none.steps.a]", "", "(5,19): error ARZ0282: There is no workflow 'none'")]
    [InlineData("dependsOn: [$workflows.other.steps.b]", "", "(5,19): error ARZ0257: Workflow 'other' has no step 'b'")]
    [InlineData("dependsOn: [$workflows.other.steps.a]", "", "(5,19): error ARZ0286: '$workflows.other.steps.a' has no value here: workflow 'other' has not run by then")]
    [InlineData("onSuccess: [ { name: skip, type: goto, stepId: three } ]", "", "(13,19): error ARZ0291: A way leads to step 'three' on which 'two' has not run, although it depends on it")]
    public void Dependency_that_cannot_be_kept__is_named(string first, string second, string complaint)
    {
        var complaints = Order($$"""
                - stepId: one
                  operationId: getJob
                  {{first}}
                  parameters: [ { name: id, in: path, value: first } ]
                - stepId: two
                  operationId: getJob
                  {{second}}
                  parameters: [ { name: id, in: path, value: second } ]
                - stepId: three
                  operationId: getJob
                  dependsOn: [two]
                  parameters: [ { name: id, in: path, value: third } ]
            - workflowId: other
              steps: [ { stepId: a, operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ] } ]
            """).Complaints();

        Assert.Contains(complaints, item => item.StartsWith(complaint, StringComparison.Ordinal));
    }

    private static GeneratorTest Order(string steps) =>
        WorkflowTest.Of("- workflowId: order\n  steps:\n" + steps).WithEdit(WorkflowTest.Path, "arazzo: 1.0.1", "arazzo: 1.1.0");
}
