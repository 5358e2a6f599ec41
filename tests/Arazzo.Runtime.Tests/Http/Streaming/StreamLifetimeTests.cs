using System.Diagnostics;
using Arazzo.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;

namespace Arazzo.Runtime.Tests;

public sealed class StreamLifetimeTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Bytes_are_handed_out_as_they_come_and_have_no_limit()
    {
        var body = PiecewiseStream.Of(new string('x', 5000), 7, isEndless: true);
        using var handler = new RecordingHandler(body.Answer("application/pdf"));
        using var pipeline = handler.Pipeline(static options => options.MaxResponseBytes = 10);

        await using (var stream = await pipeline.Request(StreamApi.Bytes).SendAsync())
        {
            await stream.ReadExactlyAsync(new byte[5000]);
            Assert.False(body.IsDisposed);
        }

        Assert.True(body.IsDisposed);
        Assert.Equal("application/pdf, application/json;q=0.9", handler.Request.Headers["Accept"]);
    }

    [Fact]
    public async Task Bytes_can_be_read_without_async()
    {
        var body = PiecewiseStream.Of("hello", 2);
        using var handler = new RecordingHandler(body.Answer("application/pdf"));
        using var pipeline = handler.Pipeline();

        using var reader = new StreamReader(await pipeline.Request(StreamApi.Bytes).SendAsync());

        Assert.Equal("hello", reader.ReadToEnd());
    }

    [Fact]
    public async Task Twin_has_status_headers_and_file_name()
    {
        using var handler = new RecordingHandler((_, _) =>
        {
            var answer = new HttpResponseMessage { Content = new StringContent("x") };
            answer.Content.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=\"../a b.pdf\"; filename*=UTF-8''..%2Fr%C3%A9sum%C3%A9.pdf");
            return Task.FromResult(answer);
        });
        using var pipeline = handler.Pipeline();

        var response = await pipeline.Request(StreamApi.Bytes).SendWithResponseAsync();
        await using var stream = response.Body!;

        Assert.True(response.IsSuccess);
        Assert.Equal("résumé.pdf", response.Headers.FileName);
        Assert.True(response.RawBody.IsEmpty);
    }

    [Theory]
    [InlineData("attachment; filename=a.pdf", "a.pdf")]
    [InlineData("attachment; filename=\"C:\\\\x\\\\a.pdf\"", "a.pdf")]
    [InlineData("attachment; filename=..", null)]
    [InlineData("attachment", null)]
    [InlineData("", null)]
    public async Task File_name_has_no_directories(string disposition, string? expected)
    {
        using var handler = new RecordingHandler((_, _) =>
        {
            var answer = new HttpResponseMessage { Content = new StringContent("x") };
            answer.Content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
            return Task.FromResult(answer);
        });
        using var pipeline = handler.Pipeline();

        Assert.Equal(expected, (await pipeline.Request(StreamApi.Bytes).SendWithResponseAsync()).Headers.FileName);
    }

    [Fact]
    public async Task Error_of_a_binary_answer_is_read_and_typed()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"code":"gone"}""", 404));
        using var pipeline = handler.Pipeline();

        var failure = await Assert.ThrowsAsync<ApiException<Problem>>(() => pipeline.Request(StreamApi.Bytes).SendAsync());

        Assert.Equal("gone", failure.Error.Code);
    }

    [Fact]
    public async Task Timeout_is_until_the_headers_and_then_for_each_read()
    {
        var body = PiecewiseStream.Of("ab", 1, isEndless: true);
        using var handler = new RecordingHandler(body.Answer("application/pdf"));
        using var pipeline = handler.Pipeline(options => options.TimeProvider = _time);
        await using var stream = await pipeline.Request(StreamApi.Bytes).SendAsync();

        // Time between reads is the caller's.
        _time.Advance(TimeSpan.FromSeconds(500));
        Assert.Equal(1, await stream.ReadAsync(new byte[10]));
        _time.Advance(TimeSpan.FromSeconds(500));
        Assert.Equal(1, await stream.ReadAsync(new byte[10]));
        var read = stream.ReadAsync(new byte[10]).AsTask();
        await body.Silent.Task;
        _time.Advance(TimeSpan.FromSeconds(99));
        Assert.False(read.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        var failure = await Assert.ThrowsAsync<ApiException>(() => read);

        Assert.Contains("Its body broke off after 2 bytes. Nothing came for 100 s (ApiClientOptions.Timeout).", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.IsTransient);
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Body_shorter_than_its_length_is_a_failure()
    {
        using var handler = new RecordingHandler((_, _) =>
        {
            var content = new StreamContent(PiecewiseStream.Of("abc", 2));
            content.Headers.ContentLength = 10;
            return Task.FromResult(new HttpResponseMessage { Content = content });
        });
        using var pipeline = handler.Pipeline();
        await using var stream = await pipeline.Request(StreamApi.Bytes).SendAsync();

        var failure = await Assert.ThrowsAsync<ApiException>(() => stream.CopyToAsync(Stream.Null));

        Assert.Contains("broke off after 3 bytes", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_stops_reading_and_closes_the_connection()
    {
        var body = PiecewiseStream.Of("{\"id\":\"1\"}\n", 100, isEndless: true);
        using var handler = new RecordingHandler(body.Answer("application/x-ndjson"));
        using var pipeline = handler.Pipeline();
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in pipeline.Request(StreamApi.Lines).StreamAsync(cancellationToken: cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        });

        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Cancelling_interrupts_a_read_that_waits()
    {
        var body = PiecewiseStream.Of("", 1, isEndless: true);
        using var handler = new RecordingHandler(body.Answer("application/x-ndjson"));
        using var pipeline = handler.Pipeline();
        using var cancellation = new CancellationTokenSource();
        var items = pipeline.Request(StreamApi.Lines).StreamAsync().GetAsyncEnumerator(cancellation.Token);

        var next = items.MoveNextAsync().AsTask();
        await body.Silent.Task;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Token_of_the_call_does_not_reach_the_stream_that_it_gave()
    {
        using var handler = new RecordingHandler(PiecewiseStream.Of("abc", 1).Answer("application/pdf"));
        using var pipeline = handler.Pipeline();
        using var cancellation = new CancellationTokenSource();
        await using var stream = await pipeline.Request(StreamApi.Bytes).SendAsync(null, cancellation.Token);

        await cancellation.CancelAsync();

        Assert.Equal(1, await stream.ReadAsync(new byte[1]));
    }

    [Fact]
    public async Task Leaving_the_loop_closes_the_connection()
    {
        var body = PiecewiseStream.Of("{\"id\":\"1\"}\n{\"id\":\"2\"}\n", 100, isEndless: true);
        using var handler = new RecordingHandler(body.Answer("application/x-ndjson"));
        using var pipeline = handler.Pipeline();

        await foreach (var _ in pipeline.Request(StreamApi.Lines).StreamAsync())
        {
            break;
        }

        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Items_that_nobody_wants_can_be_disposed()
    {
        var body = PiecewiseStream.Of("", 1, isEndless: true);
        using var handler = new RecordingHandler(body.Answer("application/x-ndjson"));
        using var pipeline = handler.Pipeline();

        await (await pipeline.Request(StreamApi.Lines).SendWithResponseAsync()).Body!.DisposeAsync();

        Assert.True(body.IsDisposed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Span_ends_when_the_stream_does(bool breaks)
    {
        var path = $"/{Guid.NewGuid():N}";
        var operation = new ApiOperation<Stream>("traced", HttpMethod.Get, path, true, [], ResponseCase.Binary(200));
        Activity? span = null;
        using var activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Arazzo.Runtime",
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => span = activity.DisplayName == $"GET {path}" ? activity : span,
        };
        ActivitySource.AddActivityListener(activities);
        using var handler = new RecordingHandler(PiecewiseStream.Of("abc", 1, breaks ? new IOException() : null).Answer("image/png"));
        using var pipeline = handler.Pipeline();

        var stream = await pipeline.Request(operation).SendAsync();
        await stream.ReadExactlyAsync(new byte[3]);
        Assert.Null(span);
        var failure = await Record.ExceptionAsync(() => stream.CopyToAsync(Stream.Null));
        await stream.DisposeAsync();

        Assert.Equal(breaks, failure is ApiException);
        Assert.Equal(200, span!.GetTagItem("http.response.status_code"));
        Assert.Equal(breaks ? "System.IO.IOException" : null, span.GetTagItem("error.type"));
    }

    [Fact]
    public async Task Stream_that_a_classifier_refuses_is_closed()
    {
        var body = PiecewiseStream.Of("abc", 1);
        using var handler = new RecordingHandler(body.Answer("image/png"));
        using var pipeline = handler.Pipeline(static options => options.Classifier = new RefusesAll());

        var response = await pipeline.Request(StreamApi.Bytes).SendWithResponseAsync();

        Assert.False(response.IsSuccess);
        Assert.Null(response.Body);
        Assert.True(body.IsDisposed);
    }

    private sealed class RefusesAll : ResponseClassifier
    {
        public override ApiException? Classify(ApiResponse response, object? body, ApiException? failure) => new(response, "No.");
    }
}
