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
    [InlineData("[{url: //a.test/v1}]", "https://a.test/v1/x")]
    [InlineData("[{url: a.test/v1}]", "https://a.test/v1/x")]
    [InlineData("[{url: '{scheme}://a.test', variables: {scheme: {default: https}}}]", "https://a.test/x")]
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

    [Fact]
    public async Task No_server_has_an_absolute_address_and_none_is_given__constructor_says_so()
    {
        var message = await Of("[{url: /relative}]").WithProgram("""
            try { new TestClient(); return ""; } catch (ArgumentException exception) { return exception.Message; }
            """).Run().RunProgramAsync(new RecordingHandler());
        Assert.Equal("The description of TestClient names no server address: set ApiClientOptions.BaseAddress. (Parameter 'options')", message);
    }

    [Fact]
    public async Task Addresses_that_differ_in_the_scheme_alone__are_told_apart_by_it()
    {
        var text = await Of("[{url: 'http://a.test/v1'}, {url: 'https://a.test/v1'}, {url: 'http://b.test'}]").WithProgram(
            "return $\"{TestClientServers.HttpATestV1} {TestClientServers.ATestV1} {TestClientServers.BTest}\";").Run().RunProgramAsync(new RecordingHandler());
        Assert.Equal("http://a.test/v1 https://a.test/v1 http://b.test/", text);
    }

    [Theory]
    [InlineData("Production", "https://api.test/v1")]
    [InlineData("EuTestV1", "https://eu.test/v1")]
    [InlineData("Regional()", "https://eu.a.test:8443/v1")]
    [InlineData("Regional(TestClientServers.RegionalRegion.UsEast, @base: \"v2/x\")", "https://us-east.a.test:8443/v2/x")]
    [InlineData("Regional(port: \"99999\")", "With these variables the server's url is 'https://eu.a.test:99999/v1', which is no http or https address.")]
    [InlineData("Regional((TestClientServers.RegionalRegion)7)", "The server has no such value. (Parameter 'region')\nActual value was 7.")]
    public async Task Servers_to_choose_from__are_a_class(string server, string expected)
    {
        var text = await Of("""
            [
              {url: 'https://api.test/v1', description: Production},
              {url: 'https://eu.test/v1', description: 'The data of customers in Europe, which is kept there and nowhere else.'},
              {url: /relative},
              {name: regional, url: 'https://{region}.a.test:{port}/{base}', variables: {region: {default: eu, enum: [us-east, eu]}, port: {default: '8443', description: The port}, base: {default: v1}, unused: {default: u}}}
            ]
            """).WithProgram($"try {{ return TestClientServers.{server}.OriginalString; }} catch (ArgumentException exception) {{ return exception.Message; }}").Run()
            .RunProgramAsync(new RecordingHandler());
        Assert.Equal(expected, text);
    }

    private const string OwnServers = """
        paths:
          /x:
            servers: [{url: 'https://files.test/f'}]
            get: {operationId: get, responses: {'204': {description: Done}}}
            put: {operationId: put, servers: [{url: 'https://{zone}.test', variables: {zone: {default: up}}}], responses: {'204': {description: Done}}}
          /y:
            get: {operationId: relative, servers: [{url: ../v2}], responses: {'204': {description: Done}}}
            put: {operationId: plain, responses: {'204': {description: Done}}}
        """;

    [Theory]
    [InlineData("GetAsync()", "", "https://files.test/f/x")]
    [InlineData("PutAsync()", "", "https://up.test/x")]
    [InlineData("RelativeAsync()", "", "https://api.test/v2/y")]
    [InlineData("PlainAsync()", "", "https://api.test/v1/y")]
    [InlineData("GetAsync()", "BaseAddress = new Uri(\"https://mine.test/m\")", "https://mine.test/m/x")]
    [InlineData("RelativeAsync()", "BaseAddress = new Uri(\"https://mine.test/m/1\")", "https://mine.test/v2/y")]
    [InlineData("GetAsync()", "BaseAddress = new Uri(\"https://mine.test/m\"), Servers = { [\"https://files.test/f\"] = new Uri(\"https://other.test\") }", "https://other.test/x")]
    [InlineData("PutAsync()", "Servers = { [\"https://up.test\"] = new Uri(\"https://other.test/o/\") }", "https://other.test/o/x")]
    [InlineData("PutAsync()", "Servers = { [\"https://up.test\"] = TestClientServers.ZoneTest(zone: \"down\") }", "https://down.test/x")]
    public async Task Server_of_an_operation_or_path__is_called_unless_another_address_is_given(string call, string options, string url)
    {
        var handler = new RecordingHandler().Answer(204);
        await Live.Document(OwnServers).CallAsync(
            handler, $"await new TestClient(new HttpClient(handler), new ApiClientOptions {{ {options} }}).{call}; return \"\";");
        Assert.Equal(url, handler.Request.Uri.AbsoluteUri);
    }

    private static GeneratorTest Of(string servers) =>
        Live.Document($"servers: {servers}\npaths: {{/x: {{get: {{operationId: get, responses: {{'204': {{description: Done}}}}}}}}}}\n");
}
