using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class ServerTests
{
    [Theory]
    [InlineData("[{url: 'https://a.test'}, {url: 'https://b.test'}]", "https://a.test/x")]
    [InlineData("[{url: 'https://a.test/'}]", "https://a.test/x")]
    [InlineData("[{url: 'https://a.test/base/v2/'}]", "https://a.test/base/v2/x")]
    [InlineData("[{url: 'https://{region}.a.test:{port}/{base}', variables: {region: {default: eu, enum: [eu, us]}, port: {default: '8443'}, base: {default: v1}}}]", "https://eu.a.test:8443/v1/x")]
    [InlineData("[{url: /relative}, {url: 'https://b.test'}]", "https://b.test/x")]
    [InlineData("[{url: 'https://{open}.a.test'}, {url: 'https://b.test'}]", "https://b.test/x")]
    [InlineData("[{url: 'ftp://a.test'}, {url: 'http://b.test'}]", "http://b.test/x")]
    public async Task First_server_with_an_absolute_address__is_called(string servers, string url) =>
        Assert.Equal(url, (await Of(servers).RequestAsync("GetAsync()")).Uri.AbsoluteUri);

    [Theory]
    [InlineData("[{url: /relative}]")]
    [InlineData("[]")]
    public async Task No_server_has_an_absolute_address__base_address_of_the_options_is_called(string servers)
    {
        var handler = new RecordingHandler().Answer(204);
        await Of(servers).WithProgram("""
            await new TestClient(new HttpClient(handler), new ApiClientOptions { BaseAddress = new Uri("https://mine.test/api") }).GetAsync(); return "";
            """).Run().RunProgramAsync(handler);
        Assert.Equal("https://mine.test/api/x", handler.Request.Uri.AbsoluteUri);
    }

    private static GeneratorTest Of(string servers) =>
        Live.Document($"servers: {servers}\npaths: {{/x: {{get: {{operationId: get, responses: {{'204': {{description: Done}}}}}}}}}}\n");
}
