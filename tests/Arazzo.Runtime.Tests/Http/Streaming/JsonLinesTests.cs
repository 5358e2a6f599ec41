using System.Text;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

public sealed class JsonLinesTests
{
    public static TheoryData<string, string, int> Lines
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var size in new[] { 1, 2, 5, 1000 })
            {
                data.Add("{\"id\":\"1\"}\n{\"id\":\"2\"}\n", "1 2", size);
                data.Add("\uFEFF{\"id\":\"1\"}\r\n\r\n \n{\"id\":\"2\"}", "1 2", size);
                data.Add("{\"id\":\"1\"} {\"id\":\"2\"}{\"id\":\"3\"}\n", "1 2 3", size);
                data.Add("\n", "", size);
                data.Add("", "", size);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Lines_are_read_however_they_are_cut(string text, string ids, int size) =>
        Assert.Equal(ids, await ReadAsync(StreamApi.Lines, PiecewiseStream.Of(text, size)));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(1000)]
    public async Task Sequence_may_have_line_ends_in_its_values(int size) =>
        Assert.Equal("1 2", await ReadAsync(StreamApi.Sequence, PiecewiseStream.Of("\u001e{\n\"id\":\n\"1\"}\n\u001e{\"id\":\"2\"}\n", size)));

    [Fact]
    public async Task Many_long_items_are_read_in_the_memory_of_one()
    {
        var line = Encoding.UTF8.GetBytes($"{{\"id\":\"1\",\"other\":\"{new string('x', 100_000)}\"}}\n");
        var body = new PiecewiseStream(Enumerable.Repeat(line, 300));
        using var handler = new RecordingHandler(body.Answer("application/x-ndjson"));
        using var pipeline = handler.Pipeline(static options => options.MaxResponseBytes = 200_000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var count = 0;
        await foreach (var _ in pipeline.Request(StreamApi.Lines).StreamAsync())
        {
            count++;
        }

        Assert.Equal(300, count);
        // 30 MB have come; one item at a time was kept.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
    }

    [Theory]
    [InlineData("application/x-ndjson", 1000)]
    [InlineData("text/event-stream", 1000)]
    public async Task Item_longer_than_the_limit_is_a_failure(string mediaType, int limit)
    {
        var body = PiecewiseStream.Of("data: {\"id\":\"" + new string('x', 300_000), 1000);
        using var handler = new RecordingHandler(body.Answer(mediaType));
        using var pipeline = handler.Pipeline(options => options.MaxResponseBytes = limit);

        var failure = mediaType == "text/event-stream"
            ? await Assert.ThrowsAsync<ApiException>(async () => await pipeline.Request(StreamApi.Events).StreamDataAsync().GetAsyncEnumerator().MoveNextAsync())
            : await Assert.ThrowsAsync<ApiException>(async () => await pipeline.Request(StreamApi.Lines).StreamAsync().GetAsyncEnumerator().MoveNextAsync());

        Assert.Contains("Item 1 of its stream is longer than 1000 bytes (ApiClientOptions.MaxResponseBytes)", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsTransient);
    }

    [Theory]
    [InlineData("{\"id\":\"1\"}\n{\"id\":\"2\"}\n{\"id\":", 2, 28)]
    [InlineData("{\"id\":\"1\"}\n", 1, 11)]
    [InlineData("", 0, 0)]
    public async Task Broken_connection_says_how_many_items_came(string text, int items, int bytes)
    {
        var body = PiecewiseStream.Of(text, 5, new HttpIOException(HttpRequestError.ResponseEnded));
        using var handler = new RecordingHandler(body.Answer("application/x-ndjson"));
        using var pipeline = handler.Pipeline(static options => options.Resilience.Enabled = true);

        var read = 0;
        var failure = await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (var _ in pipeline.Request(StreamApi.Lines).StreamAsync())
            {
                read++;
            }
        });

        Assert.Equal(items, read);
        Assert.Contains($"Its body broke off after {items} {(items == 1 ? "item" : "items")}, {bytes} bytes.", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.OutcomeUnknown);
        Assert.True(body.IsDisposed);
        // What has been handed out cannot be taken back.
        Assert.Single(handler.Requests);
    }

    private static async Task<string> ReadAsync(ApiOperation<ApiStream<Order>> operation, PiecewiseStream body)
    {
        using var handler = new RecordingHandler(body.Answer("application/x-ndjson"));
        using var pipeline = handler.Pipeline();
        var read = new List<string>();
        await foreach (var order in pipeline.Request(operation).StreamAsync())
        {
            read.Add(order.Id);
        }
        Assert.True(body.IsDisposed);
        return string.Join(' ', read);
    }
}
