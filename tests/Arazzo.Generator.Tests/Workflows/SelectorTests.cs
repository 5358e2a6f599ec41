using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>Selector Objects, XPath and payload replacements: what they read and what is sent.</summary>
public sealed class SelectorTests
{
    private const string Job = """{"id":"j1","state":"DONE","progress":0.5,"parts":[{"url":"u0"},{"url":"u1"}],"labels":{"a b":"c"},"extra":{"x":"<r a=\"1\"><i>one</i><i>two</i></r>"}}""";

    private const string Xml = """<?xml version="1.0" encoding="utf-8"?><p:order xmlns:p="urn:p" id="7"><item n="2">tea</item><item n="3">cup</item><p:total>5</p:total></p:order>""";

    [Fact]
    public async Task Selectors__are_typed_where_the_schema_tells()
    {
        var text = await WorkflowTest.Of("""
            - workflowId: read
              inputs: { type: object, properties: { url: { type: string } } }
              steps:
                - stepId: get
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '1' } ]
                  outputs:
                    pointer: { context: $response.body, selector: /parts/1/url, type: jsonpointer }
                    single: { context: $response.body, selector: '$.state', type: jsonpath }
                    last: { context: $response.body, selector: '$.parts[-1].url', type: jsonpath }
                    urls: { context: $response.body#/parts, selector: '$[*].url', type: jsonpath }
                    parts: { context: $response.body, selector: "$.parts[?@.url == '{$inputs.url}']", type: { type: jsonpath, version: rfc9535 } }
                    all: { context: $response.body, selector: '$..url', type: jsonpath }
                    xml: { context: $response.body#/extra/x, selector: '/r/i[2]', type: xpath }
                    count: { context: $response.body#/extra/x, selector: 'count(/r/i)', type: xpath }
                    has: { context: $response.body#/extra/x, selector: "/r/@a = '{$inputs.url}'", type: xpath }
                    none: { context: $response.body#/extra/x, selector: '/r/none', type: xpath }
                - stepId: next
                  operationId: getJob
                  parameters:
                    - { name: id, in: path, value: { context: $steps.get.outputs.parts, selector: '$[*].url', type: jsonpath } }
                    - { name: X-All, in: header, value: { context: $steps.get.outputs.all, selector: /0, type: jsonpointer } }
              outputs:
                pointer: $steps.get.outputs.pointer
                single: $steps.get.outputs.single
                last: $steps.get.outputs.last
                urls: $steps.get.outputs.urls
                parts: $steps.get.outputs.parts
                all: $steps.get.outputs.all
                xml: $steps.get.outputs.xml
                count: $steps.get.outputs.count
                has: $steps.get.outputs.has
                none: $steps.get.outputs.none
                again: { context: $steps.get.outputs.all, selector: '$[1]', type: jsonpath }
            """).WithJobs("""
            var o = (await ReadWorkflow.RunAsync(client, new ReadInputs { Url = "u1" })).Outputs;
            string? pointer = o.Pointer; JobState? state = o.Single; IReadOnlyList<string>? urls = o.Urls; IReadOnlyList<JobPartsItem>? parts = o.Parts; double? count = o.Count; bool? has = o.Has;
            return $"{pointer} {state} {o.Last} {string.Join(',', urls!)} {parts!.Count} {o.All} {o.Xml} {count} {has} {o.None ?? "-"} {o.Again}";
            """).Run().RunProgramAsync(Answers(Job, Job, out var handler));

        Assert.Equal("""u1 DONE u1 u0,u1 1 ["u0","u1"] two 2 False - u1""", text);
        Assert.Equal("/jobs/u1", handler.Requests[1].Uri.AbsolutePath);
        Assert.Equal("u0", handler.Requests[1].Headers["X-All"]);
    }

    [Theory]
    [InlineData("/*/item", true)]
    [InlineData("/p:order/p:total > 4", true)]
    [InlineData("count(//item) = 3", false)]
    [InlineData("//item[@n = {$inputs.n}]", true)]
    [InlineData("//item[. = '{$inputs.name}']", false)]
    [InlineData("//total", false)]
    [InlineData("//q:total", false)]
    [InlineData("string(//nothing)", false)]
    [InlineData("//item[. = '{$inputs.lower}']", true)]
    [InlineData("'say {$inputs.both} {$inputs.both}{$inputs.lower}' = concat('say a', '\"', \"b'c a\", '\"', \"b'c\", 'tea')", true)]
    [InlineData("string-length('{$inputs.both}') = 5 and string-length('{$inputs.lower}') = 3", true)]
    [InlineData("string-length(concat('{$inputs.both}', \"it's\")) = 9", true)]
    [InlineData("//item[. = {$inputs.both}]", false)]
    public async Task XPath_criterion__holds_by_its_boolean_value(string condition, bool expected) => Assert.Equal(expected, await HoldsAsync(condition, Xml));

    [Theory]
    [InlineData("<!DOCTYPE r [<!ENTITY e 'x'>]><r>&e;</r>")]
    [InlineData("{\"r\":1}")]
    [InlineData("")]
    public async Task XPath_on_what_is_no_plain_XML__does_not_hold(string answer) => Assert.False(await HoldsAsync("/r or true()", answer));

    [Theory]
    [InlineData("exists(//a)")]
    [InlineData("//a[matches(., 'x')]")]
    [InlineData("for $x in //a return $x")]
    [InlineData("//a[")]
    public void XPath_beyond_1_0__is_an_error(string condition) => Assert.StartsWith("(6,40): error ARZ0307", Assert.Single(WorkflowTest.Of($$"""
        - workflowId: a
          steps:
            - stepId: b
              operationId: getJob
              parameters: [ { name: id, in: path, value: '1' } ]
              successCriteria: [ { condition: "{{condition}}", context: $response.body, type: xpath } ]
        """).Complaints()), StringComparison.Ordinal);

    [Fact]
    public async Task Replacements__go_where_they_say()
    {
        var handler = new RecordingHandler();
        for (var index = 0; index < 4; index++)
        {
            handler.Answer(200, Job);
        }

        await WorkflowTest.Of("""
            - workflowId: send
              inputs: { type: object, properties: { url: { type: string }, count: { type: string }, tags: { type: array, items: { type: string } }, body: {} } }
              steps:
                - stepId: typed
                  operationId: createJob
                  requestBody:
                    payload: { source: 'https://x.example', tags: [a, b], owner: { name: x } }
                    replacements:
                      - { target: /count, value: $inputs.count }
                      - { target: /tags/1, value: 'x-{$inputs.url}' }
                      - { target: /tags/-, value: last }
                      - { target: '$.owner.name', targetSelectorType: jsonpath, value: { context: $inputs.tags, selector: /0, type: jsonpointer } }
                - stepId: free
                  operationId: echo
                  requestBody:
                    payload: $inputs.body
                    replacements:
                      - { target: /a/b, value: $inputs.url }
                      - { target: /new, value: [1, { x: $inputs.count }] }
                      - { target: '$..price', targetSelectorType: jsonpath, value: 5 }
                      - { target: "$.items[?@.id == '{$inputs.url}'].name", targetSelectorType: jsonpath, value: "\"quoted\"" }
                - stepId: text
                  operationId: echo
                  requestBody:
                    payload: '{"a": "<{$inputs.url}>", "b": "{$inputs.body}", "c": {$inputs.count}, "d": 0}'
                    replacements: [ { target: /d, value: $inputs.tags } ]
                - stepId: parsed
                  operationId: createJob
                  requestBody: { payload: '{"source": "https://x.example/{$inputs.url}", "count": {$inputs.count}}' }
            """).WithJobs("""
            using var body = System.Text.Json.JsonDocument.Parse("{\"a\":{\"b\":1},\"items\":[{\"id\":\"\\\"u\",\"name\":\"n\",\"price\":1},{\"price\":{\"price\":2}}]}");
            await SendWorkflow.RunAsync(client, new SendInputs { Url = "\"u", Count = "3", Tags = ["t"], Body = body.RootElement.Clone() });
            return "";
            """).Run().RunProgramAsync(handler);

        Assert.Equal("""{"source":"https://x.example","count":3,"tags":["a","x-\u0022u","last"],"owner":{"name":"t"}}""", handler.Requests[0].Body);
        Assert.Equal(
            """{"a":{"b":"\u0022u"},"items":[{"id":"\u0022u","name":"\u0022quoted\u0022","price":5},{"price":5}],"new":[1,{"x":"3"}]}""", handler.Requests[1].Body);
        Assert.StartsWith("""{"a":"\u003C\u0022u\u003E","b":"{\u0022a\u0022:{\u0022b\u0022:1}""", handler.Requests[2].Body, StringComparison.Ordinal);
        Assert.EndsWith(""","c":3,"d":["t"]}""", handler.Requests[2].Body, StringComparison.Ordinal);
        Assert.Equal("""{"source":"https://x.example/\u0022u","count":3}""", handler.Requests[3].Body);
    }

    [Fact]
    public async Task Target_that_the_payload_does_not_have__fails_the_step()
    {
        var message = await WorkflowTest.Of("""
            - workflowId: send
              inputs: { type: object, properties: { body: {} } }
              steps:
                - stepId: free
                  operationId: echo
                  requestBody: { payload: $inputs.body, replacements: [ { target: /a/b, value: 1 } ] }
            """).WithJobs("""
            using var body = System.Text.Json.JsonDocument.Parse("{\"a\":1}");
            try { await SendWorkflow.RunAsync(client, new SendInputs { Body = body.RootElement.Clone() }); return ""; }
            catch (WorkflowStepFailedException exception) { return exception.Message; }
            """).Run().RunProgramAsync(new RecordingHandler());

        Assert.StartsWith("Workflow 'send' cannot go on at step 'free': The replacement's target '/a/b' is not in the payload.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5", """{"a":"x","b":5}""")]
    [InlineData("{ \"c\": [1] }", """{"a":"x","b":{"c":[1]}}""")]
    [InlineData("\"text\"", """{"a":"x","b":"text"}""")]
    [InlineData("1, \"admin\": true", null)]
    [InlineData("1} , {", null)]
    [InlineData("text", null)]
    [InlineData("", null)]
    public async Task What_is_embedded_in_JSON_outside_of_quotes__is_one_value(string value, string? body)
    {
        var handler = new RecordingHandler().Answer(200, "{}");

        var message = await WorkflowTest.Of("""
            - workflowId: send
              inputs: { type: object, required: [value], properties: { value: { type: string }, text: { type: string, default: x } } }
              steps: [ { stepId: free, operationId: echo, requestBody: { payload: '{ "a": "{$inputs.text}", "b": {$inputs.value} }' } } ]
            """).WithJobs($$"""
            try { await SendWorkflow.RunAsync(client, new SendInputs { Value = {{Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(value, quote: true)}} }); return ""; }
            catch (WorkflowStepFailedException exception) { return exception.Message; }
            """).Run().RunProgramAsync(handler);

        Assert.Equal(body, handler.Requests.SingleOrDefault()?.Body);
        Assert.StartsWith(body is null ? "Workflow 'send' cannot go on at step 'free': What is embedded in the text of a payload outside of quotes is no JSON value" : "", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Selector_that_finds_nothing_where_something_is_needed__is_named()
    {
        var message = await WorkflowTest.Of("""
            - workflowId: send
              inputs: { type: object, properties: { list: { type: array, items: { type: string } } } }
              steps: [ { stepId: make, operationId: createJob, requestBody: { payload: { source: { context: $inputs.list, selector: /0, type: jsonpointer } } } } ]
            """).WithJobs("""
            try { await SendWorkflow.RunAsync(client); return ""; }
            catch (WorkflowStepFailedException exception) { return exception.Message; }
            """).Run().RunProgramAsync(new RecordingHandler());

        Assert.StartsWith("Workflow 'send' cannot send step 'make': the property 'source' is needed, and /0 of $inputs.list has no value.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replacements_in_XML__go_by_XPath()
    {
        var handler = new RecordingHandler().Answer(200, Job);

        await WorkflowTest.Of("""
            - workflowId: send
              inputs: { type: object, properties: { name: { type: string } } }
              steps:
                - stepId: free
                  operationId: deleteJob
                  parameters: [ { name: id, in: path, value: '1' } ]
                  requestBody:
                    contentType: application/xml
                    payload: '<a x="1"><b>{$inputs.name}</b><b/></a>'
                    replacements:
                      - { target: '/a/@x', value: 2 }
                      - { target: "//b[. = '{$inputs.name}']", value: 'R&{$inputs.name}' }
            """).WithJobs("await SendWorkflow.RunAsync(client, new SendInputs { Name = \"D\" }); return \"\";").Run().RunProgramAsync(handler);

        Assert.Equal("""<a x="2"><b>R&amp;D</b><b /></a>""", handler.Request.Body);
    }

    [Theory]
    [InlineData("{ target: a/b, value: 1 }", "(7,79): error ARZ0305")]
    [InlineData("{ target: '$[', targetSelectorType: jsonpath, value: 1 }", "error ARZ0304")]
    [InlineData("{ target: /sourc, value: 1 }", "error ARZ0266: The request body of operation 'createJob' has no property 'sourc'")]
    [InlineData("{ target: /count, value: many }", "error ARZ0262: the property 'count' takes an integer, but the value is a string")]
    [InlineData("{ target: //a, targetSelectorType: xpath, value: 1 }", "error ARZ0262: the target '//a' takes a JSON Pointer or a JSONPath, as the payload is no XML")]
    public void Replacement_that_cannot_be__is_told(string replacement, string complaint)
    {
        var complaints = WorkflowTest.Of($$"""
            - workflowId: a
              inputs: { type: object, properties: { body: {} } }
              steps:
                - stepId: b
                  operationId: createJob
                  requestBody:
                    { payload: { source: 'https://x.example' }, replacements: [ {{replacement}} ] }
            """).Complaints();

        Assert.Contains(complaints, item => item.Contains(complaint, StringComparison.Ordinal));
    }

    private static RecordingHandler Answers(string first, string second, out RecordingHandler handler) => handler = new RecordingHandler().Answer(200, first).Answer(200, second);

    private static async Task<bool> HoldsAsync(string condition, string answer) => await WorkflowTest.Of($$"""
        - workflowId: decide
          inputs: { type: object, properties: { n: { type: integer, default: 3 }, name: { type: string, default: TEA }, lower: { type: string, default: tea }, both: { type: string, default: "a\"b'c" } } }
          steps:
            - stepId: get
              operationId: deleteJob
              parameters: [ { name: id, in: path, value: '1' } ]
              successCriteria: [ { condition: $statusCode == 200 } ]
              onSuccess: [ { name: "yes", type: end, criteria: [ { condition: {{System.Text.Json.JsonSerializer.Serialize(condition)}}, context: $response.body, type: xpath } ] } ]
        """).WithJobs("return (await DecideWorkflow.RunAsync(client)).Action ?? \"\";").Run()
        .RunProgramAsync(new RecordingHandler().Answer(200, answer)) == "yes";
}
