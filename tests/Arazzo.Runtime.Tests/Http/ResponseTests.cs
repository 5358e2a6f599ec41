using System.Text;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

public sealed class ResponseTests
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    [Fact]
    public async Task Documented_success_is_read()
    {
        var response = await SendAsync(RecordingHandler.Json("""{"id":"1","amount":2,"new":[{}]}""", headers: [("X-Rate", "9"), ("x-rate", "8")]));

        Assert.True(response.IsSuccess);
        response.EnsureSuccess();
        Assert.Equal(200, response.StatusCode);
        Assert.Equal("1", response.Body!.Id);
        Assert.Equal(2, response.Body.Amount);
        Assert.Equal("9, 8", response.Headers["x-RATE"]);
        Assert.Equal(["9", "8"], response.Headers.GetValues("X-Rate"));
        Assert.Equal("application/json", response.Headers["Content-Type"]);
        Assert.Null(response.Headers["X-Other"]);
        Assert.Equal("1", response.Json.GetProperty("id").GetString());
        Assert.Equal(("getOrder", "GET", "/orders"), (response.OperationId, response.Method, response.PathTemplate));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=utf-8")]
    [InlineData("application/problem+json")]
    [InlineData("application/vnd.orders.v3+json;v=1")]
    [InlineData("text/json")]
    [InlineData(null)]
    public async Task Body_is_read_when_its_type_is_json_or_unknown(string? mediaType)
    {
        var response = await SendAsync(RecordingHandler.Json("""{"id":"1"}""", mediaType: mediaType));

        Assert.Equal("1", response.Body!.Id);
    }

    [Theory]
    [InlineData("text/html", "text/html")]
    [InlineData("text/html; charset=utf-8", "text/html")]
    [InlineData("application/jsonp", "application/jsonp")]
    public async Task Body_of_another_type_is_a_failure_that_says_so(string mediaType, string named)
    {
        var response = await SendAsync(RecordingHandler.Json("<html>secret</html>", mediaType: mediaType));

        var failure = Assert.IsType<ApiException>(response.Failure);
        Assert.True(response.IsRefusal);
        Assert.Null(response.Body);
        Assert.Equal(200, failure.StatusCode);
        Assert.Contains($"the body is {named}:", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal("<html>secret</html>", Encoding.UTF8.GetString(failure.RawBody.Span));
    }

    [Fact]
    public async Task Body_that_is_promised_and_empty_is_a_failure()
    {
        var response = await SendAsync(RecordingHandler.Json(""));

        Assert.Contains("the body is empty", response.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Byte_order_mark_is_skipped()
    {
        var response = await SendAsync(RecordingHandler.Bytes([.. ByteOrderMark, .. """{"id":"1"}"""u8]));

        Assert.Equal("1", response.Body!.Id);
        Assert.Equal("1", response.Json.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("""{"id":"1","amount":"secret"}""", "$.amount", 19)]
    [InlineData("""{"id":"1","parts":[{"id":"2"},{"id":3}]}""", "$.parts[1].id", 36)]
    [InlineData("""{"id":"1","parts":[{"id":"2"},{"amount":3}]}""", "$.parts[1]", 41)]
    [InlineData("""{"id":"1","parts":[[]]}""", "$.parts[0]", 19)]
    [InlineData("""{"amount":1}""", "$", 11)]
    [InlineData("""[]""", "$", 0)]
    [InlineData("""{"id":"1","other name's":{"a":tru}}""", "$['other name?s'].a", 33)]
    [InlineData("""{"id":"1"} {"id":"2"}""", "$", 11)]
    [InlineData("""{"id":"1"}garbage""", "$", 10)]
    [InlineData("""{"id":"1","parts":[{"id":"2""", "$.parts[0].id", 27)]
    [InlineData("""not json""", "$", 1)]
    [InlineData("""{"id":"\ud800"}""", "$.id", 6)]
    public async Task Body_that_cannot_be_read_is_a_failure_with_path_and_position(string body, string path, int position)
    {
        var response = await SendAsync(RecordingHandler.Json(body));

        var failure = Assert.IsType<ApiException>(response.Failure);
        Assert.Contains($" at {path} (byte {position}).", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(failure.InnerException);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
        Assert.Equal(body, Encoding.UTF8.GetString(failure.RawBody.Span));
        Assert.True(failure.OutcomeUnknown);
        Assert.False(failure.IsTransient);
    }

    [Fact]
    public async Task Position_counts_the_byte_order_mark()
    {
        var response = await SendAsync(RecordingHandler.Bytes([.. ByteOrderMark, .. "[]"u8]));

        Assert.Contains("(byte 3)", response.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_that_is_not_utf8_is_a_failure()
    {
        var response = await SendAsync(RecordingHandler.Bytes([.. "{\"id\":\""u8, 0xFF, .. "\"}"u8]));

        Assert.Contains("at $.id (byte 6)", response.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_too_deep_is_a_failure()
    {
        var body = string.Concat(Enumerable.Repeat("""{"id":"1","parts":[""", 1_000));

        var response = await SendAsync(RecordingHandler.Json(body));

        var failure = Assert.IsType<ApiException>(response.Failure);
        Assert.True(failure.Message.Length < 1_000);
    }

    [Theory]
    [InlineData(200, "exact")]
    [InlineData(201, "range")]
    [InlineData(404, "exact error")]
    [InlineData(403, "range error")]
    [InlineData(500, "default error")]
    public async Task Status_is_matched_exactly_then_by_range_then_by_default(int status, string expected)
    {
        var operation = new ApiOperation<Order>(
            "getOrder",
            HttpMethod.Get,
            "/orders",
            true,
            [],
            ResponseCase.JsonError<Named.Default, Named.Default>(0),
            ResponseCase.JsonError<Named.Range, Named.Range>(4),
            ResponseCase.Json<Order, Named.RangeSuccess>(2),
            ResponseCase.JsonError<Named.Exact, Named.Exact>(404),
            ResponseCase.Json<Order, Named.ExactSuccess>(200));

        var response = await SendAsync(RecordingHandler.Json("{}", status), operation);

        Assert.Equal(expected, response.Body?.Id ?? response.Failure switch
        {
            ApiException<Named.Exact> => "exact error",
            ApiException<Named.Range> => "range error",
            ApiException<Named.Default> => "default error",
            _ => null,
        });
    }

    [Fact]
    public async Task Default_that_is_an_error_does_not_make_an_undocumented_success_fail()
    {
        var operation = new ApiOperation<NoContent>("ping", HttpMethod.Get, "/ping", true, [], ResponseCase.JsonError<Problem, Problem>(0));

        var response = await SendAsync(RecordingHandler.Json("pong", 202, "text/plain"), operation);

        Assert.True(response.IsSuccess);
    }

    [Fact]
    public async Task Documented_error_is_typed()
    {
        var response = await SendAsync(RecordingHandler.Json("""{"code":"order_unknown","message":"secret"}""", 404, headers: [("X-Request-Id", "r-1")]));

        var failure = Assert.IsType<ApiException<Problem>>(response.Failure);
        Assert.Equal("order_unknown", failure.Error.Code);
        Assert.True(response.TryGetError<Problem>(out var error));
        Assert.Same(failure.Error, error);
        Assert.False(response.TryGetError<Order>(out _));
        Assert.False(response.IsRefusal);
        Assert.False(failure.OutcomeUnknown);
        Assert.Equal("getOrder (GET /orders) answered 404 Not Found, error code 'order_unknown', request id 'r-1'.", failure.Message);
        Assert.Equal(("order_unknown", "r-1"), (failure.ErrorCode, failure.RequestId));
        Assert.Equal("r-1", failure.ResponseHeaders["X-Request-Id"]);
        Assert.Equal(("getOrder", "GET", "/orders"), (failure.OperationId, failure.Method, failure.PathTemplate));
        Assert.Same(failure, Assert.Throws<ApiException<Problem>>(response.EnsureSuccess));
    }

    [Theory]
    [InlineData("<html>", "text/html", "the body is text/html")]
    [InlineData("{", "application/json", "at $ (byte 1)")]
    [InlineData("", "application/json", "404 Not Found.")]
    public async Task Documented_error_that_cannot_be_read_is_still_the_error_that_its_status_says(string body, string mediaType, string expected)
    {
        var response = await SendAsync(RecordingHandler.Json(body, 404, mediaType));

        var failure = Assert.IsType<ApiException>(response.Failure);
        Assert.Equal(404, failure.StatusCode);
        Assert.False(failure.OutcomeUnknown);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"code":"a.b-1","message":"secret"}}""", "a.b-1")]
    [InlineData("""{"error":"invalid_grant","error_description":"secret"}""", "invalid_grant")]
    [InlineData("""{"errors":[{"code":17}]}""", "17")]
    [InlineData("""{"type":"https://example.com/probs/x","title":"secret"}""", "https://example.com/probs/x")]
    [InlineData("""{"error_code":"E1"}""", "E1")]
    [InlineData("""{"error":"a secret sentence"}""", null)]
    [InlineData("""{"code":"line\nsecret"}""", null)]
    [InlineData("""{"code":{"secret":1}}""", null)]
    [InlineData("""["secret"]""", null)]
    [InlineData("secret", null)]
    public async Task Error_code_is_found_in_its_usual_places_and_nothing_else_is_shown(string body, string? expected)
    {
        var response = await SendAsync(RecordingHandler.Json(body, 400));

        Assert.Equal(expected, response.Failure!.ErrorCode);
        Assert.DoesNotContain("secret", response.Failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(401, false)]
    [InlineData(408, true)]
    [InlineData(409, false)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(501, false)]
    [InlineData(503, true)]
    [InlineData(599, true)]
    public async Task Failure_says_whether_another_attempt_may_help(int status, bool isTransient)
    {
        var response = await SendAsync(RecordingHandler.Json("{}", status));

        Assert.Equal(isTransient, response.Failure!.IsTransient);
    }

    [Theory]
    [InlineData("https://login.example.net/secret?token=secret", "https://login.example.net")]
    [InlineData("http://127.0.0.1:99/secret", "http://127.0.0.1:99")]
    [InlineData("/secret", "another path of the same host")]
    public async Task Redirect_is_a_failure_that_says_where_to(string location, string expected)
    {
        var response = await SendAsync(RecordingHandler.Json("", 302, headers: [("Location", location)]));

        Assert.Contains($"It redirects to {expected}. ", response.Failure!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", response.Failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(205)]
    public async Task Status_that_has_no_body_needs_none(int status)
    {
        var operation = new ApiOperation<Order>("deleteOrder", HttpMethod.Delete, "/orders", true, [], ResponseCase.Json<Order, Order>(2));

        var response = await SendAsync(RecordingHandler.Json("", status), operation);

        Assert.True(response.IsSuccess);
        Assert.Null(response.Body);
    }

    [Fact]
    public async Task Head_has_no_body_whatever_its_length_says()
    {
        var response = await SendAsync(
            async (request, cancellationToken) =>
            {
                var answer = await RecordingHandler.Json("")(request, cancellationToken);
                answer.Content.Headers.ContentLength = 1_000;
                return answer;
            },
            TestApi.Operation(HttpMethod.Head));

        Assert.True(response.IsSuccess);
    }

    [Fact]
    public async Task Undocumented_success_has_no_body_to_return()
    {
        var response = await SendAsync(RecordingHandler.Json("""{"id":"1"}""", 202));
        Assert.True(response.IsSuccess);
        Assert.Null(response.Body);
        Assert.Equal("1", response.Json.GetProperty("id").GetString());

        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"1"}""", 202));
        using var pipeline = handler.Pipeline();
        var exception = await Assert.ThrowsAsync<ApiException>(() => pipeline.Request(TestApi.GetOrder).SendAsync());
        Assert.StartsWith("getOrder (GET /orders) answered 202 Accepted. The API's description has no such answer", exception.Message, StringComparison.Ordinal);
        Assert.Equal("""{"id":"1"}""", Encoding.UTF8.GetString(exception.RawBody.Span));
    }

    [Fact]
    public async Task Operation_without_a_body_takes_any_success()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("whatever", 202, "text/plain"));
        using var pipeline = handler.Pipeline();
        var operation = new ApiOperation<NoContent>("ping", HttpMethod.Post, "/ping", false, [], ResponseCase.Empty(204));

        await pipeline.Request(operation).SendAsync();

        Assert.DoesNotContain("Accept", handler.Request.Headers.Keys);
    }

    [Fact]
    public async Task Raw_bytes_of_a_failure_outlive_the_pooled_buffer()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":1}"""), RecordingHandler.Json("""{"id":"2"}"""));
        using var pipeline = handler.Pipeline();

        var exception = await Assert.ThrowsAsync<ApiException>(() => pipeline.Request(TestApi.GetOrder).SendAsync());
        await pipeline.Request(TestApi.GetOrder).SendAsync();

        Assert.Equal("""{"id":1}""", Encoding.UTF8.GetString(exception.RawBody.Span));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(9, false)]
    public async Task Body_longer_than_the_limit_is_a_failure(int limit, bool isRead)
    {
        var response = await SendAsync(RecordingHandler.Json("""{"id":"1"}"""), configure: options => options.MaxResponseBytes = limit);

        Assert.Equal(isRead, response.IsSuccess);
        if (!isRead)
        {
            Assert.Contains("longer than 9 bytes (ApiClientOptions.MaxResponseBytes)", response.Failure!.Message, StringComparison.Ordinal);
        }
    }

    private static Task<ApiResponse<Order>> SendAsync(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer, Action<ApiClientOptions>? configure = null) =>
        SendAsync(answer, TestApi.GetOrder, configure);

    private static async Task<ApiResponse<T>> SendAsync<T>(
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer,
        ApiOperation<T> operation,
        Action<ApiClientOptions>? configure = null)
    {
        using var handler = new RecordingHandler(answer);
        using var pipeline = handler.Pipeline(configure);
        return await pipeline.Request(operation).SendWithResponseAsync();
    }
}
