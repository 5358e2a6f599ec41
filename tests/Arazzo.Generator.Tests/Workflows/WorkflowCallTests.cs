using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>Workflows that call others as a step.</summary>
public sealed class WorkflowCallTests
{
    private const string Job = """{"id":"j1","state":"DONE","progress":0.5}""";

    /// <summary>A workflow in two steps, the first of which must not be repeated; its second step's token goes into a credential.</summary>
    private const string SignIn = """
        - workflowId: sign-in
          inputs: { type: object, required: [user], properties: { user: { type: string }, kind: { type: string, default: FAST } } }
          steps:
            - stepId: open
              operationId: createJob
              requestBody: { payload: { source: 'https://x.example/{$inputs.user}', kind: $inputs.kind } }
              outputs: { id: $response.body#/id }
            - stepId: token
              operationId: getJob
              parameters: [ { name: id, in: path, value: $steps.open.outputs.id } ]
              outputs: { token: $response.body#/labels/token, progress: $response.body#/progress }
          outputs: { token: $steps.token.outputs.token, progress: $steps.token.outputs.progress, user: $inputs.user }

        """;

    private const string Main = SignIn + """
        - workflowId: main
          inputs: { type: object, required: [name], properties: { name: { type: string } } }
          steps:
            - stepId: signIn
              workflowId: sign-in
              parameters: [ { name: user, value: $inputs.name } ]
              outputs: { token: $outputs.token, progress: $workflows.sign-in.outputs.progress }
            - stepId: use
              operationId: getJob
              parameters:
                - { name: id, in: path, value: $workflows.sign-in.outputs.user }
                - { name: Authorization, in: header, value: 'Bearer {$steps.signIn.outputs.token}' }
          outputs: { progress: $steps.signIn.outputs.progress, kind: $workflows.sign-in.inputs.kind }

        """;

    private const string Token = """{"id":"j1","progress":0.25,"labels":{"token":"secret"}}""";

    [Fact]
    public async Task Step_that_calls_a_workflow__gives_it_typed_inputs_and_reads_typed_outputs()
    {
        var handler = new RecordingHandler().Answer(200, Job).Answer(200, Token).Answer(200, Job);

        var text = await WorkflowTest.Of(Main).WithJobs("""
            var run = await MainWorkflow.RunAsync(client, new MainInputs { Name = "ann" });
            double? progress = run.Outputs.Progress;
            return $"{progress} {run.Outputs.Kind} {run.WorkflowId} {run.Step}";
            """).Run().RunProgramAsync(handler);

        Assert.Equal("0.25 FAST main use", text);
        Assert.Equal("""{"source":"https://x.example/ann","kind":"FAST"}""", handler.Requests[0].Body);
        Assert.Equal("/jobs/ann", handler.Request.Uri.AbsolutePath);
        Assert.Equal("Bearer secret", handler.Request.Headers["Authorization"]);
    }

    [Fact]
    public async Task Progress_of_a_call__tells_of_the_steps_inside_and_of_one_end()
    {
        var text = await WorkflowTest.Of(Main).WithJobs("""
            var heard = new List<string>();
            var options = new WorkflowOptions { Progress = new Listener(heard) };
            await MainWorkflow.RunAsync(client, new MainInputs { Name = "ann" }, options);
            return string.Join("|", heard);
            } private sealed class Listener(List<string> heard) : IProgress<WorkflowProgress> { public void Report(WorkflowProgress value) => heard.Add(value.ToString()); }
            private static void End() {
            """).Run().RunProgramAsync(new RecordingHandler().Answer(200, Job).Answer(200, Token).Answer(200, Job));

        Assert.Equal(
            "main/signIn started|sign-in/open started|sign-in/open ended: 200, id: j1|sign-in/token started|sign-in/token ended: 200, progress: 0.25"
            + "|main/signIn ended: 200, progress: 0.25, user: ann|main/use started|main/use ended: 200|main ended",
            text);
    }

    [Fact]
    public async Task Every_checkpoint__goes_on_inside_of_the_called_workflow_and_holds_no_secret()
    {
        const string body = """
            var stored = new List<string>();
            var options = new WorkflowOptions { Checkpoint = (checkpoint, _) => { stored.Add(System.Text.Encoding.UTF8.GetString(checkpoint.ToUtf8Json())); return default; } };
            """;
        var test = WorkflowTest.Of(Main).WithJobs(body + """
            await MainWorkflow.RunAsync(client, new MainInputs { Name = "ann" }, options);
            return string.Join("\n", stored);
            """).Run();
        var checkpoints = (await test.RunProgramAsync(new RecordingHandler().Answer(200, Job).Answer(200, Token).Answer(200, Job))).Split('\n');

        // Before and after the POST, after the second step inside, after the call, after the last step.
        Assert.Equal(5, checkpoints.Length);
        Assert.All(checkpoints, static checkpoint => Assert.DoesNotContain("secret", checkpoint, StringComparison.Ordinal));
        (string Method, string Path)[] all = [("POST", "/jobs"), ("GET", "/jobs/j1"), ("GET", "/jobs/ann")];
        int[] done = [0, 1, 2, 2, 3];
        for (var index = 0; index < checkpoints.Length; index++)
        {
            var handler = new RecordingHandler();
            foreach (var answer in new[] { Job, Token, Job }.Skip(done[index]))
            {
                handler.Answer(200, answer);
            }
            var text = await WorkflowTest.Of(Main).WithJobs($$"""
                var checkpoint = WorkflowCheckpoint.Parse(System.Text.Encoding.UTF8.GetBytes({{Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(checkpoints[index], quote: true)}}));
                checkpoint = checkpoint.IsInFlight ? checkpoint.AsNotSent() : checkpoint;
                var run = await MainWorkflow.ResumeAsync(client, checkpoint, new MainCredentials { SignInToken = "secret", SignInTokenToken = "secret" });
                return run.Outputs.Progress + " " + run.Step;
                """).Run().RunProgramAsync(handler);

            Assert.Equal("0.25 use", text);
            Assert.Equal(all[done[index]..], handler.Requests.Select(static request => (request.Method, request.Uri.AbsolutePath)));
        }
    }

    [Fact]
    public async Task Step_inside_that_is_in_flight__is_not_sent_again()
    {
        var handler = new RecordingHandler().Answer(static _ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection broke."));

        var text = await WorkflowTest.Of(Main).WithJobs("""
            try { await MainWorkflow.RunAsync(client, new MainInputs { Name = "ann" }); return ""; }
            catch (WorkflowOutcomeUnknownException first)
            {
                try { await MainWorkflow.ResumeAsync(client, first.Checkpoint!, new MainCredentials()); return ""; }
                catch (WorkflowOutcomeUnknownException second) { return $"{first.WorkflowId}/{first.Step} {second.WorkflowId}/{second.Step} {second.Checkpoint!.WorkflowId}: {first.Message}"; }
            }
            """).Run().RunProgramAsync(handler);

        Assert.StartsWith("sign-in/open sign-in/open main: Workflow 'sign-in' (step 'signIn' of workflow 'main'): whether step 'open' was carried out is not known", text, StringComparison.Ordinal);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Called_workflow_that_breaks_off__is_a_failed_step_whose_actions_are_asked()
    {
        var handler = new RecordingHandler().Answer(500).Answer(200, Job);

        var text = await WorkflowTest.Of(SignIn + """
            - workflowId: main
              steps:
                - stepId: signIn
                  workflowId: sign-in
                  parameters: [ { name: user, value: ann } ]
                  onFailure: [ { name: other, type: goto, stepId: use, criteria: [ { condition: $statusCode == 500 }, { condition: $outputs.token == null } ] } ]
                - stepId: skipped
                  operationId: deleteJob
                  parameters: [ { name: id, in: path, value: '1' } ]
                - stepId: use
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '1' } ]
            """).WithJobs("return (await MainWorkflow.RunAsync(client)).Step;").Run().RunProgramAsync(handler);

        Assert.Equal("use", text);
        Assert.Equal(["POST", "GET"], handler.Requests.Select(static request => request.Method));
    }

    [Theory]
    [InlineData("onFailure: [ { name: enough, type: end } ]", "signIn > sign-in: open (in flight)|ended")]
    [InlineData("", "signIn > sign-in: open (in flight)|signIn > sign-in: open")]
    public async Task Failure_inside__is_stored_as_something_to_try_again_only_when_nobody_cares_for_it(string onFailure, string expected)
    {
        var text = await WorkflowTest.Of(SignIn + $$"""
            - workflowId: main
              steps: [ { stepId: signIn, workflowId: sign-in, parameters: [ { name: user, value: ann } ], {{onFailure}} } ]
            """).WithJobs("""
            var stored = new List<string>();
            var options = new WorkflowOptions { Checkpoint = (checkpoint, _) => { stored.Add(checkpoint.ToString().Split(": ", 2)[1]); return default; } };
            try { await MainWorkflow.RunAsync(client, null, options); } catch (WorkflowStepFailedException) { }
            return string.Join("|", stored);
            """).Run().RunProgramAsync(new RecordingHandler().Answer(500));

        Assert.Equal(expected, text);
    }

    [Fact]
    public async Task Failure_inside_that_nobody_cares_for__names_the_way_there_and_resumes_there()
    {
        var handler = new RecordingHandler().Answer(200, Job).Answer(404).Answer(200, Token).Answer(200, Job);

        var text = await WorkflowTest.Of(Main).WithJobs("""
            try { await MainWorkflow.RunAsync(client, new MainInputs { Name = "ann" }); return ""; }
            catch (WorkflowStepFailedException failure)
            {
                await MainWorkflow.ResumeAsync(client, failure.Checkpoint!, new MainCredentials());
                return $"{failure.Checkpoint} {failure.Response!.StatusCode} {failure.Message}";
            }
            """).Run().RunProgramAsync(handler);

        Assert.Matches("^main [0-9a-f-]+: signIn > sign-in: token 404 Workflow 'sign-in' \\(step 'signIn' of workflow 'main'\\) failed at step 'token': ", text);
        Assert.Equal(["/jobs", "/jobs/j1", "/jobs/j1", "/jobs/ann"], handler.Requests.Select(static request => request.Uri.AbsolutePath));
    }

    [Theory]
    [InlineData("", "failed")]
    [InlineData("successCriteria: [ { condition: $outputs.code == 'gone' } ]", "ended")]
    [InlineData("successCriteria: [ { condition: $outputs.code == 'here' } ]", "failed")]
    public async Task Workflow_that_ends_by_a_failure_action__is_a_failure_unless_criteria_say_otherwise(string criteria, string expected)
    {
        var text = await WorkflowTest.Of($$"""
            - workflowId: look
              inputs: { type: object, properties: { code: { type: string, default: gone } } }
              steps:
                - stepId: get
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '1' } ]
                  onFailure: [ { name: gone, type: end } ]
              outputs: { code: $inputs.code }
            - workflowId: main
              steps: [ { stepId: call, workflowId: look, {{criteria}} } ]
            """).WithJobs("""
            try { await MainWorkflow.RunAsync(client); return "ended"; }
            catch (WorkflowStepFailedException failure) { return failure.Step == "call" ? "failed" : ""; }
            """).Run().RunProgramAsync(new RecordingHandler().Answer(404));

        Assert.Equal(expected, text);
    }

    [Fact]
    public async Task Workflow_of_another_document__is_called_with_its_own_components()
    {
        var handler = new RecordingHandler().Answer(200, Job);

        await WorkflowTest.Of("""
            - workflowId: main
              steps: [ { stepId: call, workflowId: $sourceDescriptions.other.look } ]
            """).WithEdit(WorkflowTest.Path, "workflows:\n", "  - { name: other, url: 'https://flows.example/b.yml', type: arazzo }\nworkflows:\n").With("specs/deep/other.yml", """
            arazzo: 1.1.0
            $self: https://flows.example/b.yml
            info: { title: Other, version: '1' }
            sourceDescriptions: [ { name: api, url: api.yml, type: openapi } ]
            workflows:
              - workflowId: look
                steps: [ { stepId: get, operationId: getJob, parameters: [ { reference: $components.parameters.id } ] } ]
            components: { parameters: { id: { name: id, in: path, value: theirs } } }
            """).WithJobs("await MainWorkflow.RunAsync(client); return \"\";").Run().RunProgramAsync(handler);

        Assert.Equal("/jobs/theirs", handler.Request.Uri.AbsolutePath);
    }

    [Fact]
    public async Task Parameters_of_the_workflow__are_given_to_the_workflows_that_take_them()
    {
        var handler = new RecordingHandler().Answer(200, Job).Answer(200, Job).Answer(200, Job);

        await WorkflowTest.Of("""
            - workflowId: main
              parameters: [ { name: id, in: path, value: shared }, { name: X-Trace, in: header, value: t } ]
              steps:
                - stepId: call
                  workflowId: look
                - stepId: own
                  workflowId: look
                  parameters: [ { name: id, value: own } ]
                - stepId: send
                  operationId: getJob
            - workflowId: look
              inputs: { type: object, required: [id], properties: { id: { type: string } } }
              steps: [ { stepId: get, operationId: getJob, parameters: [ { name: id, in: path, value: $inputs.id } ] } ]
            """).WithJobs("await MainWorkflow.RunAsync(client); return \"\";").Run().RunProgramAsync(handler);

        Assert.Equal(["/jobs/shared", "/jobs/own", "/jobs/shared"], handler.Requests.Select(static request => request.Uri.AbsolutePath));
    }

    [Fact]
    public async Task Timeout_of_a_call__is_for_all_of_the_called_workflow()
    {
        var handler = new RecordingHandler().Answer(200, Job).Answer(200, Job).Answer(200, Job);

        var text = await WorkflowTest.Of("""
            - workflowId: main
              steps:
                - stepId: call
                  workflowId: wait
                  timeout: 3000
                  onFailure: [ { name: late, type: goto, stepId: after } ]
                - stepId: between
                  operationId: deleteJob
                  parameters: [ { name: id, in: path, value: '1' } ]
                - stepId: after
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: after } ]
            - workflowId: wait
              steps:
                - stepId: get
                  operationId: getJob
                  parameters: [ { name: id, in: path, value: '1' } ]
                  onSuccess: [ { name: poll, type: goto, stepId: get } ]
            """).WithEdit(WorkflowTest.Path, "arazzo: 1.0.1", "arazzo: 1.1.0").WithSource("""
            using Tests;
            public static class Program
            {
                public static async Task<string> Run(HttpMessageHandler handler)
                {
                    var waits = new Waits();
                    var options = new WorkflowOptions { TimeProvider = new Clock(), Progress = waits, Polling = { Jitter = 0 } };
                    var run = await MainWorkflow.RunAsync(new JobsClient(new HttpClient(handler)), options: options);
                    return $"{run.Step} {string.Join('+', waits.Seconds)}";
                }
            }
            internal sealed class Waits : IProgress<WorkflowProgress>
            {
                public List<double> Seconds { get; } = new();
                public void Report(WorkflowProgress value) { if (value.Kind == WorkflowProgressKind.Waiting) { Seconds.Add(value.Delay.TotalSeconds); } }
            }
            internal sealed class Clock : Microsoft.Extensions.Time.Testing.FakeTimeProvider
            {
                public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
                {
                    var timer = base.CreateTimer(callback, state, dueTime, period);
                    ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
                    return timer;
                }
            }
            """).Run().RunProgramAsync(handler);

        // The second wait would be 3 seconds, of which one is left.
        Assert.Equal("after 2+1", text);
        Assert.Equal(["/jobs/1", "/jobs/1", "/jobs/after"], handler.Requests.Select(static request => request.Uri.AbsolutePath));
    }

    [Theory]
    [InlineData("steps: [ { stepId: s, workflowId: nowhere } ]", "(2,37): error ARZ0282: There is no workflow 'nowhere'")]
    [InlineData("steps: [ { stepId: s, workflowId: main } ]", "(2,37): error ARZ0284: Workflow 'main' calls 'main', which is on the way to it, and so would never end")]
    [InlineData("steps: [ { stepId: s, workflowId: back } ]", "(4,37): error ARZ0284: Workflow 'back' calls 'main'")]
    [InlineData("steps: [ { stepId: s, workflowId: broken } ]", "(2,37): error ARZ0283: Workflow 'main' calls workflow 'broken', for which nothing is generated")]
    [InlineData("steps: [ { stepId: s, workflowId: needy } ]", "(2,37): error ARZ0285: Step 's' does not give the input 'id', which workflow 'needy' requires")]
    [InlineData("steps: [ { stepId: s, workflowId: needy, parameters: [ { name: idd, value: x } ] } ]", "(2,66): error ARZ0293: Workflow 'needy' has no input 'idd' (did you mean 'id'?), so the parameter is not passed on")]
    [InlineData("parameters: [ { name: id, value: x }, { name: ids, value: x } ]\n  steps: [ { stepId: s, workflowId: needy } ]", "(2,49): error ARZ0293: No workflow that 'main' calls has an input 'ids', so the parameter is not passed on")]
    [InlineData("steps: [ { stepId: s, workflowId: needy, parameters: [ { name: id, value: x } ], outputs: { a: $outputs.nothing } } ]", "(2,98): error ARZ0287: Workflow 'needy' has no output 'nothing'")]
    [InlineData("steps: [ { stepId: s, workflowId: needy, parameters: [ { name: id, value: x } ], outputs: { a: $response.body } } ]", "(2,98): error ARZ0272: '$response.body' has no value here: the step calls a workflow")]
    [InlineData("steps: [ { stepId: s, workflowId: needy, parameters: [ { name: id, value: $workflows.needy.outputs.x } ] } ]", "(2,77): error ARZ0286: '$workflows.needy.outputs.x' has no value here")]
    [InlineData("dependsOn: [ needy ]\n  steps: [ { stepId: s, operationId: createJob } ]", "(2,16): error ARZ0285: Workflow 'main' does not give the input 'id', which workflow 'needy' requires")]
    public void Call_that_cannot_be__is_named(string main, string complaint)
    {
        var complaints = WorkflowTest.Of($$"""
            - workflowId: main
              {{main}}
            - workflowId: back
              steps: [ { stepId: s, workflowId: main } ]
            - workflowId: broken
              steps: [ { stepId: s, operationId: none } ]
            - workflowId: needy
              inputs: { type: object, required: [id], properties: { id: { type: string } } }
              steps: [ { stepId: s, operationId: getJob, parameters: [ { name: id, in: path, value: $inputs.id } ] } ]
            """).Complaints();

        Assert.Contains(complaints, item => item.StartsWith(complaint, StringComparison.Ordinal));
    }
}
