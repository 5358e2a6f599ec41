using Arazzo.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests;

/// <summary>The SDK among the services of a program.</summary>
public sealed class DependencyInjectionTests
{
    [Fact]
    public async Task The_workflow_runs_from_the_services()
    {
        await using var stage = await Stage.SetAsync();
        await using var services = Services(stage);

        var run = await services.GetRequiredService<InboxDraftUploadWorkflow>().RunAsync(stage.Inputs, stage.Options(), Stage.Cancellation);

        Assert.Equal("delivered", run.Action);
    }

    [Fact]
    public async Task A_token_of_the_options_is_sent()
    {
        await using var stage = await Stage.SetAsync();
        await using var services = Services(stage, options => options.AccessToken = stage.Emulator.AccessToken);

        var answer = await services.GetRequiredService<ContentPostingClient>().QueryCreatorInfoAsync(cancellationToken: Stage.Cancellation);

        Assert.Equal("emulated.creator", answer.Data?.CreatorUsername);
    }

    [Fact]
    public async Task A_token_provider_among_the_services_is_asked()
    {
        await using var stage = await Stage.SetAsync();
        await using var services = Services(
            stage, more: collection => collection.AddScoped<IAccessTokenProvider>(_ => new StaticAccessTokenProvider(stage.Emulator.AccessToken)));
        await using var scope = services.CreateAsyncScope();

        var answer = await scope.ServiceProvider.GetRequiredService<ContentPostingClient>().QueryCreatorInfoAsync(cancellationToken: Stage.Cancellation);

        Assert.Equal("emulated.creator", answer.Data?.CreatorUsername);
    }

    [Fact]
    public async Task A_token_provider_of_the_options_wins_over_the_services()
    {
        await using var stage = await Stage.SetAsync();
        await using var services = Services(
            stage,
            options => options.AccessTokenProviderFactory = _ => new StaticAccessTokenProvider(stage.Emulator.AccessToken),
            collection => collection.AddSingleton<IAccessTokenProvider>(new StaticAccessTokenProvider("act.of.somebody.else")));

        await services.GetRequiredService<ContentPostingClient>().QueryCreatorInfoAsync(cancellationToken: Stage.Cancellation);

        Assert.Equal(stage.Emulator.AccessToken, stage.Emulator.Requests.Single().AccessToken);
    }

    [Fact]
    public async Task A_refusal_with_status_200_is_a_failure_here_too()
    {
        await using var stage = await Stage.SetAsync();
        stage.Emulator.DefaultCreator.Refusal = ErrorCodes.SpamRiskTooManyPosts;
        await using var services = Services(stage, options => options.AccessToken = stage.Emulator.AccessToken);

        await Assert.ThrowsAnyAsync<TikTokApiException>(
            () => services.GetRequiredService<ContentPostingClient>().QueryCreatorInfoAsync(cancellationToken: Stage.Cancellation));
    }

    [Fact]
    public async Task Retries_can_be_left_to_a_handler_of_the_caller_that_sees_which_requests_are_repeatable()
    {
        await using var stage = await Stage.SetAsync();
        var repeater = new Repeater();
        var collection = new ServiceCollection();
        Add(collection, stage, static options => options.Resilience.Enabled = false).AddHttpMessageHandler(() => repeater);
        await using var services = collection.BuildServiceProvider();
        stage.Emulator.NextAnswer(EmulatorOperation.QueryCreatorInfo, Fault.Refuse(ErrorCodes.InternalError));
        stage.Emulator.NextAnswer(EmulatorOperation.InitInboxVideoUpload, Fault.Refuse(ErrorCodes.InternalError));

        await Assert.ThrowsAsync<WorkflowOutcomeUnknownException>(
            () => services.GetRequiredService<InboxDraftUploadWorkflow>().RunAsync(stage.Inputs, stage.Options(), Stage.Cancellation));

        Assert.Equal(2, stage.Received(EmulatorOperation.QueryCreatorInfo));
        Assert.Equal(1, stage.InitsReceived);
        Assert.Equal(["queryCreatorInfo"], repeater.Repeated);
    }

    [Fact]
    public async Task Without_retries_a_failed_read_fails_at_once()
    {
        await using var stage = await Stage.SetAsync();
        await using var services = Services(stage, static options => options.Resilience.Enabled = false);
        stage.Emulator.NextAnswer(EmulatorOperation.QueryCreatorInfo, Fault.Refuse(ErrorCodes.InternalError));

        await Assert.ThrowsAsync<WorkflowStepFailedException>(
            () => services.GetRequiredService<InboxDraftUploadWorkflow>().RunAsync(stage.Inputs, stage.Options(), Stage.Cancellation));

        Assert.Equal(1, stage.Received(EmulatorOperation.QueryCreatorInfo));
    }

    [Fact]
    public void Redirects_and_cookies_are_left_alone()
    {
        var collection = new ServiceCollection();
        collection.AddTikTokContentPosting();
        using var services = collection.BuildServiceProvider();

        var handler = services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(nameof(ContentPostingClient));
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        var primary = Assert.IsType<SocketsHttpHandler>(handler);
        Assert.False(primary.AllowAutoRedirect);
        Assert.False(primary.UseCookies);
    }

    [Fact]
    public void The_http_client_leaves_timeouts_to_the_client()
    {
        var collection = new ServiceCollection();
        collection.AddTikTokContentPosting();
        using var services = collection.BuildServiceProvider();

        Assert.Equal(Timeout.InfiniteTimeSpan, services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(ContentPostingClient)).Timeout);
    }

    private static ServiceProvider Services(Stage stage, Action<ContentPostingOptions>? configure = null, Action<ServiceCollection>? more = null)
    {
        var collection = new ServiceCollection();
        Add(collection, stage, configure);
        more?.Invoke(collection);
        return collection.BuildServiceProvider(validateScopes: true);
    }

    private static IHttpClientBuilder Add(ServiceCollection collection, Stage stage, Action<ContentPostingOptions>? configure)
    {
        collection.AddSingleton<TimeProvider>(stage.Time);
        return collection.AddTikTokContentPosting(options =>
        {
            options.BaseAddress = stage.Emulator.BaseAddress;
            configure?.Invoke(options);
        });
    }

    /// <summary>What a resilience handler does: sends again what failed, if the mark allows.</summary>
    private sealed class Repeater : DelegatingHandler
    {
        public List<string> Repeated { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if ((int)response.StatusCode < 500 || !request.Options.TryGetValue(ApiRequestKeys.Operation, out ApiOperation? operation) || !operation.IsRepeatable)
            {
                return response;
            }
            Repeated.Add(operation.Id);
            response.Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
