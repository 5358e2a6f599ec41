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

    private static GeneratorTest Project(string called, string header = "X-Trace", string output = "$workflows.login.outputs.token") => WorkflowTest.Of(
        Flows.Replace("CALLED", called, StringComparison.Ordinal).Replace("TARGET", header, StringComparison.Ordinal).Replace("OUTPUT", output, StringComparison.Ordinal));

    /// <summary>Jobs whose ids are those of the first requests.</summary>
    private static RecordingHandler Answers(int count)
    {
        var handler = new RecordingHandler();
        for (var index = 0; index < count; index++)
        {
            handler.Answer(200, """{"id":"login-ann"}""");
        }
        return handler;
    }

    private static string Paths(RecordingHandler handler) => string.Join(' ', handler.Requests.Select(static request => request.Uri.AbsolutePath["/jobs/".Length..]));
}
