using Arazzo.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;

namespace Arazzo.Runtime.Tests;

public sealed class TimeoutTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(null, 100, "ApiClientOptions.Timeout")]
    [InlineData(3, 3, "RequestOptions.Timeout")]
    public async Task Attempt_that_takes_too_long_is_a_failure(int? ofTheCall, int seconds, string name)
    {
        using var handler = new RecordingHandler(RecordingHandler.Never());
        using var pipeline = handler.Pipeline(options => options.TimeProvider = _time);
        var options = ofTheCall is { } timeout ? new RequestOptions { Timeout = TimeSpan.FromSeconds(timeout) } : null;

        var call = pipeline.Request(TestApi.CreateOrder).SendWithResponseAsync(options);
        await handler.Arrived.Task;
        _time.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.False(call.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        var failure = (await call).Failure!;

        Assert.Equal($"createOrder (POST /orders) got no answer. The attempt took longer than {seconds} s ({name}).", failure.Message);
        Assert.True(failure.OutcomeUnknown);
        Assert.True(failure.IsTransient);
        Assert.Null(failure.StatusCode);
    }

    [Fact]
    public async Task Timeout_is_for_each_attempt()
    {
        using var handler = new RecordingHandler(RecordingHandler.Never(), RecordingHandler.Json("""{"id":"1"}"""));
        using var pipeline = handler.Pipeline(options =>
        {
            options.TimeProvider = _time;
            options.Resilience.Enabled = true;
            options.Resilience.BaseDelay = TimeSpan.Zero;
        });

        var call = pipeline.Request(TestApi.GetOrder).SendAsync();
        await handler.Arrived.Task;
        _time.Advance(TimeSpan.FromSeconds(100));

        Assert.Equal("1", (await call).Id);
    }

    [Fact]
    public async Task Body_that_takes_too_long_is_a_failure()
    {
        using var body = new StalledStream("{\"id\":"u8.ToArray());
        using var handler = new RecordingHandler((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(body) }));
        using var pipeline = handler.Pipeline(options => options.TimeProvider = _time);

        var call = pipeline.Request(TestApi.CreateOrder).SendWithResponseAsync();
        await body.Stalled.Task;
        _time.Advance(TimeSpan.FromSeconds(100));
        var response = await call;

        Assert.Equal(200, response.StatusCode);
        Assert.Equal(6, response.RawBody.Length);
        Assert.True(response.Failure!.OutcomeUnknown);
        Assert.Contains("broke off after 6 bytes. The attempt took longer than 100 s", response.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_provider_that_takes_too_long_is_a_failure_of_which_nothing_was_sent()
    {
        using var handler = new RecordingHandler();
        var provider = new StalledProvider();
        using var pipeline = handler.Pipeline(options =>
        {
            options.TimeProvider = _time;
            options.AccessTokenProvider = provider;
        });

        var call = pipeline.Request(TestApi.Operation(HttpMethod.Post, new SecurityRequirement("token"))).SendWithResponseAsync();
        await provider.Stalled.Task;
        _time.Advance(TimeSpan.FromSeconds(100));
        var failure = (await call).Failure!;

        Assert.Empty(handler.Requests);
        Assert.False(failure.OutcomeUnknown);
        Assert.True(failure.IsTransient);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancellation_is_not_a_failure(bool before)
    {
        using var handler = new RecordingHandler(RecordingHandler.Never());
        using var pipeline = handler.Pipeline(options => options.Resilience.Enabled = true);
        using var cancellation = new CancellationTokenSource();
        if (before)
        {
            await cancellation.CancelAsync();
        }

        var call = pipeline.Request(TestApi.GetOrder).SendWithResponseAsync(cancellationToken: cancellation.Token);
        if (!before)
        {
            await handler.Arrived.Task;
            await cancellation.CancelAsync();
        }

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Equal(before ? 0 : 1, handler.Requests.Count);
    }

    [Fact]
    public async Task Timeout_of_the_given_client_is_a_failure()
    {
        using var handler = new RecordingHandler(RecordingHandler.Throws(new TaskCanceledException("", new TimeoutException())));
        using var pipeline = handler.Pipeline();

        var failure = (await pipeline.Request(TestApi.CreateOrder).SendWithResponseAsync()).Failure!;

        Assert.True(failure.OutcomeUnknown);
        Assert.Contains("The HttpClient's own timeout has passed.", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(25L * 24 * 60 * 60 * 1000)]
    public void Timeout_that_no_timer_can_wait_for_is_refused(long milliseconds)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ApiClientOptions { Timeout = TimeSpan.FromMilliseconds(milliseconds) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RequestOptions { Timeout = TimeSpan.FromMilliseconds(milliseconds) });
    }

    private sealed class StalledProvider : IAccessTokenProvider
    {
        public TaskCompletionSource Stalled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async ValueTask<string?> GetAccessTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken)
        {
            var never = new TaskCompletionSource<string?>();
            await using var registration = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
            Stalled.TrySetResult();
            return await never.Task;
        }
    }

    /// <summary>Gives some bytes, and then nothing, not even an end.</summary>
    private sealed class StalledStream(byte[] bytes) : MemoryStream(bytes)
    {
        public TaskCompletionSource Stalled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (await base.ReadAsync(buffer, cancellationToken) is var read and > 0)
            {
                return read;
            }
            var never = new TaskCompletionSource<int>();
            await using var registration = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
            Stalled.TrySetResult();
            return await never.Task;
        }
    }
}
