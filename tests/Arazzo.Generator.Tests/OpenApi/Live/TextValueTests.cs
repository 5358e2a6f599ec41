using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

/// <summary>Numbers, dates, enums and other single values whose media type is text.</summary>
public sealed class TextValueTests
{
    private const string Both = """
        paths:
          /value:
            post:
              operationId: echo
              requestBody: {required: true, content: {text/plain: {schema: SCHEMA}}}
              responses: {'200': {description: A, content: {text/plain: {schema: SCHEMA}}}, '400': {description: B, content: {text/plain: {schema: SCHEMA}}}}
        components:
          schemas:
            State: {type: string, enum: [on, 'off']}
            Level: {type: integer, enum: [1, 2]}
            Limit: {oneOf: [{type: integer}, {type: boolean}, {type: string}]}
            Pet: {type: object, properties: {name: {type: string}}}
            Owned: {oneOf: [{type: string}, {$ref: '#/components/schemas/Pet'}]}
        """;

    [Theory]
    [InlineData("{type: integer}", "-7L", "-7", "long", "-7")]
    [InlineData("{type: integer, format: int32}", "7", "7\n", "int", "7")]
    [InlineData("{type: number}", "1.5d", "1.5e0", "double", "1.5")]
    [InlineData("{type: number, format: decimal}", "1.50m", "1.50", "decimal", "1.50")]
    [InlineData("{type: boolean}", "true", " True ", "bool", "true")]
    [InlineData("{type: string, format: date}", "new DateOnly(2026, 2, 1)", "2026-02-01", "DateOnly", "2026-02-01")]
    [InlineData("{type: string, format: date-time}", "new DateTimeOffset(2026, 2, 1, 3, 4, 5, TimeSpan.FromHours(2))", "2026-02-01T03:04:05+02:00", "DateTimeOffset", "2026-02-01T03:04:05+02:00")]
    [InlineData("{type: string, format: duration}", "Duration.Parse(\"PT1H\")", "PT1H", "Duration", "PT1H")]
    [InlineData("{type: string, format: uuid}", "new Guid(\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\")", "6f9619ff-8b86-d011-b42d-00cf4fc964ff\r\n", "Guid", "6f9619ff-8b86-d011-b42d-00cf4fc964ff")]
    [InlineData("{type: string, format: uri}", "new Uri(\"https://a.test/\")", "https://a.test/", "Uri", "https://a.test/")]
    [InlineData("{type: string, format: byte}", "new byte[] { 65 }", "QQ==", "byte[]", "QQ==")]
    [InlineData("{$ref: '#/components/schemas/State'}", "State.Off", "off\n", "State", "off")]
    [InlineData("{$ref: '#/components/schemas/State'}", "new(\"7\")", "7", "State", "7")]
    [InlineData("{$ref: '#/components/schemas/Level'}", "Level._2", "2", "Level", "2")]
    [InlineData("{$ref: '#/components/schemas/Limit'}", "(Limit)7L", "7", "Limit", "7")]
    [InlineData("{$ref: '#/components/schemas/Limit'}", "(Limit)true", "true", "Limit", "true")]
    [InlineData("{$ref: '#/components/schemas/Limit'}", "(Limit)\"none\"", "none", "Limit", "none")]
    // What has no text of its own is the text itself, white space included.
    [InlineData("{type: string}", "\" a\\n\"", " a\n", "string", " a\n")]
    [InlineData("{type: array, items: {type: string}}", "\"a,b\"", "a,b", "string", "a,b")]
    [InlineData("{$ref: '#/components/schemas/Owned'}", "\"Rex\"", "Rex", "string", "Rex")]
    [InlineData("{}", "\"a\"", "a", "string", "a")]
    public async Task Value__is_sent_and_read_as_text(string schema, string value, string answer, string type, string sent)
    {
        var handler = new RecordingHandler().Answer(200, answer, ("Content-Type", "text/plain")).Answer(400, answer, ("Content-Type", "text/plain; charset=utf-8"));
        var result = await Live.Document(Both.Replace("SCHEMA", schema, StringComparison.Ordinal)).CallAsync(handler, $$"""
            {{type}} value = {{value}};
            {{type}} read = await client.EchoAsync(value);
            {{type}} error = default!;
            try { await client.EchoAsync(value); } catch (ApiException<{{type}}> e) { error = e.Error; }
            return $"{System.Text.Json.JsonSerializer.Serialize(read) == System.Text.Json.JsonSerializer.Serialize(value)} {System.Text.Json.JsonSerializer.Serialize(error) == System.Text.Json.JsonSerializer.Serialize(value)}";
            """);
        Assert.Equal(("True True", sent, "text/plain; charset=utf-8"), (result, handler.Requests[0].Body, handler.Requests[0].Headers["Content-Type"]));
    }

    [Theory]
    [InlineData("{type: integer}", "text/plain", "1.5", "200 3 The text is not what the API's description says. Expected a 64-bit integer, found another string.")]
    [InlineData("{type: integer}", "text/plain", "1 2", "200 3 The text is not what the API's description says. Expected a 64-bit integer, found another string.")]
    [InlineData("{type: integer}", "text/plain", "secret", "200 6 The text is not what the API's description says. Expected a 64-bit integer, found another string.")]
    [InlineData("{type: boolean}", "text/plain", "", "200 0 The API's description promises a value as text, but the body is empty.")]
    [InlineData("{type: string, format: date}", "text/html", "<html>", "200 6 The API's description promises a value as text, but the body is text/html: a proxy, a login page or a wrong base address may have answered.")]
    [InlineData("{type: [integer, 'null']}", "text/plain", "", "null")]
    [InlineData("{type: [integer, 'null']}", "text/plain", "null", "null")]
    [InlineData("{type: integer}", "application/json", "12", "12")]
    [InlineData("{type: string, format: date}", "application/json", "\"2026-02-01\"", "2026-02-01")]
    public async Task Text_that_is_no_such_value__is_a_failure_that_keeps_it(string schema, string mediaType, string body, string expected)
    {
        var handler = new RecordingHandler().Answer(200, body, ("Content-Type", mediaType));
        var result = await Live.Document($"paths: {{/a: {{get: {{operationId: get, responses: {{'200': {{description: A, content: {{text/plain: {{schema: {schema}}}}}}}}}}}}}}}").CallAsync(handler, """
            try { return System.Text.Json.JsonSerializer.Serialize(await client.GetAsync()).Trim('"'); }
            catch (ApiException e) { return $"{e.StatusCode} {e.RawBody.Length} {e.Message[e.Message.IndexOf("The ")..]}"; }
            """);
        Assert.Contains(expected, result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{type: string, format: uuid}", "6f9619ff-8b86-d011-b42d-00cf4fc964ff")]
    [InlineData("{type: string, format: date-time}", "2026-02-01T03:04:05Z")]
    [InlineData("{type: string, enum: [a, b]}", "b")]
    [InlineData("{type: integer}", "7")]
    public async Task Any_media_type__may_be_text(string schema, string body)
    {
        var handler = new RecordingHandler().Answer(200, body, ("Content-Type", "text/plain;charset=UTF-8"));
        var result = await Live.Document($"paths: {{/a: {{get: {{operationId: get, responses: {{'200': {{description: A, content: {{'*/*': {{schema: {schema}}}}}}}}}}}}}}}")
            .CallAsync(handler, "return System.Text.Json.JsonSerializer.Serialize(await client.GetAsync()).Trim('\"');");
        Assert.Equal(body, result.Replace("+00:00", "Z", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Object_in_text__is_JSON()
    {
        var handler = new RecordingHandler().Answer(200, "{\"name\":\"Rex\"}", ("Content-Type", "text/plain"));
        var result = await Live.Document(Both.Replace("SCHEMA", "{$ref: '#/components/schemas/Pet'}", StringComparison.Ordinal)).CallAsync(handler, "return (await client.EchoAsync(new Pet { Name = \"Tim\" })).Name!;");
        Assert.Equal(("Rex", "{\"name\":\"Tim\"}", "text/plain"), (result, handler.Request.Body, handler.Request.Headers["Content-Type"]));
    }

    [Fact]
    public async Task Same_value_as_JSON_and_as_text__is_one_result()
    {
        var handler = new RecordingHandler().Answer(200, "1", ("Content-Type", "application/json")).Answer(201, "2", ("Content-Type", "text/plain")).Answer(204);
        var result = await Live.Document("""
            paths: {/a: {post: {operationId: add, responses: {'200': {description: A, content: {application/json: {schema: {type: integer}}}}, '201': {description: B, content: {text/plain: {schema: {type: integer}}}}, '204': {description: C}}}}}
            """).CallAsync(handler, "long? first = await client.AddAsync(), second = await client.AddAsync(), third = await client.AddAsync(); return $\"{first} {second} {third}\";");
        Assert.Equal("1 2 ", result);
    }
}
