using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class SecurityTests
{
    private const string Options = """
        var options = new ApiClientOptions { AccessTokenProvider = new StaticAccessTokenProvider("t") };
        options.Credentials["header"] = new StaticAccessTokenProvider("h");
        options.Credentials["query"] = new StaticAccessTokenProvider("q&");
        options.Credentials["cookie"] = new StaticAccessTokenProvider("c");
        options.Credentials["basic"] = new StaticAccessTokenProvider("user:pä:ss");
        var secured = new TestClient(new HttpClient(handler), options);

        """;

    private static readonly GeneratorTest Schemes = Live.Document("""
        security: [{bearer: []}]
        paths:
          /x:
            get: {operationId: inherited, responses: {'204': {description: Done}}}
            put: {operationId: none, security: [], responses: {'204': {description: Done}}}
            post: {operationId: basic, security: [{basic: []}], responses: {'204': {description: Done}}}
            delete: {operationId: oauth, security: [{oauth: [read, write]}], responses: {'204': {description: Done}}}
          /keys:
            get: {operationId: all, security: [{header: [], query: [], cookie: []}], responses: {'204': {description: Done}}}
            put: {operationId: either, security: [{missing: []}, {header: []}], responses: {'204': {description: Done}}}
            post: {operationId: maybe, security: [{}, {header: []}], responses: {'204': {description: Done}}}
            patch:
              operationId: declared
              security: [{query: []}]
              parameters: [{name: key, in: query, schema: {type: string}}, {name: Authorization, in: header, schema: {type: string}}]
              responses: {'204': {description: Done}}
        components:
          securitySchemes:
            bearer: {type: http, scheme: Bearer}
            basic: {type: http, scheme: basic}
            oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.test', scopes: {read: R, write: W}}}}
            header: {type: apiKey, in: header, name: X-Key}
            query: {type: apiKey, in: query, name: key}
            cookie: {type: apiKey, in: cookie, name: sid}
            missing: {type: apiKey, in: header, name: X-Other}
        """);

    [Theory]
    [InlineData("InheritedAsync()", "/v1/x", "Bearer t", null, null)]
    [InlineData("NoneAsync()", "/v1/x", null, null, null)]
    [InlineData("BasicAsync()", "/v1/x", "Basic dXNlcjpww6Q6c3M=", null, null)]
    [InlineData("OauthAsync()", "/v1/x", "Bearer t", null, null)]
    [InlineData("AllAsync()", "/v1/keys?key=q%26", null, "h", "sid=c")]
    [InlineData("EitherAsync()", "/v1/keys", null, "h", null)]
    [InlineData("DeclaredAsync()", "/v1/keys?key=q%26", null, null, null)]
    public async Task Requirement_of_an_operation__decides_what_is_sent(string call, string url, string? authorization, string? key, string? cookie)
    {
        var handler = new RecordingHandler().Answer(204);
        await Schemes.CallAsync(handler, Options + $"await secured.{call}; return \"\";");
        var headers = handler.Request.Headers;
        Assert.Equal(
            (url, authorization, key, cookie),
            (handler.Request.Uri.PathAndQuery, headers.GetValueOrDefault("Authorization"), headers.GetValueOrDefault("X-Key"), headers.GetValueOrDefault("Cookie")));
    }

    private static readonly GeneratorTest Rare = Live.Document("""
        paths:
          /x:
            get: {operationId: custom, security: [{custom: []}], responses: {'204': {description: Done}}}
            put: {operationId: certificate, security: [{mtls: [], key: []}], responses: {'204': {description: Done}}}
            post: {operationId: digest, security: [{digest: []}, {key: []}], responses: {'204': {description: Done}}}
        components:
          securitySchemes:
            custom: {type: http, scheme: Hawk}
            digest: {type: http, scheme: Digest}
            mtls: {type: mutualTLS}
            key: {type: apiKey, in: header, name: X-Key}
            oauth:
              type: oauth2
              flows:
                clientCredentials: {tokenUrl: 'https://a.test/t', scopes: {}}
                authorizationCode: {authorizationUrl: 'https://a.test/a', tokenUrl: 'https://a.test/t', refreshUrl: 'https://a.test/r', scopes: {}}
            oidc: {type: openIdConnect, openIdConnectUrl: 'https://a.test/.well-known/openid-configuration'}
        """, "3.2.0");

    [Theory]
    [InlineData("CustomAsync()", "Hawk c", null)]
    [InlineData("CertificateAsync()", null, "k")]
    [InlineData("DigestAsync()", null, "k")]
    public async Task Scheme_is_rare__what_can_be_sent_is_sent(string call, string? authorization, string? key)
    {
        var handler = new RecordingHandler().Answer(204);
        await Rare.CallAsync(handler, $$"""
            var options = new ApiClientOptions { Credentials = { ["custom"] = new StaticAccessTokenProvider("c"), ["key"] = new StaticAccessTokenProvider("k") } };
            await new TestClient(new HttpClient(handler), options).{{call}}; return "";
            """);
        Assert.Equal((authorization, key), (handler.Request.Headers.GetValueOrDefault("Authorization"), handler.Request.Headers.GetValueOrDefault("X-Key")));
    }

    [Fact]
    public void Scheme_is_the_business_of_the_connection__is_told_at_its_place() =>
        Assert.Equal(
            ["ARZ0127 12:5", "ARZ0127 13:5"],
            Rare.RunWithDiagnostics().Diagnostics.Select(static diagnostic => $"{diagnostic.Id} {diagnostic.Line}:{diagnostic.Column}"));

    [Fact]
    public async Task Addresses_of_tokens__are_constants() =>
        Assert.Equal("https://a.test/t https://a.test/a https://a.test/t https://a.test/r https://a.test/.well-known/openid-configuration", await Rare.CallAsync(new RecordingHandler(), """
            return string.Join(' ', TestClientOAuth.OauthClientCredentialsTokenUrl, TestClientOAuth.OauthAuthorizationCodeAuthorizationUrl,
                TestClientOAuth.OauthAuthorizationCodeTokenUrl, TestClientOAuth.OauthAuthorizationCodeRefreshUrl, TestClientOAuth.OidcOpenIdConnectUrl);
            """));

    [Fact]
    public async Task No_credential_is_at_hand__anonymous_alternative_is_taken()
    {
        var handler = new RecordingHandler().Answer(204);
        await Schemes.CallAsync(handler, "await client.MaybeAsync(); return \"\";");
        Assert.Equal(["/v1/keys"], handler.Requests.Select(static request => request.Uri.PathAndQuery));
        Assert.False(handler.Request.Headers.ContainsKey("X-Key"));
    }

    private static readonly GeneratorTest Uris = Live.Document("""
        security: [{'#/components/securitySchemes/key': []}]
        paths:
          /x:
            get: {operationId: ofDocument, responses: {'204': {description: Done}}}
            put: {operationId: ofFile, security: [{'shared.yml#/components/securitySchemes/other': []}], responses: {'204': {description: Done}}}
            post: {operationId: named, security: [{'./odd': []}], responses: {'204': {description: Done}}}
            delete: {operationId: broken, security: [{'#/components/securitySchemes/none': []}], responses: {'204': {description: Done}}}
        components:
          securitySchemes:
            key: {type: apiKey, in: header, name: X-Key}
            ./odd: {type: apiKey, in: header, name: X-Odd}
        """, "3.2.0").With("specs/shared.yml", """
        components: {securitySchemes: {other: {type: apiKey, in: header, name: X-Other}}}
        """);

    [Theory]
    [InlineData("OfDocumentAsync()", "X-Key: k")]
    [InlineData("OfFileAsync()", "X-Other: o")]
    [InlineData("NamedAsync()", "X-Odd: d")]
    [InlineData("BrokenAsync()", "")]
    public async Task Scheme_is_named_by_its_uri__is_found(string call, string expected)
    {
        var handler = new RecordingHandler().Answer(204);
        var test = Uris.WithProgram($$"""
            var options = new ApiClientOptions { Credentials = { ["key"] = new StaticAccessTokenProvider("k"), ["other"] = new StaticAccessTokenProvider("o"), ["./odd"] = new StaticAccessTokenProvider("d") } };
            await new TestClient(new HttpClient(handler), options).{{call}}; return "";
            """, "using Tests;");
        await test.RunWithDiagnostics().RunProgramAsync(handler);
        Assert.Equal(expected, string.Join(", ", handler.Request.Headers.Where(static header => header.Key.StartsWith("X-", StringComparison.Ordinal)).Select(static header => $"{header.Key}: {header.Value}")));
    }

    [Fact]
    public void Uri_of_a_scheme_leads_nowhere__is_told_at_its_place() =>
        Assert.Equal(
            ["ARZ0120 10:47"],
            Uris.RunWithDiagnostics().Diagnostics.Select(static diagnostic => $"{diagnostic.Id} {diagnostic.Line}:{diagnostic.Column}"));

    [Fact]
    public async Task Scopes_of_tokens__are_constants_with_good_names() =>
        Assert.Equal("read https://a.test/auth/drive.readonly equals write:pets write", await Live.Document("""
            paths: {}
            components:
              securitySchemes:
                one: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.test/t', scopes: {read: Reads., 'https://a.test/auth/drive.readonly': '', equals: Odd.}}}}
                two: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://a.test/a', scopes: {read: Reads too., 'write:pets': '', write: ''}}}}
            """).CallAsync(new RecordingHandler(), """
            return string.Join(' ', TestClientOAuth.Scopes.Read, TestClientOAuth.Scopes.HttpsATestAuthDriveReadonly, TestClientOAuth.Scopes.EqualsScope, TestClientOAuth.Scopes.WritePets, TestClientOAuth.Scopes.Write);
            """));
}
