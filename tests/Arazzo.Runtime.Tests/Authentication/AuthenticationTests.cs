using System.Text;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

public sealed class AuthenticationTests
{
    private static readonly SecurityRequirement Anonymous = new();
    private static readonly SecurityRequirement Token = new("token") { Scopes = ["orders.read"] };
    private static readonly SecurityRequirement HeaderKey = new("headerKey");

    [Theory]
    [InlineData("token", "Authorization", "Bearer s3cr3t-t0k3n")]
    [InlineData("login", "Authorization", "Basic czNjcjN0LXQwazNu")]
    [InlineData("headerKey", "X-Api-Key", "s3cr3t-t0k3n")]
    [InlineData("cookieKey", "Cookie", "own=1; session=s3cr3t-t0k3n")]
    public async Task Credential_is_sent_as_its_scheme_says(string scheme, string header, string expected)
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"1"}"""));
        using var pipeline = handler.Pipeline(options => options.Credentials[scheme] = new StaticAccessTokenProvider(TestApi.Secret));

        await pipeline.Request(TestApi.Operation(HttpMethod.Get, new SecurityRequirement(scheme))).Cookie("own", 1).SendAsync();

        Assert.Equal(expected, handler.Request.Headers[header]);
    }

    [Theory]
    [InlineData(false, "/v1/orders?api%20key=a%2Bb%26c")]
    [InlineData(true, "/v1/orders?page=1&api%20key=a%2Bb%26c")]
    public async Task Key_in_the_query_is_appended(bool hasQuery, string expected)
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"1"}"""));
        using var pipeline = handler.Pipeline(options => options.Credentials["queryKey"] = new StaticAccessTokenProvider("a+b&c"));

        await pipeline.Request(TestApi.Operation(HttpMethod.Get, new SecurityRequirement("queryKey"))).Query("page", hasQuery ? 1 : (int?)null).SendAsync();

        Assert.Equal(expected, handler.Request.PathAndQuery);
    }

    public static TheoryData<string, string, string> Alternatives => new()
    {
        // alternatives, what there are credentials for, what is sent
        { "", "token", "" },
        { "token", "", "" },
        { "token", "token", "token" },
        { "token|headerKey", "token headerKey", "token" },
        { "token|headerKey", "headerKey", "headerKey" },
        { "token+headerKey", "token headerKey", "token headerKey" },
        { "token+headerKey|cookieKey", "token cookieKey", "cookieKey" },
        { "token+headerKey", "token", "" },
        { "-|token", "token", "token" },
        { "-|token", "", "" },
        { "token|-", "", "" },
        { "unknown|token", "token", "token" },
        { "token|headerKey", "token! headerKey", "headerKey" },
        { "token|-", "token!", "" },
    };

    [Theory]
    [MemberData(nameof(Alternatives))]
    public async Task First_alternative_with_all_its_credentials_is_sent(string alternatives, string credentials, string expected)
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"1"}"""));
        using var pipeline = handler.Pipeline(options =>
        {
            foreach (var name in credentials.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                options.Credentials[name.TrimEnd('!')] = new Provider(_ => name.EndsWith('!') ? null : name);
            }
        });
        var security = alternatives.Split('|', StringSplitOptions.RemoveEmptyEntries)
            .Select(static alternative => alternative == "-" ? Anonymous : new SecurityRequirement(alternative.Split('+')));

        await pipeline.Request(TestApi.Operation(HttpMethod.Get, [.. security])).SendAsync();

        var sent = new List<string>();
        if (handler.Request.Headers.ContainsKey("Authorization")) sent.Add("token");
        if (handler.Request.Headers.ContainsKey("X-Api-Key")) sent.Add("headerKey");
        if (handler.Request.Headers.ContainsKey("Cookie")) sent.Add("cookieKey");
        Assert.Equal(expected, string.Join(' ', sent));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Provider_without_a_token_fails_before_anything_is_sent(string? token)
    {
        using var handler = new RecordingHandler();
        using var pipeline = handler.Pipeline(options => options.AccessTokenProvider = new Provider(_ => token));

        var response = await pipeline.Request(TestApi.Operation(HttpMethod.Post, Token)).SendWithResponseAsync();

        Assert.Empty(handler.Requests);
        Assert.Equal(0, response.StatusCode);
        Assert.Null(response.Failure!.StatusCode);
        Assert.False(response.Failure.OutcomeUnknown);
        Assert.False(response.Failure.IsTransient);
        Assert.Equal("createOrder (POST /orders) was not sent. The access token provider of security scheme 'token' gave no credential, and the operation needs one.", response.Failure.Message);
    }

    [Fact]
    public async Task Provider_is_told_what_the_token_is_for()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"1"}"""));
        var requests = new List<AccessTokenRequest>();
        using var pipeline = handler.Pipeline(options => options.AccessTokenProvider = new Provider(request =>
        {
            requests.Add(request);
            return "t";
        }));

        await pipeline.Request(TestApi.Operation(HttpMethod.Get, Token)).SendAsync();

        var request = Assert.Single(requests);
        Assert.Equal(("getOrder", "token"), (request.OperationId, request.Scheme));
        Assert.Equal(["orders.read"], request.Scopes);
    }

    [Fact]
    public async Task Credentials_by_name_win_over_the_general_provider()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"1"}"""));
        using var pipeline = handler.Pipeline(options =>
        {
            options.AccessTokenProvider = new StaticAccessTokenProvider("general");
            options.Credentials["otherToken"] = new StaticAccessTokenProvider("special");
        });

        await pipeline.Request(TestApi.Operation(HttpMethod.Get, new SecurityRequirement("otherToken"))).SendAsync();
        await pipeline.Request(TestApi.Operation(HttpMethod.Get, Token)).SendAsync();

        Assert.Equal(["Bearer special", "Bearer general"], handler.Requests.Select(static request => request.Headers["Authorization"]));
    }

    [Fact]
    public async Task General_provider_is_for_bearer_schemes_alone()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"1"}"""));
        using var pipeline = handler.Pipeline(options => options.AccessTokenProvider = new StaticAccessTokenProvider(TestApi.Secret));

        await pipeline.Request(TestApi.Operation(HttpMethod.Get, HeaderKey)).SendAsync();

        Assert.DoesNotContain(TestApi.Secret, string.Join('\n', handler.Request.Headers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Header_of_the_call_wins_and_is_not_doubled()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"1"}"""));
        using var pipeline = handler.Pipeline(options => options.AccessTokenProvider = new Provider(_ => throw new InvalidOperationException("Nobody asked.")));

        await pipeline.Request(TestApi.Operation(HttpMethod.Get, Token)).Header("authorization", "Bearer mine")
            .SendAsync(new RequestOptions { AccessToken = "theirs" });

        Assert.Equal("Bearer mine", handler.Request.Headers["Authorization"]);
    }

    [Theory]
    [InlineData("headerKey", "X-Api-Key")]
    [InlineData("queryKey", "api%20key")]
    [InlineData("cookieKey", "session")]
    public async Task Key_that_the_call_sets_itself_is_not_doubled(string scheme, string name)
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"1"}"""));
        using var pipeline = handler.Pipeline(options => options.Credentials[scheme] = new StaticAccessTokenProvider(TestApi.Secret));
        var request = pipeline.Request(TestApi.Operation(HttpMethod.Get, new SecurityRequirement(scheme)));

        await (scheme switch
        {
            "headerKey" => request.Header("x-api-key", "mine"),
            "queryKey" => request.Query("api key", "mine"),
            _ => request.Cookie("session", "mine"),
        }).SendAsync();

        var sent = handler.Request.PathAndQuery + "\n" + string.Join('\n', handler.Request.Headers);
        Assert.Contains(name, sent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("mine", sent, StringComparison.Ordinal);
        Assert.DoesNotContain(TestApi.Secret, sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_of_the_call_replaces_that_of_the_client()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"1"}"""));
        using var pipeline = handler.Pipeline(options => options.AccessTokenProvider = new StaticAccessTokenProvider("theirs"));

        await pipeline.Request(TestApi.Operation(HttpMethod.Get, Token)).SendAsync(new RequestOptions { AccessToken = "mine" });

        Assert.Equal("Bearer mine", handler.Request.Headers["Authorization"]);
    }

    [Fact]
    public async Task Provider_that_fails_is_a_failure_of_the_call()
    {
        using var handler = new RecordingHandler();
        using var pipeline = handler.Pipeline(options => options.AccessTokenProvider = new Provider(_ => throw new ApiException("The refresh failed.") { IsTransient = true }));

        var response = await pipeline.Request(TestApi.Operation(HttpMethod.Post, Token)).SendWithResponseAsync();

        Assert.Empty(handler.Requests);
        Assert.True(response.Failure!.IsTransient);
        Assert.False(response.Failure.OutcomeUnknown);
        Assert.Equal("The refresh failed.", response.Failure.InnerException!.Message);
    }

    [Fact]
    public async Task Token_that_a_header_cannot_carry_is_refused_without_showing_it()
    {
        using var handler = new RecordingHandler();
        using var pipeline = handler.Pipeline(options => options.AccessTokenProvider = new StaticAccessTokenProvider(TestApi.Secret + "\r\nX: y"));

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => pipeline.Request(TestApi.Operation(HttpMethod.Get, Token)).SendAsync());

        Assert.Empty(handler.Requests);
        Assert.DoesNotContain(TestApi.Secret, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://api.example.com", true)]
    [InlineData("http://10.0.0.1", true)]
    [InlineData("https://api.example.com", false)]
    [InlineData("http://localhost:5000", false)]
    [InlineData("http://127.0.0.1:5000", false)]
    [InlineData("http://[::1]:5000", false)]
    public async Task Credentials_are_not_sent_in_clear_to_another_machine(string address, bool isRefused)
    {
        foreach (var how in new[] { "provider", "header", "token", "key", "client" })
        {
            using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"1"}"""));
            using var client = new HttpClient(handler);
            using var pipeline = TestApi.Pipeline(client, options =>
            {
                options.BaseAddress = new Uri(address);
                options.AccessTokenProvider = how == "provider" ? new StaticAccessTokenProvider(TestApi.Secret) : null;
            });
            if (how == "client")
            {
                client.DefaultRequestHeaders.Authorization = new("Bearer", TestApi.Secret);
            }
            var request = pipeline.Request(TestApi.Operation(HttpMethod.Get, Token));
            var call = (how switch
            {
                "header" => request.Header("Authorization", TestApi.Secret),
                "key" => request.Query("api key", TestApi.Secret),
                _ => request,
            }).SendAsync(how == "token" ? new RequestOptions { AccessToken = TestApi.Secret } : null);

            if (isRefused)
            {
                var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => call);
                Assert.Empty(handler.Requests);
                Assert.Contains(address, exception.Message, StringComparison.Ordinal);
                Assert.DoesNotContain(TestApi.Secret, exception.ToString(), StringComparison.Ordinal);
            }
            else
            {
                await call;
            }
        }
    }

    [Fact]
    public async Task Calls_without_credentials_may_be_sent_in_clear()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"1"}"""));
        using var pipeline = handler.Pipeline(static options => options.BaseAddress = new Uri("http://api.example.com"));

        await pipeline.Request(TestApi.GetOrder).SendAsync();

        Assert.Equal("http://api.example.com/orders", handler.Request.Address);
    }

    [Fact]
    public async Task Basic_credentials_are_utf8()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"1"}"""));
        using var pipeline = handler.Pipeline(options => options.Credentials["login"] = new StaticAccessTokenProvider("jürgen:päss"));

        await pipeline.Request(TestApi.Operation(HttpMethod.Get, new SecurityRequirement("login"))).SendAsync();

        Assert.Equal("jürgen:päss", Encoding.UTF8.GetString(Convert.FromBase64String(handler.Request.Headers["Authorization"]["Basic ".Length..])));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Static_token_is_not_blank(string token) => Assert.Throws<ArgumentException>(nameof(token), () => new StaticAccessTokenProvider(token));

    private sealed class Provider(Func<AccessTokenRequest, string?> token) : IAccessTokenProvider
    {
        public ValueTask<string?> GetAccessTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) => new(token(request));
    }

    [Theory]
    [InlineData(new[] { "write", "read" }, "Bearer token-for-read")]
    [InlineData(new[] { "write", "admin" }, null)]
    [InlineData(new[] { "none at all", "read" }, null)]
    public async Task Provider_lacks_the_scopes__the_next_alternative_is_tried_and_the_first_reason_is_the_failure(string[] alternatives, string? sent)
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"1"}"""));
        using var pipeline = handler.Pipeline(static options => options.AccessTokenProvider = new Reader());
        var operation = TestApi.Operation(HttpMethod.Get, [.. alternatives.Select(static scope => new SecurityRequirement("token") { Scopes = [scope] })]);

        var response = await pipeline.Request(operation).SendWithResponseAsync();

        Assert.Equal(sent, handler.Requests.SingleOrDefault()?.Headers["Authorization"]);
        Assert.Equal(sent is null ? $"There is no token for {alternatives[0]}." : null, (response.Failure as CredentialUnavailableException)?.Message);
    }

    [Fact]
    public async Task Provider_lacks_the_scopes_where_nothing_is_an_alternative_too__the_request_is_sent_without_a_credential()
    {
        using var handler = new RecordingHandler(RecordingHandler.Json("""{"id":"1"}"""));
        using var pipeline = handler.Pipeline(static options => options.AccessTokenProvider = new Reader());

        await pipeline.Request(TestApi.Operation(HttpMethod.Get, new SecurityRequirement("token") { Scopes = ["write"] }, new SecurityRequirement())).SendAsync();

        Assert.DoesNotContain("Authorization", Assert.Single(handler.Requests).Headers.Keys);
    }

    /// <summary>May read and nothing else.</summary>
    private sealed class Reader : IAccessTokenProvider
    {
        public ValueTask<string?> GetAccessTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) =>
            request.Scopes is ["read"] ? new("token-for-read") : throw new CredentialUnavailableException($"There is no token for {string.Join(' ', request.Scopes)}.") { MayHaveAnother = request.Scopes is not ["none at all"] };
    }
}
