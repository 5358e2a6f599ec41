using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using TikTok.ContentPosting.Tests.Harness;

namespace TikTok.ContentPosting.Tests.Quotas;

/// <summary>What TikTok allows a token in a minute, kept by all clients together.</summary>
public sealed class QuotaTests
{
    [Fact]
    public async Task Many_posts_that_are_waited_for_at_once_stay_within_the_tokens_limit()
    {
        // Nobody but the clients keeps the limit here.
        await using var stage = await Stage.SetAsync(enforceRateLimits: false);
        var quotas = new TikTokQuotas(timeProvider: stage.Time);
        using var one = stage.CreateClient(options => Use(options, stage, quotas));
        using var other = stage.CreateClient(options => Use(options, stage, quotas));
        var publishIds = new List<string>();
        for (var index = 0; index < 5; index++)
        {
            publishIds.Add(await stage.OpenDraftAsync(new PostScript().Then(PublishStatuses.ProcessingDownload, polls: 30).Then(PublishStatuses.SendToUserInbox)));
        }
        var options = new WaitOptions { Polling = new PollingOptions { FirstDelay = TimeSpan.FromSeconds(0.1), Factor = 1, TotalTimeout = TimeSpan.FromHours(3) } };
        var started = stage.Time.GetUtcNow();

        var ends = await Task.WhenAll(publishIds.Select((publishId, index) => (index % 2 == 0 ? one : other).WaitUntilDeliveredAsync(publishId, options, Stage.Cancellation)));

        Assert.All(ends, static end => Assert.IsType<PostDelivered>(end));
        // Five minutes are full before the last five of 155 looks.
        Assert.Equal(5 * 31, stage.Received(EmulatorOperation.GetPublishStatus));
        Assert.True(stage.Time.GetUtcNow() - started >= 5 * SlidingWindow.Length);
    }

    [Fact]
    public async Task Each_token_has_a_limit_of_its_own()
    {
        await using var stage = await Stage.SetAsync();
        var second = stage.Emulator.AddCreator(new TikTokCreator());
        var started = stage.Time.GetUtcNow();

        for (var index = 0; index < 20; index++)
        {
            await stage.Account.QueryCreatorInfoAsync(cancellationToken: Stage.Cancellation);
            await stage.Account.QueryCreatorInfoAsync(new RequestOptions { AccessToken = second.AccessToken }, Stage.Cancellation);
        }

        Assert.Equal(started, stage.Time.GetUtcNow());
        await stage.Account.QueryCreatorInfoAsync(cancellationToken: Stage.Cancellation);
        Assert.InRange(stage.Time.GetUtcNow() - started, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(62));
    }

    [Fact]
    public async Task Inits_are_TikToks_to_refuse_unless_the_program_says_otherwise()
    {
        await using var stage = await Stage.SetAsync(draftLimit: null);

        var refusal = await Assert.ThrowsAsync<TikTokQuotaException>(() => OpenAsync(stage.Account, 7));

        Assert.Equal((QuotaScope.Token, 429), (refusal.Scope, refusal.StatusCode));
        Assert.Equal(TimeSpan.FromMinutes(1), refusal.TryAgainAfter);
        Assert.Equal(7, stage.InitsReceived);
    }

    [Fact]
    public async Task Inits_wait_where_the_program_says_so()
    {
        await using var stage = await Stage.SetAsync(draftLimit: null);
        using var client = stage.CreateClient(options => Use(options, stage, new TikTokQuotas(new TikTokQuotaOptions { Inits = QuotaMode.Wait }, stage.Time)));
        var started = stage.Time.GetUtcNow();

        await OpenAsync(client, 13);

        Assert.Equal(13, stage.Emulator.Posts.Count);
        Assert.Equal(13, stage.InitsReceived);
        Assert.InRange(stage.Time.GetUtcNow() - started, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2.1));
    }

    [Fact]
    public async Task Inits_fail_fast_where_the_program_says_so_and_are_not_sent()
    {
        await using var stage = await Stage.SetAsync(draftLimit: null);
        using var client = stage.CreateClient(options => Use(options, stage, new TikTokQuotas(new TikTokQuotaOptions { Inits = QuotaMode.FailFast }, stage.Time)));

        var refusal = await Assert.ThrowsAsync<TikTokQuotaException>(() => OpenAsync(client, 7));

        Assert.Equal(QuotaScope.Token, refusal.Scope);
        Assert.Null(refusal.StatusCode);
        Assert.False(refusal.OutcomeUnknown);
        Assert.InRange(refusal.TryAgainAfter!.Value, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(61));
        Assert.Equal(refusal.TryAgainAfter, refusal.RetryAfter);
        Assert.Contains("was not sent", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(6, stage.InitsReceived);
        stage.Time.Advance(refusal.RetryAfter!.Value);
        await OpenAsync(client, 1);
        Assert.Equal(7, stage.InitsReceived);
    }

    [Fact]
    public async Task Reads_that_fail_fast_are_not_tried_again()
    {
        await using var stage = await Stage.SetAsync();
        using var client = stage.CreateClient(options => Use(options, stage, new TikTokQuotas(new TikTokQuotaOptions { Reads = QuotaMode.FailFast }, stage.Time)));

        await Assert.ThrowsAsync<TikTokQuotaException>(async () =>
        {
            for (var index = 0; index < 21; index++)
            {
                await client.QueryCreatorInfoAsync(cancellationToken: Stage.Cancellation);
            }
        });

        Assert.Equal(20, stage.Received(EmulatorOperation.QueryCreatorInfo));
        Assert.Empty(stage.Time.Waits);
    }

    [Fact]
    public async Task A_time_that_TikTok_names_holds_for_all_requests_of_the_token()
    {
        await using var stage = await Stage.SetAsync();
        using var impatient = stage.CreateClient(options =>
        {
            Use(options, stage, new TikTokQuotas(timeProvider: stage.Time));
            options.Resilience.Enabled = false;
        });
        stage.Emulator.NextAnswer(EmulatorOperation.QueryCreatorInfo, Fault.Refuse(ErrorCodes.RateLimitExceeded, retryAfter: "40"));
        var refusal = await Assert.ThrowsAsync<TikTokQuotaException>(() => impatient.QueryCreatorInfoAsync(cancellationToken: Stage.Cancellation));

        await impatient.QueryCreatorInfoAsync(cancellationToken: Stage.Cancellation);

        Assert.Equal(TimeSpan.FromSeconds(40), refusal.TryAgainAfter);
        Assert.Equal([40], stage.Time.Waits.Select(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_wait_for_a_turn_can_be_cancelled_and_gives_the_turn_back()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var window = new SlidingWindow(1, time);
        using var stop = new CancellationTokenSource();
        using var first = await window.AcquireAsync(1, CancellationToken.None);
        var second = window.AcquireAsync(1, stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        using var refused = window.AttemptAcquire();
        time.Advance(SlidingWindow.Length);
        using var third = window.AttemptAcquire();

        Assert.False(refused.IsAcquired);
        Assert.True(refused.TryGetMetadata(MetadataName.RetryAfter, out var wait));
        Assert.Equal(SlidingWindow.Length, wait);
        Assert.True(third.IsAcquired);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(30)]
    public async Task No_minute_has_more_requests_than_the_limit(int limit)
    {
        var time = new JumpingTimeProvider();
        await using var window = new SlidingWindow(limit, time);
        var random = new Random(limit);
        var taken = new List<DateTimeOffset>();
        for (var index = 0; index < 5 * limit; index++)
        {
            time.Advance(TimeSpan.FromSeconds(random.Next(4)));
            using var lease = await window.AcquireAsync(1, TestContext.Current.CancellationToken);
            taken.Add(time.GetUtcNow());
        }

        Assert.All(taken.Skip(limit).Index(), entry => Assert.True(entry.Item - taken[entry.Index] > TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task A_limiter_of_the_programs_own_is_asked_for_each_token_and_operation()
    {
        await using var stage = await Stage.SetAsync();
        var made = new List<string>();
        var quotas = new TikTokQuotas(
            new TikTokQuotaOptions
            {
                CreateLimiter = (path, limit) =>
                {
                    made.Add($"{path} {limit}");
                    return new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1 });
                },
            },
            stage.Time);
        using var client = stage.CreateClient(options => Use(options, stage, quotas));

        await client.QueryCreatorInfoAsync(cancellationToken: Stage.Cancellation);
        await client.QueryCreatorInfoAsync(cancellationToken: Stage.Cancellation);

        Assert.Equal(["/v2/post/publish/creator_info/query/ 20"], made);
    }

    [Fact]
    public async Task All_clients_of_the_services_count_together()
    {
        await using var stage = await Stage.SetAsync();
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(stage.Time).AddTikTokContentPosting(options =>
        {
            options.BaseAddress = stage.Emulator.BaseAddress;
            options.AccessToken = stage.Emulator.AccessToken;
            options.Quotas.Reads = QuotaMode.FailFast;
        }).Services.BuildServiceProvider();

        await Assert.ThrowsAsync<TikTokQuotaException>(async () =>
        {
            for (var index = 0; index < 21; index++)
            {
                await services.GetRequiredService<ContentPostingClient>().QueryCreatorInfoAsync(cancellationToken: Stage.Cancellation);
            }
        });

        Assert.Equal(20, stage.Received(EmulatorOperation.QueryCreatorInfo));
    }

    [Fact]
    public async Task A_wait_for_a_turn_is_no_part_of_the_attempts_time()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        using var http = new HttpClient(new Answers()) { BaseAddress = new Uri("https://tiktok.example") };
        using var client = new ContentPostingClient(
            http, new ApiClientOptions { AccessTokenProvider = new StaticAccessTokenProvider("act.x"), Timeout = TimeSpan.FromSeconds(10), TimeProvider = time, Limiter = new Slow(time) });

        var response = await client.QueryCreatorInfoWithResponseAsync(cancellationToken: Stage.Cancellation);

        Assert.True(response.IsSuccess);
    }

    private static void Use(ApiClientOptions options, Stage stage, TikTokQuotas quotas)
    {
        options.AccessTokenProvider = new StaticAccessTokenProvider(stage.Emulator.AccessToken);
        options.Limiter = quotas;
    }

    private static async Task OpenAsync(ContentPostingClient client, int times)
    {
        for (var index = 0; index < times; index++)
        {
            await client.InitInboxVideoUploadAsync(new InboxVideoInitRequest { SourceInfo = new PullFromUrl { VideoUrl = Stage.Video } }, cancellationToken: Stage.Cancellation);
        }
    }

    private sealed class Slow(Microsoft.Extensions.Time.Testing.FakeTimeProvider time) : RequestLimiter
    {
        public override ValueTask<TimeSpan> AcquireAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            time.Advance(TimeSpan.FromHours(1));
            return default;
        }
    }

    private sealed class Answers : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("""{"data":{},"error":{"code":"ok"}}""", System.Text.Encoding.UTF8, "application/json") });
        }
    }
}
