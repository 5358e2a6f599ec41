using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>Workflows that others go on to by an action, or depend on.</summary>
public sealed class WorkflowTransferTests
{
    private const string Job = """{"id":"j1","state":"DONE","progress":0.5}""";

    [Fact]
    public async Task Goto_a_workflow__ends_with_its_outputs_and_takes_parameters_of_the_answer_along()
    {
        var handler = new RecordingHandler().Answer(200, Job).Answer(200, """{"id":"j1","state":"RUNNING","progress":0.75}""");

        var text = await WorkflowTest.Of("""
            - workflowId: main
              steps:
                - stepId: create
                  operationId: createJob
                  requestBody: { payload: { source: 'https://x.example' } }
                  outputs: { first: $response.body#/state }
                  onSuccess:
                    - { name: watch, type: goto, workflowId: watch, parameters: [ { name: id, value: 'x-{$response.body#/id}' } ] }
              outputs: { state: $steps.create.outputs.first, first: $steps.create.outputs.first }
            - workflowId: watch
              inputs: { type: object, required: [id], properties: { id: { type: string } } }
              steps:
                - stepId: get
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: $inputs.id } ]
                  outputs: { state: $response.body#/state, progress: $response.body#/progress }
                  onSuccess: [ { name: seen, type: end } ]
              outputs: { state: $steps.get.outputs.state, progress: $steps.get.outputs.progress }
            """).WithJobs("""
            var run = await MainWorkflow.RunAsync(client);
            double? progress = run.Outputs.Progress;
            return $"{run.Outputs.State} {run.Outputs.First} {progress} {run.WorkflowId} {run.Step} {run.Action}";
            """).Run().RunProgramAsync(handler);

        Assert.Equal("RUNNING DONE 0.75 watch get seen", text);
        Assert.Equal("/jobs/x-j1", handler.Request.Uri.AbsolutePath);
    }

    [Fact]
    public async Task Retry_with_a_workflow__runs_it_before_each_attempt_and_then_tries_the_step_again()
    {
        var handler = new RecordingHandler().Answer(401).Answer(200, Job).Answer(401).Answer(200, Job).Answer(200, Job);

        var text = await WorkflowTest.Of("""
            - workflowId: main
              steps:
                - stepId: create
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: main } ]
                  onFailure:
                    - { name: renew, type: retry, retryLimit: 2, workflowId: renew, parameters: [ { name: id, value: 'after-{$statusCode}' } ], criteria: [ { condition: $statusCode == 401 } ] }
                - stepId: last
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: last } ]
            - workflowId: renew
              inputs: { type: object, required: [id], properties: { id: { type: string } } }
              steps: [ { stepId: get, operationId: getJob, parameters: [ { name: id, in: path, value: $inputs.id } ] } ]
            """).WithJobs("""
            var attempts = new List<string>();
            var run = await MainWorkflow.RunAsync(client, options: new WorkflowOptions { Checkpoint = (checkpoint, _) => { attempts.Add(checkpoint.ToString().Split(' ', 3)[2]); return default; } });
            return run.Step + ": " + string.Join("|", attempts);
            """).Run().RunProgramAsync(handler.Answer(200, Job));

        Assert.Equal(["main", "after-401", "main", "after-401", "main", "last"], handler.Requests.Select(static request => request.Uri.Segments[^1]));
        Assert.Equal(
            "last: $actions.create.renew|$actions.create.renew > renew: ended|create|$actions.create.renew|$actions.create.renew > renew: ended|create|last|ended",
            text);
    }

    [Fact]
    public async Task Workflows_that_it_depends_on__run_first_with_its_inputs_of_the_same_names()
    {
        var handler = new RecordingHandler().Answer(200, Job).Answer(200, Job).Answer(200, Job);

        var text = await WorkflowTest.Of("""
            - workflowId: main
              dependsOn: [ one, two ]
              inputs: { type: object, required: [id], properties: { id: { type: string } } }
              steps: [ { stepId: get, operationId: getJob, parameters: [ { name: id, in: path, value: '{$workflows.two.outputs.state}-{$workflows.one.inputs.id}' } ] } ]
              outputs: { progress: $workflows.one.outputs.progress }
            - workflowId: one
              inputs: { type: object, required: [id], properties: { id: { type: string } } }
              steps: [ { stepId: get, operationId: getJob, parameters: [ { name: id, in: path, value: $inputs.id } ], outputs: { p: $response.body#/progress } } ]
              outputs: { progress: $steps.get.outputs.p }
            - workflowId: two
              steps: [ { stepId: get, operationId: getJob, parameters: [ { name: id, in: path, value: two } ], outputs: { s: $response.body#/state } } ]
              outputs: { state: $steps.get.outputs.s }
            """).WithJobs("""return $"{(await MainWorkflow.RunAsync(client, new MainInputs { Id = "7" })).Outputs.Progress}";""").Run().RunProgramAsync(handler);

        Assert.Equal("0.5", text);
        Assert.Equal(["7", "two", "DONE-7"], handler.Requests.Select(static request => request.Uri.Segments[^1]));
    }

    [Fact]
    public async Task Output_of_a_workflow_that_only_an_output_reads__is_kept_for_it()
    {
        var handler = new RecordingHandler().Answer(200, Job).Answer(200, Job).Answer(200, Job);

        var text = await WorkflowTest.Of("""
            - workflowId: main
              dependsOn: [ one ]
              steps:
                - { stepId: call, workflowId: two, outputs: { s: $outputs.state } }
                - stepId: get
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '{$steps.call.outputs.s}' } ]
                  outputs: { one: $workflows.one.outputs.progress, two: $workflows.two.outputs.progress }
            - workflowId: one
              steps: [ { stepId: get, operationId: getJob, parameters: [ { name: id, in: path, value: one } ], outputs: { p: $response.body#/progress } } ]
              outputs: { progress: $steps.get.outputs.p }
            - workflowId: two
              steps: [ { stepId: get, operationId: getJob, parameters: [ { name: id, in: path, value: two } ], outputs: { p: $response.body#/progress, s: $response.body#/state } } ]
              outputs: { progress: $steps.get.outputs.p, state: $steps.get.outputs.s }
            """).WithJobs("""
            var stored = "";
            await MainWorkflow.RunAsync(client, options: new WorkflowOptions { Checkpoint = (checkpoint, _) => { stored = System.Text.Encoding.UTF8.GetString(checkpoint.ToUtf8Json()); return default; } });
            return stored[stored.IndexOf("\"state\":{")..stored.IndexOf('}')];
            """).Run().RunProgramAsync(handler);

        Assert.Equal("\"state\":{\"$workflows.one.$outputs.progress\":0.5,\"call.s\":\"DONE\",\"call.$outputs.progress\":0.5,\"get.one\":0.5,\"get.two\":0.5", text);
    }

    [Fact]
    public async Task Names_that_meet__stay_apart()
    {
        var handler = new RecordingHandler().Answer(200, Job).Answer(200, Job).Answer(200, Job);

        var text = await WorkflowTest.Of("""
            - workflowId: main
              dependsOn: [ look ]
              steps:
                - stepId: run-look
                  workflowId: look
                  outputs: { p: $outputs.p, look-outputs-p: $outputs.p }
                  onSuccess: [ { name: go, type: goto, workflowId: look } ]
                - stepId: run
                  operationId: deleteJob
                  parameters: [ { name: id, in: path, value: '1' } ]
                  onSuccess: [ { name: look-go, type: goto, workflowId: look } ]
              outputs: { p: $steps.run-look.outputs.p, q: $workflows.look.outputs.p }
            - workflowId: look
              steps: [ { stepId: get, operationId: getJob, parameters: [ { name: id, in: path, value: '1' } ], outputs: { p: $response.body#/progress } } ]
              outputs: { p: $steps.get.outputs.p }
            """).WithJobs("var o = (await MainWorkflow.RunAsync(client)).Outputs; return $\"{o.P} {o.Q}\";").RunWithDiagnostics().RunProgramAsync(handler);

        Assert.Equal("0.5 0.5", text);
    }
}
