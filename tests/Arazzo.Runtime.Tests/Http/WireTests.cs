using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

public sealed class WireTests
{
    [Fact]
    public async Task Body_cut_off_is_a_failure_with_the_bytes_that_came()
    {
        await using var server = new LoopbackServer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"id\":");

        var response = await SendAsync(server);

        Assert.Equal(200, response.StatusCode);
        Assert.True(response.IsRefusal);
        Assert.True(response.Failure!.OutcomeUnknown);
        Assert.True(response.Failure.IsTransient);
        Assert.Equal("{\"id\":", Encoding.UTF8.GetString(response.Failure.RawBody.Span));
        Assert.Contains("answered 200 OK. Its body broke off after 6 bytes.", response.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_cut_off_within_a_chunk_is_a_failure()
    {
        await using var server = new LoopbackServer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n{\"id\":\r\n9\r\n\"");

        var response = await SendAsync(server);

        Assert.True(response.Failure!.OutcomeUnknown);
    }

    [Fact]
    public async Task Body_of_an_error_cut_off_leaves_no_doubt_about_the_outcome()
    {
        await using var server = new LoopbackServer("HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");

        var response = await SendAsync(server);

        Assert.Equal(404, response.Failure!.StatusCode);
        Assert.False(response.Failure.OutcomeUnknown);
        Assert.False(response.Failure.IsTransient);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Connection_lost_before_the_answer_leaves_the_outcome_unknown_and_nothing_is_sent_twice(bool reset, bool hasBody)
    {
        await using var server = new LoopbackServer("", reset);

        var response = await SendAsync(server, hasBody: hasBody, configure: static options => options.Resilience.Enabled = true);

        Assert.Equal(0, response.StatusCode);
        Assert.True(response.Failure!.OutcomeUnknown);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Connection_that_is_refused_has_sent_nothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        using var pipeline = TestApi.Pipeline((HttpClient?)null, options => options.BaseAddress = address);

        var failure = (await pipeline.Request(TestApi.CreateOrder).SendWithResponseAsync()).Failure!;

        Assert.False(failure.OutcomeUnknown);
        Assert.True(failure.IsTransient);
        Assert.StartsWith("createOrder (POST /orders) was not sent. No connection could be made", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tls_that_cannot_be_agreed_on_has_sent_nothing()
    {
        await using var server = new LoopbackServer(LoopbackServer.Ok("{}"));
        using var pipeline = TestApi.Pipeline((HttpClient?)null, options => options.BaseAddress = new UriBuilder(server.Address) { Scheme = "https" }.Uri);

        var failure = (await pipeline.Request(TestApi.CreateOrder).SendWithResponseAsync(new RequestOptions { AccessToken = TestApi.Secret })).Failure!;

        Assert.Null(failure.StatusCode);
        Assert.False(failure.OutcomeUnknown);
    }

    [Fact]
    public async Task What_is_not_http_is_a_failure()
    {
        await using var server = new LoopbackServer("220 mail.example.com ESMTP\r\n\r\n");

        var response = await SendAsync(server);

        Assert.True(response.Failure!.OutcomeUnknown);
        Assert.Contains("not valid HTTP", response.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_to_another_host_is_not_followed()
    {
        await using var other = new LoopbackServer(LoopbackServer.Ok("{\"id\":\"stolen\"}"));
        await using var server = new LoopbackServer($"HTTP/1.1 307 Temporary Redirect\r\nLocation: {other.Address}steal?token={TestApi.Secret}\r\nContent-Length: 0\r\n\r\n");

        var response = await SendAsync(server);

        Assert.Empty(other.Requests);
        Assert.Contains(TestApi.Secret, Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.Equal(307, response.StatusCode);
        Assert.Contains($"It redirects to {other.Address.GetLeftPart(UriPartial.Authority)}. ", response.Failure!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TestApi.Secret, response.Failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_are_not_kept()
    {
        await using var server = new LoopbackServer("HTTP/1.1 200 OK\r\nSet-Cookie: session=1; Path=/\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{\"id\":\"1\"}");
        using var pipeline = TestApi.Pipeline((HttpClient?)null, options => options.BaseAddress = server.Address);

        await pipeline.Request(TestApi.GetOrder).SendAsync();
        await pipeline.Request(TestApi.GetOrder).SendAsync();

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, static request => Assert.DoesNotContain("Cookie:", request, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Body_without_an_end_is_read_up_to_the_limit()
    {
        await using var server = new LoopbackServer(static _ => Endless());

        var response = await SendAsync(server, configure: static options => options.MaxResponseBytes = 1 << 20);

        Assert.Contains("longer than 1048576 bytes", response.Failure!.Message, StringComparison.Ordinal);
        Assert.True(response.RawBody.IsEmpty);

        static IEnumerable<byte[]> Endless()
        {
            yield return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n["u8.ToArray();
            while (true)
            {
                yield return new byte[64 << 10];
            }
        }
    }

    [Fact]
    public async Task Length_that_is_declared_is_not_believed()
    {
        await using var server = new LoopbackServer($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {1L << 40}\r\n\r\n");

        var response = await SendAsync(server);

        Assert.Contains("(ApiClientOptions.MaxResponseBytes)", response.Failure!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100_000, true)]
    [InlineData(3_000_000, false)]
    public async Task Compressed_body_is_measured_by_what_comes_out(int length, bool isRead)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.ASCII.GetBytes($$"""{"id":"{{new string('x', length)}}"}"""));
        }
        var head = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: {compressed.Length}\r\n\r\n";
        await using var server = new LoopbackServer(_ => [Encoding.ASCII.GetBytes(head), compressed.ToArray()]);

        var response = await SendAsync(server, configure: static options => options.MaxResponseBytes = 1 << 20);

        Assert.Equal(isRead ? length : null, response.Body?.Id.Length);
    }

    [Fact]
    public async Task Path_arrives_as_it_was_escaped()
    {
        await using var server = new LoopbackServer(LoopbackServer.Ok("{\"id\":\"1\"}"));
        using var pipeline = TestApi.Pipeline((HttpClient?)null, options => options.BaseAddress = server.Address);
        var value = "a/../b c%2F";

        await pipeline.Request(TestApi.GetOrder).Path($"/orders/{value}").Query("q", "'é'").SendAsync();

        Assert.StartsWith("GET /orders/a%2F..%2Fb%20c%252F?q=%27%C3%A9%27 HTTP/1.1\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    private static async Task<ApiResponse<Order>> SendAsync(LoopbackServer server, bool hasBody = true, Action<ApiClientOptions>? configure = null)
    {
        using var pipeline = TestApi.Pipeline((HttpClient?)null, options =>
        {
            options.BaseAddress = server.Address;
            options.Credentials["headerKey"] = new StaticAccessTokenProvider(TestApi.Secret);
            configure?.Invoke(options);
        });
        var request = pipeline.Request(TestApi.Operation(HttpMethod.Post, new SecurityRequirement("headerKey")));
        return await request.JsonUnlessNull<Order, Order>(hasBody ? new Order { Id = "1" } : null).SendWithResponseAsync();
    }
}
