using Arazzo.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;

namespace Arazzo.Runtime.Tests;

public sealed class OAuth2Tests
{
    private const string Secret = "s3cr3t-cl13nt";
    private static readonly Uri Endpoint = new("https://auth.example.com/token");
    private static readonly AccessTokenRequest Read = new("getOrder", "oauth", ["orders.read", "a"]);

    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(OAuth2ClientAuthentication.Basic, "Basic aWQlM0ErMTpzM2NyM3QtY2wxM250", "grant_type=client_credentials&scope=a+orders.read&audience=api")]
    [InlineData(OAuth2ClientAuthentication.Post, null, "grant_type=client_credentials&scope=a+orders.read&audience=api&client_id=id%3A+1&client_secret=s3cr3t-cl13nt")]
    public async Task Client_credentials__are_asked_for_as_RFC_6749_says(OAuth2ClientAuthentication authentication, string? authorization, string body)
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"access_token":"t1","token_type":"Bearer","expires_in":3600}"""));
        using var provider = new OAuth2ClientCredentials(Endpoint, "id: 1", Secret, new OAuth2Options
        {
            HttpClient = new HttpClient(handler),
            ClientAuthentication = authentication,
            Parameters = { ["audience"] = "api" },
        });

        Assert.Equal("t1", await provider.GetAccessTokenAsync(Read, TestContext.Current.CancellationToken));

        Assert.Equal(("POST", Endpoint.AbsoluteUri, body), (handler.Request.Method, handler.Request.Address, handler.Request.Body));
        Assert.Equal(authorization, handler.Request.Headers.GetValueOrDefault("Authorization"));
        Assert.Equal("application/x-www-form-urlencoded", handler.Request.Headers["Content-Type"]);
    }

    [Theory]
    [InlineData("3600", 3539, 1)]
    [InlineData("3600", 3540, 2)]
    [InlineData("\"3600\"", 3540, 2)]
    [InlineData("60", 29, 1)]
    [InlineData("60", 30, 2)]
    [InlineData("null", 1_000_000, 1)]
    public async Task Token__is_used_until_shortly_before_its_end(string expiresIn, int seconds, int requests)
    {
        using var handler = new RecordingHandler(RecordingHandler.Json($$"""{"access_token":"t1","expires_in":{{expiresIn}}}"""), RecordingHandler.Json("""{"access_token":"t2"}"""));
        using var provider = Credentials(handler);

        await provider.GetAccessTokenAsync(Read, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(seconds));
        var token = await provider.GetAccessTokenAsync(Read, TestContext.Current.CancellationToken);

        Assert.Equal(("t" + requests, requests), (token, handler.Requests.Count));
    }

    [Fact]
    public async Task Many_calls_wait__one_request_is_sent_and_a_cancelled_call_stops_no_other()
    {
        var gate = new TaskCompletionSource();
        using var handler = new RecordingHandler(async (message, cancellationToken) =>
        {
            await gate.Task;
            return await RecordingHandler.Json("""{"access_token":"t1"}""")(message, cancellationToken);
        });
        using var provider = Credentials(handler);
        using var cancelled = new CancellationTokenSource();

        var first = provider.GetAccessTokenAsync(Read, cancelled.Token).AsTask();
        var others = Enumerable.Range(0, 20).Select(_ => provider.GetAccessTokenAsync(Read, TestContext.Current.CancellationToken).AsTask()).ToList();
        await handler.Arrived.Task;
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();

        Assert.All(await Task.WhenAll(others), static token => Assert.Equal("t1", token));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Scopes_differ__each_set_has_its_token()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"access_token":"t1"}"""), RecordingHandler.Json("""{"access_token":"t2"}"""));
        using var provider = Credentials(handler);

        Assert.Equal("t1", await provider.GetAccessTokenAsync(Read, TestContext.Current.CancellationToken));
        Assert.Equal("t1", await provider.GetAccessTokenAsync(Read with { Scopes = ["a", "orders.read"] }, TestContext.Current.CancellationToken));
        Assert.Equal("t2", await provider.GetAccessTokenAsync(Read with { Scopes = [] }, TestContext.Current.CancellationToken));

        Assert.Equal("grant_type=client_credentials", handler.Requests[1].Body);
    }

    [Theory]
    [InlineData(401, """{"error":"invalid_client","error_description":"Who?","error_uri":"https://a.test"}""", "invalid_client", false, "The token endpoint https://auth.example.com answered 401: invalid_client (Who?).")]
    [InlineData(400, """{"error":"invalid_scope"}""", "invalid_scope", false, "The token endpoint https://auth.example.com answered 400: invalid_scope.")]
    [InlineData(503, "<html>", null, true, "The token endpoint https://auth.example.com answered 503.")]
    [InlineData(200, """{"token":"s3cr3t-cl13nt"}""", null, false, "The token endpoint https://auth.example.com answered 200, without an access token.")]
    [InlineData(200, "s3cr3t-cl13nt", null, false, "The token endpoint https://auth.example.com answered 200, without an access token.")]
    [InlineData(200, "[]", null, false, "The token endpoint https://auth.example.com answered 200, without an access token.")]
    public async Task Endpoint_refuses__exception_says_why_and_shows_no_secret(int status, string answer, string? error, bool isTransient, string message)
    {
        using var handler = new RecordingHandler(RecordingHandler.Json(answer, status));
        using var provider = Credentials(handler);

        var exception = await Assert.ThrowsAsync<OAuth2Exception>(() => provider.GetAccessTokenAsync(Read, TestContext.Current.CancellationToken).AsTask());

        Assert.Equal((status, error, isTransient, message), (exception.StatusCode, exception.Error, exception.IsTransient, exception.Message));
        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, provider.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoint_does_not_answer__times_out_and_the_next_call_asks_again()
    {
        using var handler = new RecordingHandler(RecordingHandler.Never(), RecordingHandler.Json("""{"access_token":"t2"}"""));
        using var provider = Credentials(handler);

        var call = provider.GetAccessTokenAsync(Read, TestContext.Current.CancellationToken).AsTask();
        await handler.Arrived.Task;
        _time.Advance(TimeSpan.FromSeconds(30));

        var exception = await Assert.ThrowsAsync<OAuth2Exception>(() => call);
        Assert.Equal(("The token endpoint https://auth.example.com did not answer in time.", true), (exception.Message, exception.IsTransient));
        Assert.Equal("t2", await provider.GetAccessTokenAsync(Read, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Refresh_token_is_rotated__it_is_stored_first_and_sent_next()
    {
        using var handler = new RecordingHandler(
            RecordingHandler.Json("""{"access_token":"t1","expires_in":3600,"refresh_token":"r2"}"""), RecordingHandler.Json("""{"access_token":"t2"}"""));
        var stored = new List<string>();
        using var provider = new OAuth2RefreshToken(
            Endpoint, "r1", "app", store: (token, _) => { stored.Add($"{token.AccessToken} {token.RefreshToken}"); return default; }, options: Options(handler));

        Assert.Equal("t1", await provider.GetAccessTokenAsync(Read, TestContext.Current.CancellationToken));
        Assert.Equal(["t1 r2"], stored);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("t2", await provider.GetAccessTokenAsync(Read, TestContext.Current.CancellationToken));

        Assert.Equal(
            ["grant_type=refresh_token&refresh_token=r1&client_id=app", "grant_type=refresh_token&refresh_token=r2&client_id=app"],
            handler.Requests.Select(static request => request.Body));
        Assert.Equal(["t1 r2", "t2 r2"], stored);
    }

    [Fact]
    public async Task Access_token_to_begin_with__is_used_until_it_ends()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"access_token":"t2"}"""));
        using var provider = new OAuth2RefreshToken(
            Endpoint, "r1", "app", Secret, current: new OAuth2Token("t1", _time.GetUtcNow() + TimeSpan.FromMinutes(10)), options: Options(handler));

        Assert.Equal("t1", await provider.GetAccessTokenAsync(Read, TestContext.Current.CancellationToken));
        _time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal("t2", await provider.GetAccessTokenAsync(Read, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("POST", new[] { 401, 200 }, "t1 t2", 200)]
    [InlineData("GET", new[] { 401, 401 }, "t1 t2", 401)]
    [InlineData("GET", new[] { 403 }, "t1", 403)]
    public async Task Api_refuses_a_token__another_is_sent_once(string method, int[] statuses, string tokens, int status)
    {
        using var authorization = new RecordingHandler(RecordingHandler.Json("""{"access_token":"t1"}"""), RecordingHandler.Json("""{"access_token":"t2"}"""), RecordingHandler.Json("""{"access_token":"t3"}"""));
        using var provider = Credentials(authorization);
        using var handler = new RecordingHandler([.. statuses.Select(static status => RecordingHandler.Json("""{"id":"1"}""", status))]);
        using var pipeline = handler.Pipeline(options => options.AccessTokenProvider = provider);

        var response = await pipeline.Request(TestApi.Operation(new HttpMethod(method), new SecurityRequirement("token"))).SendWithResponseAsync();

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(tokens, string.Join(' ', handler.Requests.Select(static request => request.Headers["Authorization"]["Bearer ".Length..])));
    }

    [Theory]
    [InlineData(true, "abc t1, abc t2", 204)]
    [InlineData(false, "abc t1", 401)]
    public async Task Api_refuses_a_token__the_body_is_sent_again_only_if_it_can_be_read_again(bool isSeekable, string sent, int status)
    {
        using var authorization = new RecordingHandler(RecordingHandler.Json("""{"access_token":"t1"}"""), RecordingHandler.Json("""{"access_token":"t2"}"""));
        using var provider = Credentials(authorization);
        using var handler = new RecordingHandler(RecordingHandler.Json("{}", 401), RecordingHandler.Json("", 204));
        using var pipeline = handler.Pipeline(options => options.AccessTokenProvider = provider);
        using Stream body = isSeekable ? new MemoryStream("abc"u8.ToArray()) : PiecewiseStream.Of("abc", 2);

        var response = await pipeline.Request(TestApi.Operation(HttpMethod.Put, new SecurityRequirement("token"))).Binary(body, "application/octet-stream").SendWithResponseAsync();

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(sent, string.Join(", ", handler.Requests.Select(static request => $"{request.Body} {request.Headers["Authorization"]["Bearer ".Length..]}")));
    }

    [Theory]
    [InlineData("POST", null, 2)]
    [InlineData("POST", true, 2)]
    [InlineData("POST", false, 1)]
    [InlineData("GET", false, 2)]
    public async Task Api_refuses_a_token__what_is_not_safe_to_repeat_can_be_left_alone(string method, bool? repeat, int requests)
    {
        using var authorization = new RecordingHandler(RecordingHandler.Json("""{"access_token":"t1"}"""), RecordingHandler.Json("""{"access_token":"t2"}"""));
        using var provider = Credentials(authorization);
        using var handler = new RecordingHandler(RecordingHandler.Json("{}", 401), RecordingHandler.Json("""{"id":"1"}"""), RecordingHandler.Json("""{"id":"2"}"""));
        using var pipeline = handler.Pipeline(options => (options.AccessTokenProvider, options.RepeatUnsafeWhenTokenIsRefused) = (provider, repeat));
        var operation = TestApi.Operation(new HttpMethod(method), new SecurityRequirement("token"));

        await pipeline.Request(operation).SendWithResponseAsync();
        Assert.Equal(requests, handler.Requests.Count);
        await pipeline.Request(operation).SendWithResponseAsync();

        // The refused token is not sent again, whoever sends.
        Assert.Equal("Bearer t2", handler.Requests[^1].Headers["Authorization"]);
    }

    [Fact]
    public async Task Classifier_says_that_a_401_is_not_about_the_token__nothing_is_refreshed()
    {
        using var authorization = new RecordingHandler(RecordingHandler.Json("""{"access_token":"t1"}"""));
        using var provider = Credentials(authorization);
        using var handler = new RecordingHandler(RecordingHandler.Json("{}", 401));
        using var pipeline = handler.Pipeline(options => (options.AccessTokenProvider, options.Classifier) = (provider, new ScopesAreMissing()));

        var response = await pipeline.Request(TestApi.Operation(HttpMethod.Get, new SecurityRequirement("token"))).SendWithResponseAsync();

        Assert.Equal(401, response.StatusCode);
        Assert.Single(handler.Requests);
        Assert.Single(authorization.Requests);
    }

    [Fact]
    public async Task Answer_is_lost_after_an_earlier_refusal_of_the_token__a_request_that_must_not_be_repeated_is_not()
    {
        using var authorization = new RecordingHandler(RecordingHandler.Json("""{"access_token":"t1"}"""), RecordingHandler.Json("""{"access_token":"t2"}"""));
        using var provider = Credentials(authorization);
        using var handler = new RecordingHandler(
            RecordingHandler.Json("{}", 401),
            RecordingHandler.Throws(new HttpRequestException(HttpRequestError.ConnectionError)),
            RecordingHandler.Throws(new HttpRequestException(HttpRequestError.ResponseEnded)),
            RecordingHandler.Json("""{"id":"twice"}"""));
        using var pipeline = handler.Pipeline(options =>
        {
            options.AccessTokenProvider = provider;
            options.Resilience.Enabled = true;
            options.Resilience.BaseDelay = TimeSpan.Zero;
        });

        var response = await pipeline.Request(TestApi.Operation(HttpMethod.Post, new SecurityRequirement("token"))).SendWithResponseAsync();

        Assert.True(response.Failure!.OutcomeUnknown);
        Assert.Equal(3, handler.Requests.Count);
    }

    [Fact]
    public async Task Api_refuses_a_token_of_the_call__it_is_not_replaced()
    {
        using var authorization = new RecordingHandler(RecordingHandler.Json("""{"access_token":"t1"}"""));
        using var provider = Credentials(authorization);
        using var handler = new RecordingHandler(RecordingHandler.Json("{}", 401));
        using var pipeline = handler.Pipeline(options => options.AccessTokenProvider = provider);

        await pipeline.Request(TestApi.Operation(HttpMethod.Get, new SecurityRequirement("token"))).SendWithResponseAsync(new RequestOptions { AccessToken = "own" });

        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Provider_fails__so_does_the_call_and_the_reason_is_inside()
    {
        using var authorization = new RecordingHandler(RecordingHandler.Json("""{"error":"invalid_grant"}""", 400));
        using var provider = new OAuth2RefreshToken(Endpoint, "r1", "app", options: Options(authorization));
        using var handler = new RecordingHandler(RecordingHandler.Json("{}"));
        using var pipeline = handler.Pipeline(options => options.AccessTokenProvider = provider);

        var exception = await Assert.ThrowsAsync<ApiException>(() => pipeline.Request(TestApi.Operation(HttpMethod.Get, new SecurityRequirement("token"))).SendAsync());

        Assert.Equal("invalid_grant", Assert.IsType<OAuth2Exception>(exception.InnerException).Error);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData("http://auth.example.com/token")]
    [InlineData("/token")]
    [InlineData("ftp://auth.example.com")]
    public void Endpoint_is_no_https_address__is_refused(string address) =>
        Assert.Throws<ArgumentException>(() => new OAuth2ClientCredentials(new Uri(address, UriKind.RelativeOrAbsolute), "id", Secret));

    private OAuth2ClientCredentials Credentials(RecordingHandler handler) => new(Endpoint, "id", Secret, Options(handler));

    private OAuth2Options Options(RecordingHandler handler) => new() { HttpClient = new HttpClient(handler), TimeProvider = _time };

    private sealed class ScopesAreMissing : ResponseClassifier
    {
        public override bool RefusesToken(ApiResponse response) => false;
    }
}
