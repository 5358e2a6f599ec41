using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class ResponseTests
{
    private const string Describe = """
        string Text(object? value) => value switch { null => "null", Problem problem => "problem " + problem.Code, Pet pet => "pet " + pet.Name, _ => value.ToString()! };
        try { return Text(await client.GetAsync()); }
        catch (ApiException<Problem> e) { return $"{e.StatusCode} {e.Error.Code}"; }
        catch (ApiException<Fatal> e) { return $"{e.StatusCode} fatal {e.Error.Fault}"; }
        catch (ApiException e) { return $"{e.StatusCode} untyped"; }
        """;

    private static readonly GeneratorTest Statuses = Live.Document("""
        paths:
          /pet:
            get:
              operationId: get
              responses:
                '200': {description: Pet, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                '204': {description: None}
                '404': {description: Gone}
                '4XX': {description: Refused, content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}}
                '500': {description: Broken, content: {application/json: {schema: {$ref: '#/components/schemas/Fatal'}}}}
                default: {description: Else, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
        components:
          schemas:
            Pet: {type: object, required: [name], properties: {name: {type: string}}}
            Problem: {type: object, required: [code], properties: {code: {type: string}}}
            Fatal: {type: object, required: [fault], properties: {fault: {type: integer}}}
        """);

    [Theory]
    [InlineData(200, "{\"name\":\"a\"}", "pet a")]
    [InlineData(204, "", "null")]
    [InlineData(404, "", "404 untyped")]
    [InlineData(400, "{\"code\":\"bad\"}", "400 bad")]
    [InlineData(499, "{\"code\":\"odd\"}", "499 odd")]
    [InlineData(500, "{\"fault\":7}", "500 fatal 7")]
    [InlineData(501, "{\"code\":\"later\"}", "501 later")]
    public async Task Status__decides_the_type_of_the_body_exact_before_range_before_default(int status, string json, string expected) =>
        Assert.Equal(expected, await Statuses.CallAsync(new RecordingHandler().Answer(status, json), Describe));

    [Theory]
    [InlineData(200, "{\"name\":\"a\"}", "200 True a - r1")]
    [InlineData(204, "", "204 True  - r1")]
    [InlineData(400, "{\"code\":\"bad\"}", "400 False  bad r1")]
    public async Task Whole_answer__has_status_body_headers_bytes_and_error(int status, string json, string expected)
    {
        var handler = new RecordingHandler().Answer(status, json, ("X-Request-Id", "r1"));
        var result = await Statuses.CallAsync(handler, """
            var response = await client.GetWithResponseAsync();
            if (response.RawBody.Length == 0 && response.StatusCode != 204) return "no bytes";
            var error = response.TryGetError<Problem>(out var problem) ? problem.Code : "-";
            return $"{response.StatusCode} {response.IsSuccess} {response.Body?.Name} {error} {response.Headers["X-Request-Id"]}";
            """);
        Assert.Equal(expected, result);
    }

    [Theory]
    [InlineData("'200': {description: A, content: {application/json: {schema: {type: array, items: {type: integer}}}}}", 200, "[1,2]", "(await client.GetAsync())[1]", "2")]
    [InlineData("'200': {description: A, content: {application/json: {schema: {type: object, additionalProperties: {type: integer}}}}}", 200, "{\"a\":3}", "(await client.GetAsync())[\"a\"]", "3")]
    [InlineData("'200': {description: A, content: {application/json: {schema: {type: string}}}}", 200, "\"a\"", "(await client.GetAsync()).Length", "1")]
    [InlineData("'200': {description: A, content: {application/json: {}}}", 200, "{\"a\":3}", "(await client.GetAsync()).GetProperty(\"a\")", "3")]
    [InlineData("'200': {description: A, content: {application/json: {schema: {type: [string, 'null']}}}}", 200, "null", "await client.GetAsync() is null", "True")]
    [InlineData("'200': {description: A, content: {application/json: {schema: {type: object, properties: {a: {type: integer}}}}}}", 200, "{\"a\":1}", "((GetResponse)await client.GetAsync()).A", "1")]
    [InlineData("2XX: {description: A, content: {application/json: {schema: {type: integer}}}}", 207, "5", "await client.GetAsync() + 0", "5")]
    [InlineData("default: {description: A, content: {application/json: {schema: {type: integer}}}}", 200, "5", "await client.GetAsync() + 0", "5")]
    [InlineData("'201': {description: A, content: {application/json: {schema: {type: integer}}}}, '202': {description: B, content: {application/json: {schema: {type: integer}}}}", 202, "5", "await client.GetAsync() + 0", "5")]
    [InlineData("'200': {description: A, content: {application/vnd.a+json; v=1: {schema: {type: integer}}, text/html: {}}}", 200, "5", "await client.GetAsync() + 0", "5")]
    [InlineData("'200': {$ref: '#/components/responses/R'}", 200, "5", "await client.GetAsync() + 0", "5")]
    public async Task Body__has_the_type_of_the_success(string responses, int status, string json, string expression, string expected)
    {
        var test = Live.Document(
            $"paths: {{/a: {{get: {{operationId: get, responses: {{{responses}}}}}}}}}\n"
            + "components: {responses: {R: {description: A, content: {application/json: {schema: {type: integer}}}}}}\n");
        Assert.Equal(expected, await test.CallAsync(new RecordingHandler().Answer(status, json), $"return Convert.ToString({expression})!;"));
    }

    [Fact]
    public async Task Several_successes_of_different_types__other_one_comes_as_raw_bytes()
    {
        var test = Live.Document("""
            paths:
              /a:
                get:
                  operationId: get
                  responses:
                    '200': {description: A, content: {application/json: {schema: {type: object, properties: {a: {type: integer}}}}}}
                    '202': {description: B, content: {application/json: {schema: {type: object, properties: {b: {type: integer}}}}}}
            """);
        var result = await test.CallAsync(
            new RecordingHandler().Answer(202, "{\"b\":1}"),
            "var r = await client.GetWithResponseAsync(); return $\"{r.IsSuccess} {r.Body is null} {System.Text.Encoding.UTF8.GetString(r.RawBody.Span)}\";");
        Assert.Equal("True True {\"b\":1}", result);
    }
}
