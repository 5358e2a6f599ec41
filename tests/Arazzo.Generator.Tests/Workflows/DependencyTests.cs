using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.Workflows;

/// <summary>A workflow that several others depend on runs once in a run (Arazzo 1.1, Workflow Object, <c>dependsOn</c>).</summary>
public sealed class DependencyTests
{
    private const string Flows = """
        - workflowId: main
          dependsOn: [ prepare, login ]
          inputs: { type: object, properties: { user: { type: string, default: ann } } }
          steps:
            - { stepId: call, workflowId: prepare, parameters: [ { name: user, value: CALLED } ] }
            - { stepId: use, operationId: getJob, parameters: [ { name: id, in: path, value: main }, { name: TARGET, in: header, value: $workflows.login.outputs.token } ] }
          outputs: { token: OUTPUT }
        - workflowId: prepare
          dependsOn: [ login ]
          inputs: { type: object, properties: { user: { type: string, default: bob } } }
          steps: [ { stepId: use, operationId: getJob, parameters: [ { name: id, in: path, value: 'prepare-{$inputs.user}' }, { name: TARGET, in: header, value: $workflows.login.outputs.token } ] } ]
        - workflowId: login
          inputs: { type: object, required: [user], properties: { user: { type: string } } }
          steps: [ { stepId: get, operationId: getJob, parameters: [ { name: id, in: path, value: 'login-{$inputs.user}' } ], outputs: { token: $response.body#/id } } ]
          outputs: { token: $steps.get.outputs.token }
        """;

    // The dependency goes on to another workflow for good, which yields its outputs, and that once more.
    private const string Travels = """
        - workflowId: main
          dependsOn: [ prepare ]
          steps:
            - { stepId: call, workflowId: other }
            - { stepId: use, operationId: getJob, parameters: [ { name: id, in: path, value: main }, { name: TARGET, in: header, value: $workflows.prepare.outputs.token } ] }
          outputs: { state: $workflows.prepare.outputs.state }
        - workflowId: other
          dependsOn: [ prepare ]
          steps: [ { stepId: use, operationId: getJob, parameters: [ { name: id, in: path, value: 'other-{$workflows.prepare.outputs.state}' }, { name: TARGET, in: header, value: $workflows.prepare.outputs.token } ] } ]
        - workflowId: prepare
          steps: [ { stepId: get, operationId: getJob, parameters: [ { name: id, in: path, value: prepare } ], onSuccess: [ { name: on, type: goto, workflowId: travel } ] } ]
          outputs: { token: $sourceDescriptions.jobs.name, state: $sourceDescriptions.jobs.name }
        - workflowId: travel
          steps: [ { stepId: get, operationId: getJob, parameters: [ { name: id, in: path, value: travel } ], outputs: { state: $response.body#/state }, onSuccess: [ { name: on, type: goto, workflowId: login } ] } ]
          outputs: { token: $sourceDescriptions.jobs.name, state: $steps.get.outputs.state }
        - workflowId: login
          steps: [ { stepId: get, operationId: getJob, parameters: [ { name: id, in: path, value: login } ], outputs: { token: $response.body#/id } } ]
          outputs: { token: $steps.get.outputs.token }
        """;

    private const string Program = """
        var made = new List<WorkflowCheckpoint>();
        await MainWorkflow.RunAsync(client, options: new WorkflowOptions { Checkpoint = (c, _) => { made.Add(WorkflowCheckpoint.Parse(c.ToUtf8Json())); return default; } });
        """;

    [Fact]
    public async Task Workflow_that_two_depend_on__runs_once()
    {
        var handler = Answers(10);

        await Project("$inputs.user").WithJobs("await MainWorkflow.RunAsync(client); return \"\";").RunWithDiagnostics().RunProgramAsync(handler);

        Assert.Equal("login-ann prepare-ann prepare-ann main", Paths(handler));
        Assert.All(handler.Requests.Skip(1), static request => Assert.Equal("login-ann", request.Headers["X-Trace"]));
    }

    [Fact]
    public async Task Other_inputs__are_another_run()
    {
        var handler = Answers(10);

        await Project("eve").WithJobs("await MainWorkflow.RunAsync(client); return \"\";").RunWithDiagnostics().RunProgramAsync(handler);

        Assert.Equal("login-ann prepare-ann login-eve prepare-eve main", Paths(handler));
    }

    [Theory]
    [InlineData("eve", "login-ann prepare-ann login-eve prepare-eve main")]
    [InlineData("$inputs.user", "login-ann prepare-ann prepare-ann main")]
    public async Task Other_secrets__are_other_inputs(string called, string paths)
    {
        var handler = Answers(10);
        var flows = Flows.Replace("user: { type: string", "user: { type: string, format: password", StringComparison.Ordinal)
            .Replace("CALLED", called, StringComparison.Ordinal).Replace("TARGET", "X-Trace", StringComparison.Ordinal).Replace("OUTPUT", "$workflows.login.outputs.token", StringComparison.Ordinal);

        await WorkflowTest.Of(flows).WithJobs("await MainWorkflow.RunAsync(client, new MainInputs { User = \"ann\" }); return \"\";").RunWithDiagnostics().RunProgramAsync(handler);

        Assert.Equal(paths, Paths(handler));
    }

    [Theory]
    // The run's own secret is known when it is resumed, another one is not.
    [InlineData("$inputs.user", "login-ann prepare-ann prepare-ann main")]
    [InlineData("eve", "login-ann prepare-ann prepare-eve login-eve main")]
    public async Task Run_that_goes_on_from_a_checkpoint__knows_what_ran_with_its_own_secrets(string called, string paths)
    {
        var handler = Answers(60);
        var flows = Flows.Replace("user: { type: string", "user: { type: string, format: password", StringComparison.Ordinal)
            .Replace("CALLED", called, StringComparison.Ordinal).Replace("TARGET", "X-Trace", StringComparison.Ordinal).Replace("OUTPUT", "$workflows.login.outputs.token", StringComparison.Ordinal);

        var text = await WorkflowTest.Of(flows).WithJobs("""
            WorkflowCheckpoint stored = null!;
            var options = new WorkflowOptions { Checkpoint = (c, _) => { stored = WorkflowCheckpoint.Parse(c.ToUtf8Json()); return c.ToString().EndsWith(" call", StringComparison.Ordinal) || c.NextStep == "use" ? throw new OperationCanceledException() : default; } };
            var made = "";
            try { await MainWorkflow.RunAsync(client, new MainInputs { User = "ann" }, options); } catch (OperationCanceledException) { }
            made += System.Text.Encoding.UTF8.GetString(stored.ToUtf8Json());
            try { await MainWorkflow.ResumeAsync(client, stored, new MainCredentials { User = "ann" }, options); } catch (OperationCanceledException) { }
            made += System.Text.Encoding.UTF8.GetString(stored.ToUtf8Json());
            await MainWorkflow.ResumeAsync(client, stored, new MainCredentials { User = "ann" });
            return made;
            """).RunWithDiagnostics().RunProgramAsync(handler);

        Assert.Equal(paths.Split(' ').Order(), Paths(handler).Split(' ').Order());
        Assert.DoesNotContain("eve", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"ann\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_that_goes_on_from_a_checkpoint__does_not_run_it_again()
    {
        var handler = Answers(60);

        var text = await Project("$inputs.user").WithJobs(Program + """

            foreach (var checkpoint in made) await MainWorkflow.ResumeAsync(client, checkpoint);
            return made.Count.ToString();
            """).RunWithDiagnostics().RunProgramAsync(handler);

        // Each is stored when its step has ended: the login is behind all of them.
        Assert.True(int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) >= 6, text);
        Assert.Single(handler.Requests, static request => request.Uri.AbsolutePath == "/jobs/login-ann");
    }

    [Fact]
    public async Task Secret_that_it_yields__is_shared_and_stored_nowhere()
    {
        var handler = Answers(60);

        var text = await Project("$inputs.user", "Authorization", "$inputs.user").WithJobs(Program + """

            return string.Concat(made.Select(static c => System.Text.Encoding.UTF8.GetString(c.ToUtf8Json())));
            """).RunWithDiagnostics().RunProgramAsync(handler);

        Assert.Equal("login-ann prepare-ann prepare-ann main", Paths(handler));
        Assert.All(handler.Requests.Skip(1), static request => Assert.Equal("login-ann", request.Headers["Authorization"]));
        Assert.DoesNotContain("\"login-ann\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Trace")]
    [InlineData("Authorization")]
    public async Task Workflow_that_goes_on_to_another__runs_once_with_that(string header)
    {
        var handler = Answers(10);

        var text = await WorkflowTest.Of(Travels.Replace("TARGET", header, StringComparison.Ordinal)).WithJobs("""
            var told = new List<string>();
            var run = await MainWorkflow.RunAsync(client, options: new WorkflowOptions { Progress = new Told(told) });
            return $"{run.Outputs.State}: {string.Join(" ", told)}";
            } private sealed class Told(List<string> told) : IProgress<WorkflowProgress> { public void Report(WorkflowProgress value) { if (value.Kind == WorkflowProgressKind.StepStarted) told.Add(value.WorkflowId + "/" + value.Step); } }
            private static void End() {
            """).RunWithDiagnostics().RunProgramAsync(handler);

        Assert.Equal("prepare travel login other-QUEUED main", Paths(handler));
        Assert.All(handler.Requests.Skip(3), request => Assert.Equal("login-ann", request.Headers[header]));
        Assert.Equal("QUEUED: main/$workflows.prepare prepare/get prepare/$actions.get.on travel/get travel/$actions.get.on login/get main/call other/$workflows.prepare other/use main/use", text);
    }

    [Fact]
    public async Task Run_that_goes_on_from_a_checkpoint__does_not_run_again_what_it_has_gone_on_to()
    {
        var handler = Answers(60);

        var text = await WorkflowTest.Of(Travels.Replace("TARGET", "X-Trace", StringComparison.Ordinal)).WithJobs(Program + """

            var states = "";
            foreach (var checkpoint in made.SkipWhile(static c => c.NextStep == "$workflows.prepare")) states += (await MainWorkflow.ResumeAsync(client, checkpoint)).Outputs.State;
            return states;
            """).RunWithDiagnostics().RunProgramAsync(handler);

        Assert.Equal("QUEUEDQUEUEDQUEUEDQUEUEDQUEUED", text);
        Assert.Equal("prepare travel login other-QUEUED main other-QUEUED main other-QUEUED main main main", Paths(handler));
        Assert.All(handler.Requests.Skip(3), static request => Assert.Equal("login-ann", request.Headers["X-Trace"]));
    }

    private static GeneratorTest Project(string called, string header = "X-Trace", string output = "$workflows.login.outputs.token") => WorkflowTest.Of(
        Flows.Replace("CALLED", called, StringComparison.Ordinal).Replace("TARGET", header, StringComparison.Ordinal).Replace("OUTPUT", output, StringComparison.Ordinal));

    /// <summary>Jobs whose ids are those of the first requests.</summary>
    private static RecordingHandler Answers(int count)
    {
        var handler = new RecordingHandler();
        for (var index = 0; index < count; index++)
        {
            handler.Answer(200, """{"id":"login-ann","state":"QUEUED"}""");
        }
        return handler;
    }

    private static string Paths(RecordingHandler handler) => string.Join(' ', handler.Requests.Select(static request => request.Uri.AbsolutePath["/jobs/".Length..]));
}
