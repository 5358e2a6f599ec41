using System.Text;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

public sealed class BinaryContentTests
{
    private static readonly ApiOperation<Order> Put = TestApi.Operation(HttpMethod.Put);

    [Fact]
    public async Task Stream_is_sent_from_where_it_stood_and_stays_open()
    {
        using var stream = new MemoryStream("abc"u8.ToArray());
        stream.Position = 1;
        var content = BinaryContent.FromStream(stream);
        stream.Position = 3;

        var request = await SendAsync(content);

        Assert.Equal("bc", request.Body);
        Assert.True(stream.CanRead);
        Assert.Equal(2, content.Length);
    }

    [Fact]
    public async Task Length_is_sent_when_it_is_known()
    {
        await using var server = new LoopbackServer(Answer);
        Assert.Contains("Content-Length: 3\r\n", await SendAsync(server, new MemoryStream("abc"u8.ToArray())), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Length_that_is_not_known_is_not_made_up()
    {
        await using var server = new LoopbackServer(Answer);
        var request = await SendAsync(server, new OnceStream("abc"));
        Assert.Contains("Transfer-Encoding: chunked\r\n", request, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Content-Length", request, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task File_is_opened_for_each_attempt()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, "abc", TestContext.Current.CancellationToken);
            var content = BinaryContent.FromFile(path);
            Assert.Equal((Path.GetFileName(path), 3), (content.FileName, content.Length));
            Assert.Equal("abc", (await SendAsync(content)).Body);
            Assert.Equal("abc", (await SendAsync(content)).Body);
        }
        finally
        {
            File.Delete(path);
        }
        Assert.Throws<FileNotFoundException>(() => BinaryContent.FromFile(path));
    }

    [Fact]
    public async Task Stream_that_can_seek_is_sent_again()
    {
        var requests = await RetryAsync(new MemoryStream("abc"u8.ToArray()));
        Assert.Equal(["abc", "abc"], requests.Select(static request => request.Body));
    }

    [Fact]
    public async Task Stream_that_cannot_seek_is_never_sent_twice()
    {
        var requests = await RetryAsync(new OnceStream("abc"));
        Assert.Equal(["abc"], requests.Select(static request => request.Body));
    }

    [Fact]
    public async Task Stream_that_cannot_seek_is_refused_by_another_call()
    {
        BinaryContent content = new OnceStream("abc");
        await SendAsync(content);
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(content));
        Assert.Equal("body", refused.ParamName);
    }

    [Fact]
    public async Task Stream_that_breaks_off_is_told_apart_from_a_lost_connection()
    {
        using var pipeline = TestApi.Pipeline(new RecordingHandler(RecordingHandler.Json("", 204)), static options => options.Resilience.Enabled = true);
        var response = await pipeline.Request(Put).Binary(new BrokenStream(), "application/octet-stream").SendWithResponseAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(response.Failure!.IsTransient);
        Assert.False(response.Failure.OutcomeUnknown);
        Assert.IsType<InvalidDataException>(response.Failure.InnerException);
        Assert.Contains("cannot be read", response.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Closed_stream_is_refused_before_anything_is_sent()
    {
        var stream = new MemoryStream();
        var content = BinaryContent.FromStream(stream);
        stream.Dispose();
        using var pipeline = TestApi.Pipeline(new RecordingHandler());
        Assert.Equal("body", Assert.Throws<ArgumentException>(() => pipeline.Request(Put).Binary(content, "a/b")).ParamName);
        Assert.Equal("stream", Assert.Throws<ArgumentException>(() => BinaryContent.FromStream(stream)).ParamName);
        Assert.Throws<ArgumentNullException>(() => pipeline.Request(Put).Binary(null!, "a/b"));
    }

    [Fact]
    public void Json_has_it_as_base64()
    {
        BinaryContent once = new OnceStream("abc");
        Assert.Equal("\"YWJj\"", System.Text.Json.JsonSerializer.Serialize(once.ToArray()));
        // Kept, for the stream cannot give them again.
        Assert.Equal("abc", Encoding.UTF8.GetString(once.ToArray()));
        using var stream = once.OpenRead();
        Assert.Equal(3, stream.Length);
    }

    private const string Answer = "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n";

    private static async Task<SentRequest> SendAsync(BinaryContent content)
    {
        var handler = new RecordingHandler(RecordingHandler.Json("", 204));
        using var pipeline = TestApi.Pipeline(handler);
        await pipeline.Request(Put).Binary(content, "application/octet-stream").SendWithResponseAsync(cancellationToken: TestContext.Current.CancellationToken);
        return handler.Request;
    }

    private static async Task<string> SendAsync(LoopbackServer server, BinaryContent content)
    {
        using var pipeline = TestApi.Pipeline((HttpClient?)null, options => options.BaseAddress = server.Address);
        await pipeline.Request(Put).Binary(content, "application/octet-stream").SendWithResponseAsync(cancellationToken: TestContext.Current.CancellationToken);
        return Assert.Single(server.Requests);
    }

    private static async Task<List<SentRequest>> RetryAsync(BinaryContent content)
    {
        var handler = new RecordingHandler(RecordingHandler.Json("", 503), RecordingHandler.Json("", 204));
        using var pipeline = TestApi.Pipeline(handler, static options =>
        {
            options.Resilience.Enabled = true;
            options.Resilience.BaseDelay = TimeSpan.Zero;
        });
        await pipeline.Request(Put).Binary(content, "application/octet-stream").SendWithResponseAsync(cancellationToken: TestContext.Current.CancellationToken);
        return handler.Requests;
    }

    private sealed class OnceStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override bool CanSeek => false;
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new InvalidDataException("The disk is gone.");
    }
}
