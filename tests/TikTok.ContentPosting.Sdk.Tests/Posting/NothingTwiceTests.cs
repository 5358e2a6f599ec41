using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Posting;

/// <summary>A request that opens a post is sent once, whatever happens and whoever would send it again.</summary>
public sealed class NothingTwiceTests
{
    public static TheoryData<string> Mishaps => ["500", "429", "502", "lost", "refused by nobody"];

    [Theory]
    [MemberData(nameof(Mishaps))]
    public async Task A_handler_that_asks_repeats_reads_and_no_inits(string mishap)
    {
        await using var stage = await Stage.SetAsync();
        await using var services = Services(stage, static () => new Repeater(asks: true));
        Spoil(stage, EmulatorOperation.QueryCreatorInfo, mishap);
        Spoil(stage, EmulatorOperation.InitInboxVideoUpload, mishap);
        var client = services.GetRequiredService<ContentPostingClient>();

        await client.QueryCreatorInfoAsync(cancellationToken: Stage.Cancellation);
        await Assert.ThrowsAnyAsync<ApiException>(() => OpenAsync(client));

        Assert.Equal(2, stage.Received(EmulatorOperation.QueryCreatorInfo));
        Assert.Equal(1, stage.InitsReceived);
    }

    [Theory]
    [MemberData(nameof(Mishaps))]
    public async Task A_handler_that_does_not_ask_repeats_no_inits_either(string mishap)
    {
        await using var stage = await Stage.SetAsync();
        await using var services = Services(stage, static () => new Repeater(asks: false));
        Spoil(stage, EmulatorOperation.QueryCreatorInfo, mishap);
        Spoil(stage, EmulatorOperation.InitInboxVideoUpload, mishap);
        var client = services.GetRequiredService<ContentPostingClient>();

        await client.QueryCreatorInfoAsync(cancellationToken: Stage.Cancellation);
        var failure = await Assert.ThrowsAnyAsync<ApiException>(() => OpenAsync(client));

        Assert.Equal(2, stage.Received(EmulatorOperation.QueryCreatorInfo));
        Assert.True(failure.OutcomeUnknown);
        Assert.False(failure.IsTransient);
        Assert.Contains("not safe to repeat", failure.Message, StringComparison.Ordinal);
        Assert.InRange(stage.Emulator.Posts.Count, 0, 1);
        // Whatever of a second request reached the server has no body that it could take for an init.
        Assert.Single(stage.Emulator.Requests, static request => request.Operation == EmulatorOperation.InitInboxVideoUpload && request.Body.Length > 0);
    }

    [Fact]
    public async Task A_program_may_take_that_upon_itself()
    {
        await using var stage = await Stage.SetAsync();
        await using var services = Services(stage, static () => new Repeater(asks: false), options => options.SendUnsafeOnce = false);
        Spoil(stage, EmulatorOperation.InitInboxVideoUpload, "500");

        await OpenAsync(services.GetRequiredService<ContentPostingClient>());

        Assert.Equal(2, stage.InitsReceived);
    }

    [Fact]
    public async Task An_init_whose_answer_is_lost_says_what_to_do_and_keeps_the_run()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.NextAnswer(EmulatorOperation.InitVideoPublish, Fault.DropAfterProcessing);

        var unknown = await Assert.ThrowsAsync<WorkflowOutcomeUnknownException>(() => DirectPostVideoWorkflow.RunAsync(
            stage.Account,
            new DirectPostVideoInputs { PostInfo = new VideoPostInfo { PrivacyLevel = PrivacyLevel.SelfOnly }, VideoUrl = Stage.Video },
            stage.Options(),
            Stage.Cancellation));

        Assert.Equal("initPost", unknown.Step);
        Assert.True(unknown.Checkpoint!.IsInFlight);
        Assert.Contains("Find out at the server", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(1, stage.Received(EmulatorOperation.InitVideoPublish));
        await Assert.ThrowsAsync<WorkflowOutcomeUnknownException>(
            () => DirectPostVideoWorkflow.ResumeAsync(stage.Account, unknown.Checkpoint, stage.Options(), Stage.Cancellation));
        Assert.Single(stage.Emulator.Posts);
    }

    private static void Spoil(Stage stage, EmulatorOperation operation, string mishap) => stage.Emulator.NextAnswer(operation, mishap switch
    {
        "500" => Fault.Refuse(ErrorCodes.InternalError, afterProcessing: true),
        "429" => Fault.Refuse(ErrorCodes.RateLimitExceeded),
        "502" => Fault.Reply(502, "<html>bad gateway</html>", "text/html"),
        "lost" => Fault.DropAfterProcessing,
        _ => Fault.Reply(503),
    });

    private static ServiceProvider Services(Stage stage, Func<DelegatingHandler> handler, Action<ContentPostingOptions>? configure = null)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(stage.Time);
        services.AddTikTokContentPosting(options =>
        {
            options.BaseAddress = stage.Emulator.BaseAddress;
            options.AccessToken = stage.Emulator.AccessToken;
            options.Resilience.Enabled = false;
            configure?.Invoke(options);
        }).AddHttpMessageHandler(handler);
        return services.BuildServiceProvider();
    }

    private static Task<VideoInitResponse> OpenAsync(ContentPostingClient client) =>
        client.InitInboxVideoUploadAsync(new InboxVideoInitRequest { SourceInfo = new PullFromUrl { VideoUrl = Stage.Video } }, cancellationToken: Stage.Cancellation);

    /// <summary>Sends again what has failed, once; as resilience handlers do, unless it asks first.</summary>
    private sealed class Repeater(bool asks) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (response.StatusCode < HttpStatusCode.InternalServerError && response.StatusCode != HttpStatusCode.TooManyRequests)
                {
                    return response;
                }
                if (asks && !ApiRequestKeys.IsRepeatable(request))
                {
                    return response;
                }
            }
            catch (HttpRequestException) when (!asks || ApiRequestKeys.IsRepeatable(request))
            {
            }
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
