using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Features;

/// <summary>What comes of security schemes and servers.</summary>
public sealed class AccessFeatureTests
{
    private const string Keys = """
        var options = Options();
        foreach (var (name, value) in new[] { ("headerKey", "h"), ("queryKey", "q&"), ("cookieKey", "c") }) options.Credentials[name] = new StaticAccessTokenProvider(value);
        using var secured = new ObservatoryClient(http, options);

        """;

    private const string Login = """
        var options = new ApiClientOptions(); options.Credentials["login"] = new StaticAccessTokenProvider("user:pass");
        using var secured = new ObservatoryClient(http, options);

        """;

    [Theory]
    [InlineData("Bearer", Keys + "await secured.InheritedAsync();", "/v3/access Authorization: Bearer t")]
    [InlineData("`security: []` asks for none", Keys + "await secured.OpenAsync();", "/v3/access")]
    [InlineData("API keys in header, query and cookie; all of several", Keys + "await secured.BothAsync();", "/v3/access?key=q%26 Cookie: key=c X-Key: h")]
    [InlineData("One of several", Keys + "await secured.EitherAsync();", "/v3/access X-Key: h")]
    [InlineData("Basic", Login + "await secured.EitherAsync();", "/v3/access Authorization: Basic dXNlcjpwYXNz")]
    [InlineData("Optional security", Login + "await secured.MaybeAsync();", "/v3/access")]
    [InlineData("A server with variables", "using var regional = new ObservatoryClient(http, new ApiClientOptions { AccessTokenProvider = new StaticAccessTokenProvider(\"t\"), BaseAddress = ObservatoryClientServers.Regional(ObservatoryClientServers.RegionalRegion.Chile) }); await regional.OpenAsync();", "https://chile.observatory.example:8443/v3/access")]
    [InlineData("Servers of a path or an operation", "await client.PutImageAsync(7, new byte[0]);", "https://images.observatory.example/frames/7/image Authorization: Bearer t")]
    public async Task Request__goes_where_and_carries_what_the_document_says(string feature, string program, string expected)
    {
        var handler = new RecordingHandler().Answer(204);
        await FeatureApi.RunAsync(program + " return null;", handler);
        var address = handler.Request.Uri.AbsoluteUri.Replace("https://api.observatory.example", "", StringComparison.Ordinal);
        var headers = handler.Request.Headers.Where(static header => header.Key is "Authorization" or "Cookie" or "X-Key").Select(static header => $" {header.Key}: {header.Value}");
        var found = address + string.Concat(headers);
        Assert.True(expected == found, $"{feature}: {found}");
    }

    [Fact]
    [Trait("Feature", "OAuth 2: client credentials and refresh, with the operation's scopes")]
    public async Task Token_is_refused__a_new_one_is_asked_for_once()
    {
        var handler = new RecordingHandler()
            .Answer(200, "{\"access_token\":\"one\",\"token_type\":\"Bearer\",\"expires_in\":3600}").Answer(401)
            .Answer(200, "{\"access_token\":\"two\",\"token_type\":\"Bearer\",\"expires_in\":3600}").Answer(204);
        await FeatureApi.RunAsync("""
            var tokens = new OAuth2ClientCredentials(new Uri(ObservatoryClientOAuth.OauthClientCredentialsTokenUrl), clientId: "id", clientSecret: "secret", new OAuth2Options { HttpClient = http });
            using var secured = new ObservatoryClient(http, new ApiClientOptions { AccessTokenProvider = tokens });
            await secured.ScopedAsync();
            return null;
            """, handler);
        Assert.Equal(
            ["POST https://login.observatory.example/token", "PATCH Bearer one", "POST https://login.observatory.example/token", "PATCH Bearer two"],
            handler.Requests.Select(static request => $"{request.Method} {(request.Method == "POST" ? request.Uri.AbsoluteUri : request.Headers["Authorization"])}"));
        Assert.Contains("scope=read+steer", handler.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Feature", "OpenID Connect")]
    public async Task Discovery_address__is_a_constant() =>
        Assert.Equal("https://login.observatory.example/.well-known/openid-configuration", await FeatureApi.RunAsync("return ObservatoryClientOAuth.OidcOpenIdConnectUrl;"));
}
