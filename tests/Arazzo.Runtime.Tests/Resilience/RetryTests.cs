using System.Globalization;
using Arazzo.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;

namespace Arazzo.Runtime.Tests;

public sealed class RetryTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static TheoryData<string, int, int> Failures => new()
    {
        // failure, attempts of a repeatable operation, attempts of one that is not
        { "408", 4, 1 },
        { "429", 4, 1 },
        { "500", 4, 1 },
        { "503", 4, 1 },
        { "501", 1, 1 },
        { "400", 1, 1 },
        { "401", 1, 1 },
        { "404", 1, 1 },
        { "302", 1, 1 },
        { nameof(HttpRequestError.NameResolutionError), 4, 4 },
        { nameof(HttpRequestError.ConnectionError), 4, 4 },
        { nameof(HttpRequestError.SecureConnectionError), 4, 4 },
        { nameof(HttpRequestError.ProxyTunnelError), 4, 4 },
        { nameof(HttpRequestError.ResponseEnded), 4, 1 },
        { nameof(HttpRequestError.InvalidResponse), 4, 1 },
        { nameof(HttpRequestError.Unknown), 4, 1 },
        { nameof(HttpRequestError.VersionNegotiationError), 1, 1 },
        { "unreadable", 1, 1 },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Only_what_may_help_and_is_safe_is_tried_again(string failure, int repeatable, int other)
    {
        Assert.Equal(repeatable, await AttemptsAsync(TestApi.GetOrder));
        Assert.Equal(other, await AttemptsAsync(TestApi.CreateOrder));

        async Task<int> AttemptsAsync(ApiOperation<Order> operation)
        {
            using var handler = new RecordingHandler(
                int.TryParse(failure, CultureInfo.InvariantCulture, out var status) ? RecordingHandler.Json("{}", status)
                : Enum.TryParse<HttpRequestError>(failure, out var error) ? RecordingHandler.Throws(new HttpRequestException(error))
                : RecordingHandler.Json("{"));
            using var pipeline = handler.Pipeline(static options => Enable(options));
            Assert.False((await pipeline.Request(operation).SendWithResponseAsync()).IsSuccess);
            return handler.Requests.Count;
        }
    }

    [Fact]
    public async Task Success_after_a_retry_is_a_success()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("{}", 503), RecordingHandler.Json("""{"id":"1"}"""));
        using var pipeline = handler.Pipeline(static options => Enable(options));

        var order = await pipeline.Request(TestApi.GetOrder).Query("q", "a b").Header("X-A", "1").SendAsync();

        Assert.Equal("1", order.Id);
        Assert.Equal(2, handler.Requests.Count);
        Assert.Equal(handler.Requests[0].Address, handler.Requests[1].Address);
        Assert.Equal("1", handler.Requests[1].Headers["X-A"]);
    }

    [Fact]
    public async Task Each_attempt_has_the_body_and_a_fresh_token()
    {
        var tokens = new Queue<string>(["first", "second"]);
        using var handler = new RecordingHandler(RecordingHandler.Throws(new HttpRequestException(HttpRequestError.ConnectionError)), RecordingHandler.Json("""{"id":"1"}"""));
        using var pipeline = handler.Pipeline(options =>
        {
            Enable(options);
            options.AccessTokenProvider = new QueueProvider(tokens);
        });

        await pipeline.Request(TestApi.Operation(HttpMethod.Post, new SecurityRequirement("token"))).Json<Order, Order>(new Order { Id = "7" }).SendAsync();

        Assert.Equal(["Bearer first", "Bearer second"], handler.Requests.Select(static request => request.Headers["Authorization"]));
        Assert.All(handler.Requests, static request => Assert.Equal("""{"id":"7"}""", request.Body));
    }

    [Theory]
    [InlineData(false, 3, 1)]
    [InlineData(true, 0, 1)]
    [InlineData(true, 1, 2)]
    [InlineData(true, 5, 6)]
    public async Task Number_of_attempts_is_an_option(bool isEnabled, int maxRetries, int expected)
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("{}", 503));
        using var pipeline = handler.Pipeline(options =>
        {
            Enable(options);
            options.Resilience.Enabled = isEnabled;
            options.Resilience.MaxRetries = maxRetries;
        });

        await Assert.ThrowsAnyAsync<ApiException>(() => pipeline.Request(TestApi.GetOrder).SendAsync());

        Assert.Equal(expected, handler.Requests.Count);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData(" 7 ", 7)]
    [InlineData("1.5", 1.5)]
    [InlineData("Fri, 02 Jan 2026 03:04:14 GMT", 9)]
    [InlineData("Friday, 02-Jan-26 03:04:14 GMT", 9)]
    [InlineData("Fri Jan  2 03:04:14 2026", 9)]
    public async Task Retry_after_is_waited_for(string header, double seconds)
    {
        var time = new FakeTimeProvider(Now);
        using var handler = new RecordingHandler(RecordingHandler.Json("{}", 429, headers: [("Retry-After", header)]), RecordingHandler.Json("""{"id":"1"}"""));
        using var pipeline = handler.Pipeline(options =>
        {
            options.Resilience.Enabled = true;
            options.TimeProvider = time;
        });

        var call = pipeline.Request(TestApi.GetOrder).SendAsync();
        time.Advance(TimeSpan.FromSeconds(seconds - 0.1));
        Assert.Single(handler.Requests);
        time.Advance(TimeSpan.FromSeconds(0.1));
        await call;

        Assert.Equal(2, handler.Requests.Count);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("Fri, 02 Jan 2026 03:04:00 GMT")]
    public async Task Retry_after_of_no_time__is_no_reason_to_try_again_at_once(string header)
    {
        var time = new FakeTimeProvider(Now);
        using var handler = new RecordingHandler(RecordingHandler.Json("{}", 429, headers: [("Retry-After", header)]), RecordingHandler.Json("""{"id":"1"}"""));
        using var pipeline = handler.Pipeline(options =>
        {
            options.Resilience.Enabled = true;
            options.TimeProvider = time;
        });

        var call = pipeline.Request(TestApi.GetOrder).SendAsync();
        Assert.Single(handler.Requests);
        time.Advance(TimeSpan.FromMinutes(1));
        await call;

        Assert.Equal(2, handler.Requests.Count);
    }

    [Theory]
    [InlineData("7", 7.0)]
    [InlineData("0", 0.0)]
    [InlineData("Fri, 02 Jan 2026 03:04:14 GMT", 9.0)]
    [InlineData("Fri, 02 Jan 2026 03:04:00 GMT", 0.0)]
    [InlineData("99999999999999999999", 2147483647.0)]
    [InlineData("-1", null)]
    [InlineData("soon", null)]
    [InlineData("NaN", null)]
    [InlineData("-Infinity", null)]
    [InlineData("", null)]
    public async Task Retry_after_is_part_of_the_failure(string header, double? seconds)
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("{}", 429, headers: [("Retry-After", header)]));
        using var pipeline = handler.Pipeline(static options => options.TimeProvider = new FakeTimeProvider(Now));

        var response = await pipeline.Request(TestApi.GetOrder).SendWithResponseAsync();

        Assert.Equal(seconds, response.RetryAfter?.TotalSeconds);
        Assert.Equal(seconds, response.Failure!.RetryAfter?.TotalSeconds);
        Assert.Equal(seconds is not null, response.Failure.Message.EndsWith(" s.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Longer_wait_than_the_maximum_is_left_to_the_caller()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("{}", 429, headers: [("Retry-After", "31")]));
        using var pipeline = handler.Pipeline(static options => Enable(options));

        var exception = await Assert.ThrowsAnyAsync<ApiException>(() => pipeline.Request(TestApi.GetOrder).SendAsync());

        Assert.Single(handler.Requests);
        Assert.Equal(TimeSpan.FromSeconds(31), exception.RetryAfter);
        Assert.EndsWith("The server asks to wait 31 s.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_grows_and_has_a_maximum()
    {
        var time = new ImpatientTimeProvider();
        using var handler = new RecordingHandler(RecordingHandler.Json("{}", 503));
        using var pipeline = handler.Pipeline(options =>
        {
            options.TimeProvider = time;
            options.Resilience.Enabled = true;
            options.Resilience.MaxRetries = 8;
            options.Resilience.BaseDelay = TimeSpan.FromSeconds(4);
            options.Resilience.MaxDelay = TimeSpan.FromSeconds(10);
        });

        await pipeline.Request(TestApi.GetOrder).SendWithResponseAsync();

        Assert.Equal(9, handler.Requests.Count);
        Assert.Equal(8, time.Delays.Count);
        Assert.All(time.Delays, static delay => Assert.InRange(delay, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(10)));
        Assert.Equal(TimeSpan.FromSeconds(10), time.Delays[^1]);
    }

    [Fact]
    public async Task Cancellation_ends_the_wait()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("{}", 503));
        using var pipeline = handler.Pipeline(static options =>
        {
            options.Resilience.Enabled = true;
            options.TimeProvider = new FakeTimeProvider(Now);
        });
        using var cancellation = new CancellationTokenSource();

        var call = pipeline.Request(TestApi.GetOrder).SendWithResponseAsync(cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        var options = new ResilienceOptions();

        Assert.Throws<ArgumentOutOfRangeException>(() => options.MaxRetries = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.BaseDelay = TimeSpan.FromTicks(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => options.BaseDelay = TimeSpan.FromDays(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => options.MaxDelay = TimeSpan.Zero);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.MaxDelay = TimeSpan.FromDays(2));
    }

    private static void Enable(ApiClientOptions options)
    {
        options.Resilience.Enabled = true;
        options.Resilience.BaseDelay = TimeSpan.Zero;
    }

    /// <summary>Notes the waits between attempts, and does not wait.</summary>
    private sealed class ImpatientTimeProvider : TimeProvider
    {
        public List<TimeSpan> Delays { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var isTimeout = dueTime > TimeSpan.FromSeconds(30);
            if (!isTimeout && dueTime > TimeSpan.Zero)
            {
                Delays.Add(dueTime);
            }
            return base.CreateTimer(callback, state, isTimeout ? dueTime : TimeSpan.Zero, period);
        }
    }

    private sealed class QueueProvider(Queue<string> tokens) : IAccessTokenProvider
    {
        public ValueTask<string?> GetAccessTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) => new(tokens.Dequeue());
    }
}
