using System.Text;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

public sealed class EventStreamTests
{
    public static TheoryData<string, string, int> Streams
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var size in new[] { 1, 2, 3, 7, 1000 })
            {
                data.Add("data: {\"id\":\"1\"}\n\ndata: {\"id\":\"2\"}\n\n", "1 2", size);
                data.Add("data: {\"id\":\"1\"}\r\n\r\ndata:{\"id\":\"2\"}\r\n\r\n", "1 2", size);
                data.Add("data: {\"id\":\"1\"}\r\rdata: {\"id\":\"2\"}\r\r", "1 2", size);
                data.Add("\uFEFF: hello\n\n:\ndata: {\"id\":\"é\"}\n\n", "é", size);
                data.Add("data: {\ndata: \"id\":\ndata: \"1\"}\n\n", "1", size);
                data.Add("event: ping\n\ndata:\n\nevent: x\ndata: {\"id\":\"1\"}\nother: y\n\n", "1", size);
                data.Add("data: {\"id\":\"1\"}\n\ndata: [DONE]\n\ndata: never\n\n", "1", size);
                data.Add("", "", size);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public async Task Events_are_read_however_they_are_cut(string text, string ids, int size)
    {
        var body = PiecewiseStream.Of(text, size);
        using var handler = new RecordingHandler(body.Answer("text/event-stream; charset=utf-8"));
        using var pipeline = handler.Pipeline();

        var read = new List<string>();
        await foreach (var order in pipeline.Request(StreamApi.Events).StreamDataAsync())
        {
            read.Add(order.Id);
        }

        Assert.Equal(ids, string.Join(' ', read));
        Assert.True(body.IsDisposed);
        Assert.Equal("text/event-stream, application/json;q=0.9", handler.Request.Headers["Accept"]);
    }

    [Fact]
    public async Task Twin_has_names_ids_and_retry()
    {
        var body = PiecewiseStream.Of("id: 7\nevent: added\nretry: 1500\ndata: {\"id\":\"1\"}\n\ndata: {\"id\":\"2\"}\n\n", 5);
        using var handler = new RecordingHandler(body.Answer("text/event-stream"));
        using var pipeline = handler.Pipeline();

        var response = await pipeline.Request(StreamApi.Events).SendWithResponseAsync();
        var events = new List<ServerSentEvent<Order>>();
        await foreach (var item in response.Body!)
        {
            events.Add(item);
        }

        Assert.Equal(("added", "7", TimeSpan.FromSeconds(1.5), "1"), (events[0].Event, events[0].Id, events[0].Retry, events[0].Data.Id));
        Assert.Equal(("message", "7", "2"), (events[1].Event, events[1].Id, events[1].Data.Id));
        Assert.Throws<InvalidOperationException>(() => response.Body!.GetAsyncEnumerator());
    }

    [Fact]
    public async Task Events_without_a_schema_are_text()
    {
        var body = PiecewiseStream.Of("data: a\ndata: b\n\nevent: x\ndata: [DONE]\n\n", 4);
        using var handler = new RecordingHandler(body.Answer(null));
        using var pipeline = handler.Pipeline();

        var events = new List<string>();
        await foreach (var item in pipeline.Request(StreamApi.TextEvents).StreamAsync())
        {
            events.Add($"{item.Event}={item.Data}");
        }

        Assert.Equal(["message=a\nb", "x=[DONE]"], events);
    }

    [Fact]
    public async Task Item_that_cannot_be_read_says_which_and_where_and_keeps_its_bytes()
    {
        var body = PiecewiseStream.Of("data: {\"id\":\"1\"}\n\ndata: {\"id\":7}\n\n", 6);
        using var handler = new RecordingHandler(body.Answer("text/event-stream"));
        using var pipeline = handler.Pipeline();
        await using var items = pipeline.Request(StreamApi.Events).StreamDataAsync().GetAsyncEnumerator();

        Assert.True(await items.MoveNextAsync());
        var failure = await Assert.ThrowsAsync<ApiException>(async () => await items.MoveNextAsync());

        Assert.Contains("Item 2 of its stream", failure.Message, StringComparison.Ordinal);
        Assert.Contains("at $.id (byte 6)", failure.Message, StringComparison.Ordinal);
        Assert.Equal("{\"id\":7}", Encoding.UTF8.GetString(failure.RawBody.Span));
        Assert.Equal(200, failure.StatusCode);
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Refusal_is_typed_and_thrown_when_the_first_item_is_asked_for()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"code":"no"}""", 400));
        using var pipeline = handler.Pipeline();
        var items = pipeline.Request(StreamApi.Events).StreamDataAsync().GetAsyncEnumerator();

        Assert.Empty(handler.Requests);
        var failure = await Assert.ThrowsAsync<ApiException<Problem>>(async () => await items.MoveNextAsync());
        Assert.Equal("no", failure.Error.Code);
    }

    [Fact]
    public async Task Success_without_a_body_has_no_items()
    {
        using var handler = new RecordingHandler(RecordingHandler.Bytes([], 204));
        using var pipeline = handler.Pipeline();
        await using var items = pipeline.Request(StreamApi.Events).StreamDataAsync().GetAsyncEnumerator();

        Assert.False(await items.MoveNextAsync());
    }

    [Fact]
    public async Task Body_of_another_type_is_a_failure_that_keeps_it()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"1"}"""));
        using var pipeline = handler.Pipeline();

        var response = await pipeline.Request(StreamApi.Events).SendWithResponseAsync();

        Assert.Contains("promises server-sent events, but the body is application/json", response.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal("""{"id":"1"}""", Encoding.UTF8.GetString(response.RawBody.Span));
    }
}
