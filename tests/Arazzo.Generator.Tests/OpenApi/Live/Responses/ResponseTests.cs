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

    [Theory]
    // The document's types in its order, then those of errors; a range says JSON first.
    [InlineData("'200': {description: A, content: {application/vnd.a+json: {}}}, default: {description: B, content: {application/problem+json: {}, application/json: {}}}", "application/vnd.a+json, application/json;q=0.9")]
    [InlineData("'200': {description: A, content: {text/csv: {}, application/xml: {}}}", "text/csv")]
    [InlineData("'200': {description: A, content: {application/xml: {}, application/hal+json: {}, application/json: {}}}", "application/json")]
    [InlineData("'200': {description: A, content: {'*/*': {schema: {type: object}}}}", "application/json, */*;q=0.8")]
    [InlineData("'200': {description: A, content: {'image/*': {}}}, '400': {description: B, content: {application/json: {}}}", "image/*, application/json;q=0.9")]
    [InlineData("'200': {description: A, content: {text/event-stream: {}}}", "text/event-stream")]
    [InlineData("'200': {description: A, content: {application/jsonl: {}}}", "application/jsonl")]
    [InlineData("'200': {description: A}", "")]
    [InlineData("'204': {description: A, content: {application/json: {}}}", "")]
    public async Task Accept__says_what_can_be_read(string responses, string expected)
    {
        var handler = new RecordingHandler().Answer(500);
        await One(responses).CallAsync(handler, "var response = await client.GetWithResponseAsync(); return \"\";");
        Assert.Equal(expected, handler.Request.Headers.TryGetValue("Accept", out var accept) ? accept : "");
    }

    [Theory]
    [InlineData("application/json; charset=utf-8", "{\"a\":1}", "1")]
    [InlineData("text/plain", "{\"a\":1}", "1")]
    [InlineData("text/html", "{\"a\":1}", "1")]
    [InlineData("", "{\"a\":1}", "1")]
    [InlineData("text/html; charset=utf-8", "<html>Sign in</html>", "200 False the body is text/html: <html>Sign in</html>")]
    [InlineData("application/json", "{\"a\":\"x\"}", "200 False at $.a (byte 5) {\"a\":\"x\"}")]
    public async Task Body__is_read_when_it_is_JSON_whatever_it_is_called(string mediaType, string body, string expected)
    {
        var handler = new RecordingHandler().Answer(200, body, ("Content-Type", mediaType));
        var result = await One("'200': {description: A, content: {application/json: {schema: {type: object, properties: {a: {type: integer}}}}}}").CallAsync(handler, """
            try { return (await client.GetAsync()).A.ToString()!; }
            catch (ApiException e)
            {
                var what = e.Message.Contains("the body is text/html:") ? "the body is text/html:" : e.Message[e.Message.IndexOf("at $")..(e.Message.IndexOf(')', e.Message.IndexOf("at $")) + 1)];
                return $"{e.StatusCode} {e.IsTransient} {what} {System.Text.Encoding.UTF8.GetString(e.RawBody.Span)}";
            }
            """);
        Assert.Equal(expected, result);
    }

    [Theory]
    [InlineData("text/csv", "text/csv; charset=iso-8859-1", "\u00e9", "é")]
    [InlineData("text/plain", "text/plain; charset=windows-1252", "\u0080", "€")]
    [InlineData("text/plain", "text/plain", "ab", "ab")]
    [InlineData("text/plain", "text/plain; charset=none", "ab", "ab")]
    [InlineData("application/yaml", "application/yaml", "", "")]
    [InlineData("text/html", "application/json", "{}", "{}")]
    public async Task Text__is_decoded_by_its_charset(string documented, string sent, string latin1, string expected)
    {
        var handler = new RecordingHandler().Answer(_ =>
        {
            var content = new ByteArrayContent(System.Text.Encoding.Latin1.GetBytes(latin1));
            content.Headers.TryAddWithoutValidation("Content-Type", sent);
            return new HttpResponseMessage { Content = content };
        });
        Assert.Equal(expected, await One($"'200': {{description: A, content: {{{documented}: {{schema: {{type: string}}}}}}}}").CallAsync(handler, "return await client.GetAsync();"));
    }

    [Fact]
    public async Task Error_in_text__is_typed()
    {
        var handler = new RecordingHandler().Answer(400, "bad", ("Content-Type", "text/plain"));
        var test = One("'204': {description: A}, '400': {description: B, content: {text/plain: {}}}");
        Assert.Equal("bad", await test.CallAsync(handler, "try { await client.GetAsync(); return \"\"; } catch (ApiException<string> e) { return e.Error; }"));
    }

    [Theory]
    [InlineData("'204': {description: A}")]
    [InlineData("'204': {description: A}, '400': {description: B}")]
    public async Task Problem_that_the_document_does_not_describe__is_recognised(string responses)
    {
        var handler = new RecordingHandler().Answer(
            400, "{\"type\":\"urn:no-credit\",\"title\":\"You do not have enough credit.\",\"detail\":\"secret\",\"balance\":30}", ("Content-Type", "application/problem+json; charset=utf-8"));
        var result = await One(responses).CallAsync(handler, """
            var response = await client.GetWithResponseAsync();
            return response.TryGetError<ApiProblem>(out var problem) ? $"{problem.Detail} {problem.Json.GetProperty("balance")} {response.Failure!.Message}" : "none";
            """);
        Assert.Equal("secret 30 get (GET /a) answered 400 Bad Request, error code 'urn:no-credit'. You do not have enough credit.", result);
    }

    [Theory]
    [InlineData("'302': {description: A}", 302, "ok ")]
    [InlineData("'302': {description: A}, default: {description: B}", 302, "ok ")]
    [InlineData("'200': {description: A}, '302': {description: A, content: {application/json: {schema: {type: string}}}}", 302, "302 typed body")]
    [InlineData("'200': {description: A}, '302': {description: A}", 302, "302 the header Location has the address")]
    [InlineData("'200': {description: A}", 302, "302 correct the base address")]
    [InlineData("'200': {description: A}, '304': {description: Not modified}", 304, "304 ")]
    public async Task Redirection__is_a_success_where_no_other_is_documented(string responses, int status, string expected)
    {
        var handler = new RecordingHandler().Answer(status, "\"body\"", ("Location", "https://other.test/x"));
        var result = await One(responses).CallAsync(handler, """
            try { await client.GetAsync(); return "ok "; }
            catch (ApiException<string> e) { return $"{e.StatusCode} typed {e.Error}"; }
            catch (ApiException e) { return $"{e.StatusCode} {(e.Message.Contains("correct the base") ? "correct the base address" : e.Message.Contains("the header Location has the address") ? "the header Location has the address" : "")}"; }
            """);
        Assert.Equal(expected, result.Replace("304 the header Location has the address", "304 ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("head", "'200': {description: A, content: {application/json: {schema: {type: integer}}}}")]
    [InlineData("get", "'204': {description: A, content: {application/json: {schema: {type: integer}}}}")]
    [InlineData("get", "'205': {description: A, content: {application/json: {schema: {type: integer}}}}")]
    public async Task Answer_that_has_no_body_by_definition__has_no_result(string method, string responses)
    {
        var test = Live.Document($"paths: {{/a: {{{method}: {{operationId: get, responses: {{{responses}}}}}}}}}\n");
        Assert.Equal("True", await test.CallAsync(new RecordingHandler().Answer(204), "Task call = client.GetAsync(); await call; return (!call.GetType().IsGenericType || call.GetType().GenericTypeArguments[0].Name is \"NoContent\" or \"VoidTaskResult\").ToString();"));
    }

    [Fact]
    public async Task Response_in_another_file__is_read()
    {
        var test = Live.Document("paths: {/a: {get: {operationId: get, responses: {'200': {$ref: 'lib.yml#/components/responses/Ok'}}}}}\n")
            .With(
                "specs/lib.yml",
                "openapi: 3.1.0\ninfo: {title: Lib, version: '1'}\npaths: {}\nservers: [{url: 'https://lib.test'}]\n"
                + "components: {responses: {Ok: {description: A, headers: {X-A: {schema: {type: integer}}}, content: {application/json: {schema: {type: integer}}}}}}\n");
        var result = await test.CallAsync(new RecordingHandler().Answer(200, "5", ("X-A", "6")), "var r = await client.GetWithResponseAsync(); return $\"{r.Body} {new GetHeaders(r.Headers).XA}\";");
        Assert.Equal("5 6", result);
    }

    [Fact]
    public async Task Default_alone__is_the_success_and_the_error()
    {
        var test = One("default: {description: A, content: {application/json: {schema: {type: object, properties: {a: {type: integer}}}}}}");
        const string program = "try { return $\"{(await client.GetAsync()).A}\"; } catch (ApiException<GetResponse> e) { return $\"{e.StatusCode} {e.Error.A}\"; }";
        Assert.Equal("1", await test.CallAsync(new RecordingHandler().Answer(200, "{\"a\":1}"), program));
        Assert.Equal("400 2", await test.CallAsync(new RecordingHandler().Answer(400, "{\"a\":2}"), program));
    }

    private static GeneratorTest One(string responses) => Live.Document($"paths: {{/a: {{get: {{operationId: get, responses: {{{responses}}}}}}}}}\n");
}
