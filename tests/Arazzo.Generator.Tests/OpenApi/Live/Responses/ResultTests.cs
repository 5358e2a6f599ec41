using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class ResultTests
{
    private static readonly GeneratorTest Several = Live.Document("""
        paths:
          /export:
            post:
              operationId: export
              responses:
                '200': {description: There, content: {application/pdf: {schema: {type: string, format: binary}}}}
                '202': {description: Later, content: {application/json: {schema: {type: object, required: [job], properties: {job: {type: string}}}}}}
                '204': {description: Nothing}
                2XX: {description: Else, content: {application/json: {schema: {type: [integer, 'null']}}}}
                4XX: {description: Refused, content: {application/json: {schema: {type: object, required: [code], properties: {code: {type: string}}}}}}
        """);

    private const string Describe = """
        string Text(ExportResult result) => result.StatusCode + " " + result.Match(
            ok: stream => new System.IO.StreamReader(stream).ReadToEnd(),
            accepted: later => later.Job,
            noContent: () => "nothing",
            success: number => number is null ? "null" : "number " + number);
        try { return Text(await client.ExportAsync()); }
        catch (ApiException<Export4XXResponse> e) { return e.StatusCode + " " + e.Error.Code; }
        catch (ApiException e) { return e.StatusCode + " untyped"; }
        """;

    [Theory]
    [InlineData(200, "%PDF", "200 %PDF")]
    [InlineData(202, "{\"job\":\"j1\"}", "202 j1")]
    [InlineData(204, "", "204 nothing")]
    [InlineData(207, "7", "207 number 7")]
    [InlineData(208, "null", "208 null")]
    [InlineData(202, "[]", "202 untyped")]
    [InlineData(404, "{\"code\":\"gone\"}", "404 gone")]
    [InlineData(500, "", "500 untyped")]
    public async Task Several_successes_of_different_types__are_one_result_chosen_by_status(int status, string body, string expected) =>
        Assert.Equal(expected, await Several.CallAsync(new RecordingHandler().Answer(status, body), Describe));

    [Theory]
    [InlineData(202, "{\"job\":\"j1\"}", "False True j1 False False")]
    [InlineData(204, "", "False False - True False")]
    [InlineData(206, "6", "False False - False True")]
    public async Task Result__tells_its_case(int status, string body, string expected) =>
        Assert.Equal(expected, await Several.CallAsync(new RecordingHandler().Answer(status, body), """
            var result = await client.ExportAsync();
            return $"{result.TryGetOk(out _)} {result.TryGetAccepted(out var later)} {later?.Job ?? "-"} {result.IsNoContent} {result.TryGetSuccess(out _)}";
            """));

    [Fact]
    public async Task Accept__names_the_types_of_all_cases()
    {
        var handler = new RecordingHandler().Answer(204);
        await Several.CallAsync(handler, Describe);
        Assert.Equal("application/pdf, application/json", handler.Request.Headers["Accept"]);
    }

    [Fact]
    public async Task Success_that_is_not_documented__is_no_result()
    {
        var test = Live.Document("""
            paths:
              /a:
                get:
                  operationId: get
                  responses:
                    '200': {description: A, content: {application/json: {schema: {type: integer}}}}
                    '201': {description: B, content: {application/json: {schema: {type: string}}}}
            """);
        const string program = "try { return (await client.GetAsync()).Match(n => \"number \" + n, s => \"text \" + s); } catch (ApiException e) { return e.Message; }";
        Assert.Equal("number 1", await test.CallAsync(new RecordingHandler().Answer(200, "1"), program));
        Assert.Equal("text 1", await test.CallAsync(new RecordingHandler().Answer(201, "\"1\""), program));
        Assert.Contains("has no such answer", await test.CallAsync(new RecordingHandler().Answer(202, "1"), program), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_whose_name_is_taken__has_another()
    {
        var test = Live.Document("""
            paths:
              /a:
                get:
                  operationId: get
                  responses:
                    '200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/GetResult'}}}}
                    '201': {description: B, headers: {GetHeaders: {schema: {type: integer}}, get-type: {schema: {type: integer}}}, content: {application/json: {schema: {$ref: '#/components/schemas/GetHeaders'}}}}
            components:
              schemas:
                GetResult: {type: object, properties: {a: {type: integer}}}
                GetHeaders: {type: object, properties: {b: {type: integer}}}
            """);
        const string program = """
            var response = await client.GetWithResponseAsync();
            GetResults result = response.Body!;
            return result.Match((GetResult r) => "a" + r.A, (GetHeaders h) => "b" + h.B) + new GetResponseHeaders(response.Headers).GetHeaders;
            """;
        Assert.Equal("b23", await test.CallAsync(new RecordingHandler().Answer(201, "{\"b\":2}", ("GetHeaders", "3")), program));
    }
}
