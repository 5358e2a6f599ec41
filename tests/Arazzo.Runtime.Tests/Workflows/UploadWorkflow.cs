using System.Text.Json;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests.Workflows;

/// <summary>What the generator would make of: init (POST, kept publishId), then poll until done; polls that fail are tried again twice.</summary>
internal sealed class UploadWorkflow(ApiPipeline pipeline)
{
    public const string Fingerprint = "0123456789abcdef";

    public static WorkflowDefinition Definition { get; } = new("upload", Fingerprint, Step.Init, Step.Poll);

    private static ApiOperation<JsonElement> InitOperation { get; } = new("init", HttpMethod.Post, "/init", isRepeatable: false, [], ResponseCase.Json<JsonElement, AnyCodec>(2));

    private static ApiOperation<JsonElement> PollOperation { get; } = new("poll", HttpMethod.Get, "/poll", isRepeatable: true, [], ResponseCase.Json<JsonElement, AnyCodec>(2));

    public Task<WorkflowResult<string?>> RunAsync(string token, WorkflowOptions? options = null, CancellationToken cancellationToken = default)
    {
        var state = new State(token);
        var run = WorkflowRun.Start(Definition, state, options, cancellationToken);
        return run.CompleteAsync(ExecuteAsync(run, state));
    }

    public async Task<WorkflowResult<string?>> ResumeAsync(WorkflowCheckpoint checkpoint, string token, WorkflowOptions? options = null, CancellationToken cancellationToken = default)
    {
        var state = new State(Definition.Open(checkpoint), token);
        var run = await WorkflowRun.ResumeAsync(Definition, checkpoint, state, options, cancellationToken);
        return await run.CompleteAsync(ExecuteAsync(run, state));
    }

    private async Task<WorkflowResult<string?>> ExecuteAsync(WorkflowRun run, State state)
    {
        using var span = run.Begin();
        while (run.Next is { } next)
        {
            switch (next)
            {
                case Step.Init:
                {
                    var request = new ApiRequest<JsonElement>(pipeline, InitOperation).Header("Authorization", $"Bearer {state.Token}");
                    var response = await run.SendAsync(Step.Init, request);
                    var unmet = WorkflowRun.Unmet(response, response.StatusCode == 200, "$statusCode == 200");
                    if (unmet is not null)
                    {
                        throw await run.FailedAsync(Step.Init, response, unmet);
                    }
                    state.PublishId = WorkflowConvert.ToText<JsonElement, AnyCodec>(response.Json.At("publish_id"));
                    await run.ContinueAsync(Step.Init, response, Step.Poll);
                    break;
                }
                case Step.Poll:
                {
                    var id = state.PublishId ?? throw run.Missing(Step.Poll, "the parameter 'id'", "$steps.init.outputs.publishId");
                    var response = await run.SendAsync(Step.Poll, new ApiRequest<JsonElement>(pipeline, PollOperation).Query("id", id));
                    var unmet = WorkflowRun.Unsuccessful(response);
                    if (unmet is not null)
                    {
                        if (response.StatusCode is 0 or 503 && run.CanRetry(Step.Poll, "busy", limit: 2))
                        {
                            await run.RetryAsync(Step.Poll, response, "busy", seconds: 5);
                        }
                        else if (response.StatusCode == 410)
                        {
                            await run.EndAsync(Step.Poll, response, "gone", isFailure: true);
                        }
                        else
                        {
                            throw await run.FailedAsync(Step.Poll, response, unmet);
                        }
                        break;
                    }
                    if ((WorkflowValue)response.Json.At("status") == "done")
                    {
                        await run.EndAsync(Step.Poll, response, "delivered");
                    }
                    else
                    {
                        await run.PollAsync(Step.Poll, response, Step.Poll, "stillProcessing");
                    }
                    break;
                }
                default:
                    throw new InvalidOperationException(next);
            }
        }
        return run.Result(state.PublishId);
    }

    public static class Step
    {
        public const string Init = "init";
        public const string Poll = "poll";
    }

    private sealed class State : WorkflowState
    {
        public State(string token) => Token = token;

        public State(JsonElement json, string token)
        {
            Token = token;
            PublishId = Read<string, StringCodec>(json, "init.publishId");
        }

        public string Token { get; }

        public string? PublishId { get; set; }

        public override void Write(JsonOutput json) => json.WriteUnlessNull<string, StringCodec>("init.publishId", PublishId);

        public override void Describe(string step, WorkflowOutputs outputs)
        {
            if (step == Step.Init)
            {
                outputs.Add<string, StringCodec>("publishId", PublishId);
            }
        }
    }
}
