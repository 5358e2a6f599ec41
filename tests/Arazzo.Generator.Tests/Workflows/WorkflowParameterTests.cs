using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>Parameters of steps that are more than a string.</summary>
public sealed class WorkflowParameterTests
{
    private const string Api = """
        openapi: 3.2.0
        info: { title: Search, version: '1' }
        servers: [ { url: 'https://search.example' } ]
        paths:
          /find:
            get:
              operationId: find
              parameters:
                - { name: filter, in: query, style: deepObject, schema: { $ref: '#/components/schemas/Filter' } }
                - { name: ids, in: query, explode: false, schema: { type: array, items: { type: integer } } }
                - { name: at, in: query, content: { application/json: { schema: { $ref: '#/components/schemas/Filter' } } } }
                - { name: X-Filter, in: header, schema: { $ref: '#/components/schemas/Filter' } }
              responses: { '204': { description: Done } }
          /all:
            get:
              operationId: all
              parameters: [ { name: q, in: querystring, content: { application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Filter' } } } } ]
              responses: { '204': { description: Done } }
        components:
          schemas:
            Filter: { type: object, properties: { text: { type: string }, max: { type: integer }, tags: { type: array, items: { type: string } } } }
        """;

    private const string Look = """

          - workflowId: look
            inputs: { type: object, properties: { name: { type: string } } }
            steps: [ { stepId: get, operationId: getJob, parameters: [ { name: id, in: path, value: 'look-{$inputs.name}' } ] } ]
        """;

    [Fact]
    public async Task Parameter_of_a_workflow_without_a_place__is_for_the_workflows_that_its_steps_call()
    {
        var handler = new RecordingHandler().Answer(200, """{"id":"1"}""").Answer(200, """{"id":"1"}""");

        await WorkflowTest.Of("""
            - workflowId: main
              parameters: [ { name: name, value: given }, { name: X-Trace, in: header, value: t } ]
              steps:
                - { stepId: a, operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ] }
                - { stepId: b, workflowId: look }
            """ + Look.Replace("\n  ", "\n", StringComparison.Ordinal)).WithJobs("await MainWorkflow.RunAsync(client); return \"\";").RunWithDiagnostics().RunProgramAsync(handler);

        Assert.Equal(["/jobs/1", "/jobs/look-given"], handler.Requests.Select(static request => request.Uri.PathAndQuery));
        Assert.Equal("t", handler.Requests[0].Headers["X-Trace"]);
    }

    [Theory]
    [InlineData("{ name: name, value: given }", "{ stepId: b, operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ] }", "error ARZ0201: The parameter 'name' has no")]
    [InlineData("{ name: other, value: given }", "{ stepId: b, workflowId: look }", "No workflow that 'main' calls has an input 'other'")]
    public void Parameter_of_a_workflow_that_no_step_takes__is_named_once(string parameter, string step, string complaint) =>
        Assert.Contains(complaint, Assert.Single(WorkflowTest.Of($$"""
            - workflowId: main
              parameters: [ {{parameter}} ]
              steps:
                - { stepId: a, operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ] }
                - {{step}}
            """ + Look.Replace("\n  ", "\n", StringComparison.Ordinal)).Complaints()), StringComparison.Ordinal);

    [Fact]
    public async Task Objects_arrays_and_whole_queries__are_sent_as_the_operation_says()
    {
        var handler = new RecordingHandler().Answer(204).Answer(204).Answer(204);

        await GeneratorTest.Of("specs/search.yml", Api).With("specs/flow.yml", """
            arazzo: 1.1.0
            info: { title: Flow, version: '1' }
            sourceDescriptions: [ { name: search, url: search.yml, type: openapi } ]
            workflows:
              - workflowId: go
                inputs: { type: object, required: [text], properties: { text: { type: string }, ids: { type: array, items: { type: integer } } } }
                steps:
                  - stepId: first
                    operationId: find
                    parameters:
                      - { name: filter, in: query, value: { text: $inputs.text, max: 3, tags: [a, b] } }
                      - { name: ids, in: query, value: $inputs.ids }
                      - { name: at, in: query, value: { max: 1 } }
                      - { name: X-Filter, in: header, value: { text: x, max: 2 } }
                      - { name: extra, in: query, value: 'a b' }
                  - stepId: second
                    operationId: all
                    parameters: [ { name: q, in: querystring, value: { text: $inputs.text, tags: [a, b] } } ]
                  - stepId: third
                    operationId: find
                    parameters: [ { name: anything, in: querystring, value: 'a=1&b={$inputs.text}' } ]
            """).WithProgram("""
            await GoWorkflow.RunAsync(new SearchClient(new HttpClient(handler)), new GoInputs { Text = "x y", Ids = [1, 2] });
            return "";
            """).RunWithDiagnostics().RunProgramAsync(handler);

        Assert.Equal(
            "/find?filter%5Btext%5D=x%20y&filter%5Bmax%5D=3&filter%5Btags%5D%5B0%5D=a&filter%5Btags%5D%5B1%5D=b&ids=1,2&at=%7B%22max%22%3A1%7D&extra=a%20b",
            handler.Requests[0].Uri.PathAndQuery);
        Assert.Equal("text,x,max,2", handler.Requests[0].Headers["X-Filter"]);
        Assert.Equal("/all?text=x+y&tags=a&tags=b", handler.Requests[1].Uri.PathAndQuery);
        Assert.Equal("/find?a=1&b=x%20y", handler.Requests[2].Uri.PathAndQuery);
    }

    [Theory]
    [InlineData("123456789012345678901234567890123", "123456789012345678901234567890123")]
    [InlineData("0.1234567890123456789", "0.1234567890123456789")]
    [InlineData("1e400", "1e400")]
    [InlineData("-0.50", "-0.50")]
    [InlineData("0x1F", "31")]
    [InlineData("0", "0")]
    [InlineData("-0", "-0")]
    [InlineData("+5", "5")]
    public async Task Number_of_a_payload__is_sent_with_all_its_digits(string number, string sent)
    {
        var handler = new RecordingHandler().Answer(200, "{}");

        await WorkflowTest.Of($$"""
            - workflowId: a
              steps: [ { stepId: b, operationId: echo, requestBody: { payload: { n: {{number}}, list: [ {{number}} ] } } } ]
            """).WithJobs("await AWorkflow.RunAsync(client); return \"\";").Run().RunProgramAsync(handler);

        Assert.Equal($$"""{"n":{{sent}},"list":[{{sent}}]}""", Assert.Single(handler.Requests).Body);
    }

    [Theory]
    [InlineData("0x1F", "31")]
    [InlineData("+5", "5")]
    public async Task Number_for_an_integer__is_what_YAML_means_by_it(string number, string sent)
    {
        var handler = new RecordingHandler().Answer(200, """{"id":"1"}""");

        await WorkflowTest.Of($$"""
            - workflowId: a
              steps: [ { stepId: b, operationId: createJob, parameters: [ { name: priority, in: query, value: {{number}} } ], requestBody: { payload: { source: 'https://x.example', count: {{number}} } } } ]
            """).WithJobs("await AWorkflow.RunAsync(client); return \"\";").Run().RunProgramAsync(handler);

        var request = Assert.Single(handler.Requests);
        Assert.Equal(("?priority=" + sent, $$"""{"source":"https://x.example","count":{{sent}}}"""), (request.Uri.Query, request.Body));
    }
}
