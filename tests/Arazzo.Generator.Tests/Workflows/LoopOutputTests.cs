using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>In a loop a step reads what a later step has left in the round before: nothing in the first one.</summary>
public sealed class LoopOutputTests
{
    private const string Page = """
            - stepId: page
              operationId: createJob
              parameters: [ { name: priority, in: query, value: $steps.more.outputs.next } ]
              requestBody: { payload: { source: 'https://x.example' } }
              outputs: { id: $response.body#/id, before: $steps.more.outputs.next }

        """;

    private const string More = """
            - stepId: more
              operationId: getJob
              parameters: [ { name: id, in: path, value: $steps.page.outputs.id } ]
              outputs: { next: $response.body#/progress }
        """;

    [Fact]
    public async Task Parameter_and_output__read_the_round_before()
    {
        var handler = new RecordingHandler()
            .Answer(200, """{"id":"a"}""").Answer(200, """{"id":"a","progress":7,"state":"RUNNING"}""")
            .Answer(200, """{"id":"b"}""").Answer(200, """{"id":"b","progress":9,"state":"DONE"}""");

        var text = await WorkflowTest.Of("- workflowId: pages\n  steps:\n" + Page + More + """

                  onSuccess: [ { name: again, type: goto, stepId: page, criteria: [ { condition: $response.body#/state == 'RUNNING' } ] } ]
              outputs: { before: $steps.page.outputs.before, next: $steps.more.outputs.next }
            """).WithJobs("""
            var states = new System.Collections.Generic.List<string>();
            var options = new WorkflowOptions { Polling = { FirstDelay = TimeSpan.FromTicks(1), Jitter = 0 }, Checkpoint = (c, _) => { states.Add(System.Text.Encoding.UTF8.GetString(c.ToUtf8Json()).Contains("page.before") ? "+" : "-"); return default; } };
            var o = (await PagesWorkflow.RunAsync(client, options: options)).Outputs;
            double? before = o.Before;
            return $"{before} {o.Next} {string.Concat(states)}";
            """).Run().RunProgramAsync(handler);

        Assert.Equal(["/jobs", "/jobs/a", "/jobs?priority=7", "/jobs/b"], handler.Requests.Select(static request => request.Uri.PathAndQuery));
        Assert.StartsWith("7 9 ", text, StringComparison.Ordinal);
        Assert.EndsWith("+", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Step_of_a_retry__leaves_outputs_for_the_step_that_failed()
    {
        var handler = new RecordingHandler().Answer(401, "{}").Answer(200, """{"id":"fresh"}""").Answer(200, """{"id":"x"}""").Answer(200, """{"id":"y"}""");

        await WorkflowTest.Of("""
            - workflowId: refresh
              steps:
                - stepId: use
                  operationId: createJob
                  parameters: [ { name: X-Trace, in: header, value: $steps.renew.outputs.id } ]
                  requestBody: { payload: { source: 'https://x.example' } }
                  onFailure: [ { name: again, type: retry, stepId: renew } ]
                - stepId: renew
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '1' } ]
                  outputs: { id: $response.body#/id }
            """).WithJobs("await RefreshWorkflow.RunAsync(client); return \"\";").Run().RunProgramAsync(handler);

        Assert.Equal("-,-,fresh,-", string.Join(',', handler.Requests.Select(static request => request.Headers.GetValueOrDefault("X-Trace") ?? "-")));
    }

    [Theory]
    // Nothing leads back.
    [InlineData(Page + More, "(5,57): error ARZ0261: Step 'page' reads an output of step 'more', which never succeeds before it")]
    // Only the failure leads back, and that has no outputs.
    [InlineData(Page + More + "\n      onFailure: [ { name: again, type: goto, stepId: page } ]", "(5,57): error ARZ0261")]
    // A way back that never comes to the step.
    [InlineData(Page + More + "\n      onSuccess: [ { name: again, type: goto, stepId: more, criteria: [ { condition: $statusCode == 200 } ] } ]", "(5,57): error ARZ0261")]
    [InlineData("    - { stepId: a, operationId: echo, requestBody: { payload: $steps.a.outputs.x }, outputs: { x: $response.body } }", "(3,63): error ARZ0261")]
    [InlineData("    - { stepId: a, operationId: echo, outputs: { x: $steps.a.outputs.y, y: $steps.a.outputs.x } }", "(3,76): error ARZ0272: '$steps.a.outputs.x' has no value here: the output reads itself")]
    [InlineData(
        "    - { stepId: a, operationId: echo, outputs: { x: $steps.b.outputs.y } }\n    - { stepId: b, operationId: echo, outputs: { y: $steps.a.outputs.x }, onSuccess: [ { name: back, type: goto, stepId: a } ] }",
        "(4,53): error ARZ0272: '$steps.a.outputs.x' has no value here: the output reads itself")]
    public void Value_that_is_never_there__is_named(string steps, string complaint) => Assert.Contains(
        WorkflowTest.Of("- workflowId: w\n  steps:\n" + steps).Complaints(), item => item.StartsWith(complaint, StringComparison.Ordinal));

    [Fact]
    public async Task Own_output__is_that_of_the_same_round()
    {
        var text = await WorkflowTest.Of("""
            - workflowId: own
              steps:
                - stepId: a
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '1' } ]
                  outputs: { copy: $steps.a.outputs.id, id: $response.body#/id }
              outputs: { copy: $steps.a.outputs.copy }
            """).WithJobs("return (await OwnWorkflow.RunAsync(client)).Outputs.Copy!;").Run().RunProgramAsync(new RecordingHandler().Answer(200, """{"id":"j"}"""));

        Assert.Equal("j", text);
    }

    [Fact]
    public async Task What_a_credential_is_made_of__is_in_no_checkpoint()
    {
        var handler = new RecordingHandler().Answer(200, """{"id":"s3cret-answer"}""").Answer(200, """{"id":"1"}""").Answer(200, """{"id":"2"}""");

        var text = await WorkflowTest.Of("""
            - workflowId: login
              inputs: { type: object, required: [pass], properties: { pass: { type: string } } }
              steps:
                - stepId: a
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '1' } ]
                  outputs: { token: $response.body#/id, pass: $inputs.pass }
                - stepId: b
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '2' }, { name: Authorization, in: header, value: 'Basic {$steps.a.outputs.pass}' } ]
                  outputs: { again: $steps.a.outputs.token }
                - stepId: c
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '3' }, { name: Authorization, in: header, value: 'Bearer {$steps.b.outputs.again}' } ]
            """).WithJobs("""
            var stored = "";
            var options = new WorkflowOptions { Checkpoint = (c, _) => { stored += System.Text.Encoding.UTF8.GetString(c.ToUtf8Json()); return default; } };
            await LoginWorkflow.RunAsync(client, new LoginInputs { Pass = "s3cret-input" }, options);
            return stored;
            """).Run().RunProgramAsync(handler);

        Assert.Equal("Bearer s3cret-answer", handler.Requests[2].Headers["Authorization"]);
        Assert.NotEmpty(text);
        Assert.DoesNotContain("s3cret", text, StringComparison.Ordinal);
    }
}
