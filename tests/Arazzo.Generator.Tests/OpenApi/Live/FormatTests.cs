namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class FormatTests
{
    [Fact]
    public Task What_servers_write_instead__is_read_and_loses_nothing() => SchemaRow.VerifyAsync("3.1.0", "",
        Of("{type: string, format: date-time}", "\"2026-11-22T20:40:00\"", "((DateTimeOffset)item.V!).Offset", "00:00:00", "\"2026-11-22T20:40:00+00:00\""),
        Of("{type: string, format: date-time}", "\"2026-11-22T20:40:00.123\"", "((DateTimeOffset)item.V!).Hour", "20", "\"2026-11-22T20:40:00.123+00:00\""),
        Of("{type: string, format: date-time}", "\"2026-11-22 20:40:00Z\"", "((DateTimeOffset)item.V!).Hour", "20", "\"2026-11-22T20:40:00+00:00\""),
        Of("{type: string, format: date-time}", "\"2026-11-22T20:40:00-0500\"", "((DateTimeOffset)item.V!).Offset", "-05:00:00", "\"2026-11-22T20:40:00-05:00\""),
        Of("{type: string, format: date-time}", "\"2026-11-22\"", "((DateTimeOffset)item.V!).UtcDateTime.Hour", "0", "\"2026-11-22T00:00:00+00:00\""),
        Of("{type: string, format: date-time}", "\"2026-11-22T20:40:00.1234567Z\"", "((DateTimeOffset)item.V!).Nanosecond", "700", "\"2026-11-22T20:40:00.1234567+00:00\""),
        Of("{type: string, format: guid}", "\"6f9619ff8b86d011b42d00cf4fc964ff\"", "((Guid)item.V!).ToString(\"N\")[0]", "6", "\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\""),
        Of("{type: integer}", "5.0", "item.V + 0L", "5", "5"),
        Of("{type: integer, format: int32}", "1e3", "item.V + 0", "1000", "1000"));

    [Fact]
    public Task Formats_without_an_exact_type__are_text() => SchemaRow.VerifyAsync("3.1.0", "",
        [.. new[] { "date-time-local", "time", "email", "hostname", "ipv4", "ipv6", "char", "password", "regex", "http-date", "uri-template", "json-pointer", "decimal", "sf-string", "unix-time" }
            .Select(static format => Of($"{{type: string, format: {format}}}", "\"a\"", "(string)item.V!", "a"))]);

    [Fact]
    public Task Formats_with_an_exact_type__have_it() => SchemaRow.VerifyAsync("3.1.0", "",
        Of("{type: string, format: time-local}", "\"20:40:01.5\"", "((TimeOnly)item.V!).Second", "1"),
        Of("{type: string, format: iri}", "\"https://a.test/b\"", "item.V!.Host", "a.test"),
        Of("{type: string, format: uri-reference}", "\"../b\"", "item.V!.IsAbsoluteUri", "False"),
        Of("{type: string, format: base64url}", "\"-_8\"", "item.V![0]", "251"),
        Of("{type: string, format: base64url}", "\"-_8=\"", "item.V!.Length", "2", "\"-_8\""),
        Of("{type: string, contentEncoding: base64url}", "\"\"", "item.V!.Length", "0"),
        Of("{type: array, items: {type: string, format: base64url}}", "[\"-_8\"]", "item.V![0][1]", "255"),
        Of("{oneOf: [{type: string, format: base64url}, {type: string, format: byte}, {type: integer}]}", "\"-_8\"", "item.V!.TryGetBase64Url(out var b) ? b[1] : 0", "255"),
        Of("{type: string, format: duration}", "\"P1M\"", "item.V!.Value.After(new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero)).Day", "28"),
        Of("{type: string, format: duration}", "\"PT60S\"", "(TimeSpan)item.V!.Value == TimeSpan.FromMinutes(1)", "True"),
        Of("{type: integer, format: uint64}", "18446744073709551615", "(ulong)item.V!", "18446744073709551615"),
        Of("{type: integer, format: int8}", "-128", "(int)item.V!", "-128"),
        Of("{type: integer, format: uint32}", "4294967295", "(long)item.V!", "4294967295"),
        Of("{type: integer, format: unix-time}", "1700000000", "(long)item.V!", "1700000000"),
        Of("{type: integer, format: double-int}", "9007199254740991", "(long)item.V!", "9007199254740991"),
        Of("{type: number, format: decimal128}", "0.10", "(decimal)item.V!", "0.10"));

    [Theory]
    [InlineData("{type: integer}", "9223372036854775808", "a 64-bit integer, found another number")]
    [InlineData("{type: integer}", "1.5", "a 64-bit integer, found another number")]
    [InlineData("{type: integer, format: int32}", "3e9", "a 32-bit integer, found another number")]
    [InlineData("{type: string, format: date-time}", "\"10/11/2026\"", "a date and time (RFC 3339), found another string")]
    [InlineData("{type: string, format: date-time}", "\"\"", "a date and time (RFC 3339), found another string")]
    [InlineData("{type: string, format: base64url}", "\"a+b/\"", "base64url, found another string")]
    [InlineData("{type: string, format: uuid}", "\"none\"", "a UUID, found another string")]
    public async Task Value_that_its_type_cannot_hold__is_told_with_its_path(string schema, string json, string expected)
    {
        var test = Live.Document("paths: {/x: {get: {operationId: get, responses: {'200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}}}}}\n"
            + "components: {schemas: {Item: {type: object, properties: {list: {type: array, items: " + schema + "}}}}}\n");
        var handler = new Harness.RecordingHandler().Answer(200, $$"""{"list":[{{json}}]}""");
        var message = await test.CallAsync(handler, "try { await client.GetAsync(); return \"\"; } catch (ApiException exception) { return exception.Message; }");
        Assert.Contains($"$.list[0] (byte 9). Expected {expected}.", message, StringComparison.Ordinal);
    }

    private static SchemaRow Of(string schema, string value, string expression, string expected, string? written = null) =>
        new($"{{type: object, properties: {{v: {schema}}}}}", $"{{\"v\":{value}}}", expression, expected, written is null ? null : $"{{\"v\":{written}}}");
}
