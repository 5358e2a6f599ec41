using System.Text;
using System.Text.Json.Nodes;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Tests.Harness;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Generator.Tests.Rehearsals.Flows;
using Arazzo.Runtime;

namespace Arazzo.Generator.Tests.Rehearsals;

/// <summary>Runs are data: wherever one is stopped, it goes on elsewhere as if nothing had been.</summary>
public sealed class CheckpointTests(CheckpointTests.Kiln kiln) : IClassFixture<CheckpointTests.Kiln>
{
    private const string Secret = "secret-key";
    private const string Session = """200 {"token":"secret-key"}""";
    private const string Fired = """201 {"id":7,"state":"HEATING","log":[1,{"a":null}]}""";
    private const string Heating = """200 {"id":7,"state":"HEATING","temperature":900.5}""";
    private const string Done = """200 {"id":7,"state":"DONE","temperature":1200}""";
    private const string Cracked = """200 {"id":7,"state":"CRACKED"}""";

    [Theory]
    [InlineData("straight", 4, new[] { Fired, Done, "204" }, "cool")]
    [InlineData("jumping", 5, new[] { Done, Fired, Cracked, "204" }, "cool cold")]
    [InlineData("retrying", 11, new[] { "503", Heating, "503", Heating, "500", Fired, Done }, "look")]
    [InlineData("retrying", 4, new[] { "500", "500" }, "fire enough")]
    [InlineData("polling", 4, new[] { Heating, Heating, Heating, Done }, "look done")]
    [InlineData("signed-firing", 8, new[] { Session, Fired, Heating, Done }, "watch")]
    [InlineData("twice", 17, new[] { Session, Fired, Done, Heating, Session, Fired, Heating, Done }, "watch")]
    [InlineData("signing-in-again", 12, new[] { "401", Session, "401", Session, Fired }, "fire")]
    [InlineData("depending", 6, new[] { Session, Fired, "204" }, "cool")]
    public async Task Run_that_is_stopped_at_any_checkpoint__sends_and_yields_the_same(string workflow, int checkpoints, string[] answers, string end)
    {
        var generated = kiln.Workflow(workflow);
        var state = new FlowState(kiln.Flow(workflow), new JsonObject { ["glaze"] = "celadon", ["key"] = Secret, ["id"] = 7 }) { Secret = Secret };
        var (whole, stored) = (Server(answers), new List<string>());

        var expected = await generated.RunAsync(whole, state.Flow.Apis, state.Inputs, Options((checkpoint, _) =>
        {
            stored.Add(Encoding.UTF8.GetString(checkpoint.ToUtf8Json()));
            return default;
        }));

        Assert.Equal(end, $"{expected.Step} {expected.Action}".Trim());
        Assert.Equal(answers.Length, whole.Requests.Count);
        Assert.Equal(checkpoints, stored.Count);
        Assert.All(stored, static text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
        for (var stop = 0; stop < stored.Count; stop++)
        {
            var (server, count) = (Server(answers), 0);
            await Assert.ThrowsAsync<OperationCanceledException>(() => generated.RunAsync(
                server, state.Flow.Apis, state.Inputs, Options((_, _) => count++ < stop ? default : throw new OperationCanceledException())));

            var checkpoint = WorkflowCheckpoint.Parse(Encoding.UTF8.GetBytes(stored[stop]));
            var resumed = await generated.ResumeAsync(server, state.Flow.Apis, checkpoint.IsInFlight ? checkpoint.AsNotSent() : checkpoint, Secrets(state), Options(null));

            Assert.Equal(whole.Requests.Select(Describe), server.Requests.Select(Describe));
            Assert.Equal((expected.Step, expected.Action, expected.IsFailure), (resumed.Step, resumed.Action, resumed.IsFailure));
            Assert.True(Json.Equivalent(expected.Outputs, resumed.Outputs), $"{resumed.Outputs} is not {expected.Outputs}");
        }
    }

    [Theory]
    [InlineData("after: $inputs.size", "after: 3")]
    [InlineData("default: 3", "default: 4")]
    [InlineData("log: $steps.fire.outputs.log, ", "")]
    [InlineData("- stepId: cool\n        operationId: cool\n        parameters: [ { name: id, in: path, value: $steps.fire.outputs.id } ]\n    outputs: { log", "  outputs: { log")]
    public async Task Checkpoint_of_another_version_of_the_workflow__is_refused(string before, string after)
    {
        Assert.Contains(before, CheckpointDocuments.Workflows, StringComparison.Ordinal);
        var other = Ensemble.Of([CheckpointDocuments.All[0], ("specs/firing.yml", CheckpointDocuments.Workflows.Replace(before, after, StringComparison.Ordinal))]);
        var server = Server([Fired]);

        var exception = await Assert.ThrowsAsync<WorkflowCheckpointException>(() => ResumeStraightAsync(other, server));

        Assert.Equal("The checkpoint was made by another version of workflow 'straight', or of one that it calls. Resume it with the version that made it, or start a new run.", exception.Message);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("signed-firing", "sign-in")]
    [InlineData("twice", "signed-firing")]
    [InlineData("depending", "sign-in")]
    public async Task Checkpoint_of_a_run_whose_called_workflow_is_another_version__is_refused(string workflow, string called)
    {
        var text = CheckpointDocuments.Workflows.Replace("stepId: open,", "stepId: unlock,", StringComparison.Ordinal).Replace("$steps.open.", "$steps.unlock.", StringComparison.Ordinal);
        Assert.NotEqual(CheckpointDocuments.Workflows, text);
        var other = Ensemble.Of([CheckpointDocuments.All[0], ("specs/firing.yml", text)]);
        var (server, state) = (Server([Session]), new FlowState(kiln.Flow(workflow), []) { Secret = Secret });
        WorkflowCheckpoint? last = null;
        await Assert.ThrowsAsync<OperationCanceledException>(() => kiln.Workflow(workflow).RunAsync(
            server, state.Flow.Apis, new JsonObject { ["glaze"] = "celadon" }, Options((checkpoint, _) => (last = checkpoint).IsInFlight ? default : throw new OperationCanceledException())));
        Assert.Contains($"> {called}", last!.ToString(), StringComparison.Ordinal);

        var exception = await Assert.ThrowsAsync<WorkflowCheckpointException>(() =>
            other.Workflows[$"specs/firing.yml: {workflow}"].ResumeAsync(server, state.Flow.Apis, last, Secrets(state), Options(null)));

        Assert.StartsWith($"The checkpoint was made by another version of workflow '{workflow}', or of one that it calls.", exception.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Checkpoint_of_a_version_with_other_words_and_another_workflow__goes_on()
    {
        var text = CheckpointDocuments.Workflows.Replace("info: { title: Kiln,", "info: { title: Oven, summary: hot,", StringComparison.Ordinal)
            .Replace("- workflowId: jumping", "- workflowId: bouncing", StringComparison.Ordinal).Replace("- stepId: look\n", "- stepId: look\n        description: Looks into it.\n", StringComparison.Ordinal);
        var other = Ensemble.Of([CheckpointDocuments.All[0], ("specs/firing.yml", text)]);

        var result = await ResumeStraightAsync(other, Server([Fired, Done, "204"]));

        Assert.Equal("""{"log":[1,{"a":null}],"temperature":1200}""", result.Outputs.ToJsonString());
    }

    /// <summary>Runs the first step of the kiln's workflow, and goes on with another's.</summary>
    private async Task<RunResult> ResumeStraightAsync(Ensemble other, RecordingHandler server)
    {
        var state = new FlowState(kiln.Flow("straight"), new JsonObject { ["glaze"] = "celadon", ["key"] = Secret }) { Secret = Secret };
        WorkflowCheckpoint? last = null;
        await Assert.ThrowsAsync<OperationCanceledException>(() => kiln.Workflow("straight").RunAsync(
            server, state.Flow.Apis, state.Inputs, Options((checkpoint, _) => (last = checkpoint).NextStep == "look" ? throw new OperationCanceledException() : default)));
        return await other.Workflows["specs/firing.yml: straight"].ResumeAsync(server, state.Flow.Apis, last!, Secrets(state), Options(null));
    }

    /// <summary>There is but one secret.</summary>
    private static Func<WorkflowModel, WorkflowCredentialModel, JsonNode?> Secrets(FlowState state) => (_, _) => state.Secret;

    private static RecordingHandler Server(string[] answers) => answers.Aggregate(new RecordingHandler(), static (server, answer) => server.Answer(int.Parse(answer[..3], null), answer[3..].Trim()));

    private static string Describe(RecordedRequest request) => $"{request.Method} {request.Uri} {request.Headers.GetValueOrDefault("Authorization")} {request.Body}";

    private static WorkflowOptions Options(Func<WorkflowCheckpoint, CancellationToken, ValueTask>? checkpoint) => new()
    {
        Checkpoint = checkpoint,
        TimeProvider = new JumpingTimeProvider(),
        Polling = new PollingOptions { FirstDelay = TimeSpan.Zero, MaximumDelay = TimeSpan.Zero },
    };

    /// <summary>The documents, compiled once.</summary>
    public sealed class Kiln
    {
        private readonly Ensemble _ensemble = Ensemble.Of(CheckpointDocuments.All);

        internal GeneratedWorkflow Workflow(string id) => _ensemble.Workflows[$"specs/firing.yml: {id}"];

        internal Flow Flow(string id) => _ensemble.Flows.Single(flow => flow.Id == id);
    }
}
