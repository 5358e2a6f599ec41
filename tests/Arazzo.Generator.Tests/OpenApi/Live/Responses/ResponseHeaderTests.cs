using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class ResponseHeaderTests
{
    [Theory]
    [InlineData("schema: {type: string}", "a, b", "a, b")]
    [InlineData("schema: {type: integer}", "42", "42")]
    [InlineData("schema: {type: integer}", "many", "null")]
    [InlineData("schema: {type: integer}", null, "null")]
    [InlineData("schema: {type: integer, format: int32}", " 7 ", "7")]
    [InlineData("schema: {type: number}", "1.5", "1.5")]
    [InlineData("schema: {type: boolean}", "True", "True")]
    [InlineData("schema: {type: string, format: date-time}", "2026-11-22T10:00:00Z", "2026-11-22T10")]
    [InlineData("schema: {type: string, format: date-time}", "Sun, 22 Nov 2026 10:00:00 GMT", "2026-11-22T10")]
    [InlineData("schema: {type: string, format: date}", "2026-11-22", "2026-11-22")]
    [InlineData("schema: {type: string, format: uuid}", "00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000001")]
    [InlineData("schema: {type: string, format: uri}", "/next?page=2", "/next?page=2")]
    [InlineData("schema: {type: string, enum: [a, b]}", "c", "c")]
    [InlineData("schema: {type: array, items: {type: string}}", "a, \"b, c\" ,d", "a|b, c|d")]
    [InlineData("schema: {type: array, items: {type: integer}}", "1,2,3", "1|2|3")]
    [InlineData("schema: {type: array, items: {type: integer}}", "1,x", "null")]
    [InlineData("content: {application/json: {schema: {type: array, items: {type: integer}}}}", "[1,2]", "1|2")]
    [InlineData("schema: {type: object, properties: {a: {type: integer}}}", "a,1", "a,1")]
    [InlineData("$ref: '#/components/headers/Shared'", "5", "5")]
    [InlineData("description: Undescribed", "x", "x")]
    public async Task Documented_header__has_the_type_of_its_schema(string header, string? value, string expected)
    {
        var test = Live.Document(
            $"paths: {{/a: {{get: {{operationId: get, responses: {{'204': {{description: A, headers: {{X-Value: {{{header}}}}}}}}}}}}}}}\n"
            + "components: {headers: {Shared: {schema: {type: integer}}}}\n");
        var result = await test.CallAsync(new RecordingHandler().Answer(204, "", value is null ? ("X-Other", "y") : ("X-Value", value)), """
            var value = (object?)new GetHeaders((await client.GetWithResponseAsync()).Headers).XValue;
            return value switch
            {
                null => "null",
                string text => text,
                DateTimeOffset time => time.ToString("yyyy-MM-ddTHH"),
                DateOnly date => date.ToString("yyyy-MM-dd"),
                System.Collections.IEnumerable list => string.Join('|', System.Linq.Enumerable.Cast<object>(list)),
                IFormattable formattable => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
                _ => value.ToString()!,
            };
            """);
        Assert.Equal(expected, result);
    }

    [Fact]
    public async Task Headers_of_all_answers__are_one_struct_that_reads_failures_too()
    {
        var test = Live.Document("""
            paths:
              /a:
                get:
                  operationId: get
                  responses:
                    '201': {description: A, headers: {Location: {schema: {type: string, format: uri}}, ETag: {schema: {type: string}}, Content-Type: {schema: {type: string}}}}
                    '429': {description: B, headers: {Retry-After: {schema: {type: integer}}, etag: {schema: {type: integer}}}}
            """);
        const string program = """
            try { var h = new GetHeaders((await client.GetWithResponseAsync()).Headers); if (h.RetryAfter is null) return $"{h.Location} {h.ETag}"; await client.GetAsync(); return ""; }
            catch (ApiException e) { return $"{new GetHeaders(e.ResponseHeaders).RetryAfter} {typeof(GetHeaders).GetProperty("ContentType") is null}"; }
            """;
        Assert.Equal("/a/1 \"v1\"", await test.CallAsync(new RecordingHandler().Answer(201, "", ("Location", "/a/1"), ("ETag", "\"v1\"")), program));
        var refused = new RecordingHandler().Answer(429, "", ("Retry-After", "3")).Answer(429, "", ("Retry-After", "3"));
        Assert.Equal("3 True", await test.CallAsync(refused, program));
    }

    [Fact]
    public async Task Set_Cookie__has_a_value_for_each_time_that_it_came()
    {
        var test = Live.Document("paths: {/a: {get: {operationId: get, responses: {'204': {description: A, headers: {Set-Cookie: {schema: {type: string}}}}}}}}\n");
        var handler = new RecordingHandler().Answer(204, "", ("Set-Cookie", "a=1; Expires=Sun, 22 Nov 2026 10:00:00 GMT"), ("Set-Cookie", "b=2"));
        Assert.Equal(
            "a=1; Expires=Sun, 22 Nov 2026 10:00:00 GMT|b=2",
            await test.CallAsync(handler, "return string.Join('|', new GetHeaders((await client.GetWithResponseAsync()).Headers).SetCookie);"));
    }

    [Fact]
    public async Task Operation_that_documents_no_headers__has_no_struct()
    {
        var test = Live.Document("paths: {/a: {get: {operationId: get, responses: {'204': {description: A}}}}}\n");
        Assert.Equal("True", await test.CallAsync(new RecordingHandler(), "await Task.Yield(); return (typeof(TestClient).Assembly.GetType(\"Tests.GetHeaders\") is null).ToString();"));
    }
}
