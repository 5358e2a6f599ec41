using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class ParameterTests
{
    private static readonly GeneratorTest Everything = Live.Document("""
        paths:
          /items/{id}/parts/{partName}:
            parameters:
              - {name: id, in: path, required: true, schema: {type: integer}}
            get:
              operationId: getPart
              parameters:
                - {name: partName, in: path, required: true, schema: {type: string}}
                - {name: q, in: query, schema: {type: string}}
                - {name: 'filter[name]', in: query, schema: {type: string}}
                - {name: ids, in: query, schema: {type: array, items: {type: integer}}}
                - {name: joined, in: query, explode: false, schema: {type: array, items: {type: string}}}
                - {name: piped, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}
                - {name: spaced, in: query, style: spaceDelimited, explode: false, schema: {type: array, items: {type: string}}}
                - {name: flag, in: query, schema: {type: boolean}}
                - {name: since, in: query, schema: {type: string, format: date-time}}
                - {name: day, in: query, schema: {type: string, format: date}}
                - {name: ratio, in: query, schema: {type: number}}
                - {name: status, in: query, schema: {type: string, enum: [open, closed]}}
                - {name: X-Trace, in: header, schema: {type: string}}
                - {name: X-Count, in: header, schema: {type: integer}}
                - {name: session, in: cookie, schema: {type: string}}
                - {name: theme, in: cookie, schema: {type: string, enum: [dark]}}
                - {name: Accept, in: header, schema: {type: string}}
              responses: {'204': {description: Done}}
        """);

    [Theory]
    [InlineData("GetPartAsync(1, \"a\")", "/v1/items/1/parts/a")]
    [InlineData("GetPartAsync(long.MinValue, \"a/b c?d#e%f+g&h=ü😀\")", "/v1/items/-9223372036854775808/parts/a%2Fb%20c%3Fd%23e%25f%2Bg%26h%3D%C3%BC%F0%9F%98%80")]
    [InlineData("GetPartAsync(1, \"a\", q: \"a b&c=d+e/ü\")", "/v1/items/1/parts/a?q=a%20b%26c%3Dd%2Be%2F%C3%BC")]
    [InlineData("GetPartAsync(1, \"a\", q: \"\")", "/v1/items/1/parts/a?q=")]
    [InlineData("GetPartAsync(1, \"a\", filterName: \"x\")", "/v1/items/1/parts/a?filter%5Bname%5D=x")]
    [InlineData("GetPartAsync(1, \"a\", ids: [1, 2])", "/v1/items/1/parts/a?ids=1&ids=2")]
    [InlineData("GetPartAsync(1, \"a\", ids: [])", "/v1/items/1/parts/a")]
    [InlineData("GetPartAsync(1, \"a\", joined: [\"x,y\", \"z\"])", "/v1/items/1/parts/a?joined=x%2Cy,z")]
    [InlineData("GetPartAsync(1, \"a\", piped: [\"x|y\", \"z\"], spaced: [\"a\", \"b\"])", "/v1/items/1/parts/a?piped=x%7Cy%7Cz&spaced=a%20b")]
    [InlineData("GetPartAsync(1, \"a\", flag: true, ratio: 0.5)", "/v1/items/1/parts/a?flag=true&ratio=0.5")]
    [InlineData("GetPartAsync(1, \"a\", since: new DateTimeOffset(2026, 11, 22, 20, 40, 0, 500, TimeSpan.FromHours(2)))", "/v1/items/1/parts/a?since=2026-11-22T20%3A40%3A00.5%2B02%3A00")]
    [InlineData("GetPartAsync(1, \"a\", since: DateTimeOffset.UnixEpoch, day: new DateOnly(2026, 1, 2))", "/v1/items/1/parts/a?since=1970-01-01T00%3A00%3A00Z&day=2026-01-02")]
    [InlineData("GetPartAsync(1, \"a\", status: GetPartStatus.Closed)", "/v1/items/1/parts/a?status=closed")]
    [InlineData("GetPartAsync(1, \"a\", status: new GetPartStatus(\"new one\"))", "/v1/items/1/parts/a?status=new%20one")]
    public async Task Path_and_query__are_escaped_and_null_is_left_out(string call, string url)
    {
        var request = await Everything.RequestAsync(call);
        Assert.Equal(("GET", "https://api.test" + url), (request.Method, request.Uri.AbsoluteUri));
        Assert.Null(request.Body);
    }

    [Fact]
    public async Task Headers_and_cookies__are_sent_as_they_are_and_null_is_left_out()
    {
        var request = await Everything.RequestAsync("GetPartAsync(1, \"a\", xTrace: \"a b\", xCount: 3, session: \"s 1\", theme: GetPartTheme.Dark)");
        Assert.Equal("a b", request.Headers["X-Trace"]);
        Assert.Equal("3", request.Headers["X-Count"]);
        Assert.Equal("session=s%201; theme=dark", request.Headers["Cookie"]);

        request = await Everything.RequestAsync("GetPartAsync(1, \"a\")");
        Assert.False(request.Headers.ContainsKey("X-Trace"));
        Assert.False(request.Headers.ContainsKey("Cookie"));
    }

    [Fact]
    public async Task Header_parameter_is_called_cookie__its_cookies_are_sent_with_the_others()
    {
        var test = Live.Document("""
            paths:
              /x:
                get:
                  operationId: get
                  parameters: [{name: session, in: cookie, schema: {type: string}}, {name: Cookie, in: header, schema: {type: string}}]
                  responses: {'204': {description: Done}}
            """);
        Assert.Equal("session=s; a=1; b=2", (await test.RequestAsync("GetAsync(session: \"s\", cookie: \"a=1; b=2\")")).Headers["Cookie"]);
        Assert.Equal("a=1", (await test.RequestAsync("GetAsync(cookie: \"a=1\")")).Headers["Cookie"]);
    }

    [Theory]
    [InlineData("GetPartAsync(1, \"\")")]
    [InlineData("GetPartAsync(1, \"..\")")]
    [InlineData("GetPartAsync(1, \"a\", xTrace: \"a\\r\\nX-Evil: 1\")")]
    public async Task Value_that_would_change_the_request__is_refused(string call)
    {
        var handler = new RecordingHandler().Answer(204);
        var result = await Everything.CallAsync(handler, $"try {{ await client.{call}; return \"sent\"; }} catch (ArgumentException) {{ return \"refused\"; }}");
        Assert.Equal("refused", result);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Arrays_in_path_and_headers__are_joined_by_commas()
    {
        var test = Live.Document("""
            paths:
              /x/{ids}:
                get:
                  operationId: get
                  parameters:
                    - {name: ids, in: path, required: true, schema: {type: array, items: {type: integer}}}
                    - {name: X-Names, in: header, schema: {type: array, items: {type: string}}}
                  responses: {'204': {description: Done}}
            """);
        var request = await test.RequestAsync("GetAsync([1, 2], [\"a\", \"b\"])");
        Assert.Equal(("/v1/x/1,2", "a,b"), (request.Uri.AbsolutePath, request.Headers["X-Names"]));
    }

    [Theory]
    [InlineData("/a/:id/versions/<<UID>>", "/v1/a/1/versions/x%20y")]
    [InlineData("/a/<id>/:UID/", "/v1/a/1/x%20y/")]
    [InlineData("/a/:id:cancel/{UID}/:id", "/v1/a/:id:cancel/x%20y/1")]
    public async Task Variables_as_other_tools_write_them__are_those_of_declared_parameters(string path, string expected)
    {
        var test = Live.Document($$"""
            paths:
              {{path}}:
                parameters: [{name: id, in: path, required: true, schema: {type: integer} }, {name: UID, in: path, required: true, schema: {type: string} }]
                get: {operationId: get, responses: {'204': {description: Done} } }
            """);
        Assert.Equal(expected, (await test.RequestAsync("GetAsync(1, \"x y\")")).Uri.AbsolutePath);
    }

    [Fact]
    public async Task Undeclared_and_oddly_written_variables__are_parameters_of_the_path()
    {
        var test = Live.Document("""
            paths:
              /files/{+path}/v{version}.{format}:
                parameters: [{name: path, in: path, required: true, schema: {type: string}}, {name: version, in: path, required: true, schema: {type: integer}}]
                get: {operationId: get, parameters: [{name: format, in: path, required: true, schema: {type: string}}], responses: {'204': {description: Done}}}
            """);
        Assert.Equal("/v1/files/a/v2.json", (await test.RequestAsync("GetAsync(\"a\", 2, \"json\")")).Uri.AbsolutePath);
    }

    [Fact]
    public async Task Names__that_are_keywords_or_collide_stay_apart()
    {
        var test = Live.Document("""
            paths:
              /x/{id}:
                get:
                  operationId: get
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                    - {name: id, in: query, schema: {type: string}}
                    - {name: ID, in: header, schema: {type: string}}
                    - {name: class, in: query, schema: {type: string}}
                    - {name: body, in: query, schema: {type: string}}
                    - {name: options, in: query, schema: {type: string}}
                    - {name: cancellationToken, in: query, schema: {type: string}}
                    - {name: System, in: query, schema: {type: string}}
                    - {name: client, in: query, schema: {type: string}}
                    - {name: field, in: query, schema: {type: string}}
                    - {name: async, in: query, schema: {type: string}}
                    - {name: value, in: query, schema: {type: string}}
                    - {name: '_', in: query, schema: {type: string}}
                    - {name: 1st, in: query, schema: {type: string}}
                    - {name: '+', in: query, schema: {type: string}}
                    - {name: get, in: query, schema: {type: string}}
                    - {name: global, in: query, schema: {type: string}}
                    - {name: object, in: query, schema: {type: string}}
                  responses: {'204': {description: Done}}
            """);
        var request = await test.RequestAsync("GetAsync(id: \"1\", idQuery: \"2\", idHeader: \"3\", @class: \"4\", bodyParameter: \"5\", cancellationTokenParameter: \"6\")");
        Assert.Equal("/v1/x/1?id=2&class=4&body=5&cancellationToken=6", request.Uri.PathAndQuery);
    }

    [Fact]
    public async Task Path_parameter_whose_reference_leads_nowhere__is_a_string_and_the_operation_can_be_called()
    {
        var test = Live.Document("""
            paths:
              /x/{id}:
                get:
                  operationId: get
                  parameters:
                    - {$ref: 'missing.yaml#/id'}
                  responses: {'204': {description: Done}}
            """);
        var handler = new RecordingHandler().Answer(204);
        var result = test
            .WithProgram("await new TestClient(new HttpClient(handler)).GetAsync(id: \"a b\"); return \"\";")
            .RunWithDiagnostics();

        await result.RunProgramAsync(handler);

        Assert.Equal("/v1/x/a%20b", handler.Request.Uri.PathAndQuery);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(("ARZ0120", 9, 18), (diagnostic.Id, diagnostic.Line, diagnostic.Column));
    }
}
