using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class JsonLinesBodyTests
{
    private static readonly GeneratorTest Bulk = Live.Document("""
        paths:
          /bulk:
            post: {operationId: bulk, requestBody: {required: true, content: {application/x-ndjson: {schema: {type: array, items: {oneOf: [{$ref: '#/components/schemas/Order'}, {type: object, title: Action, required: [index], properties: {index: {type: string}}}]}}}}}, responses: {'204': {description: Done}}}
            put: {operationId: sequence, requestBody: {content: {application/json-seq: {itemSchema: {$ref: '#/components/schemas/Order'}}}}, responses: {'204': {description: Done}}}
            patch: {operationId: both, requestBody: {required: true, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Order'}}}, application/jsonl: {itemSchema: {$ref: '#/components/schemas/Order'}}}}, responses: {'204': {description: Done}}}
            delete: {operationId: text, requestBody: {required: true, content: {application/x-ndjson: {schema: {type: string}}}}, responses: {'204': {description: Done}}}
            query: {operationId: any, requestBody: {required: true, content: {application/x-ndjson: {}}}, responses: {'204': {description: Done}}}
        components: {schemas: {Order: {type: object, required: [id], properties: {id: {type: string}}}}}
        """, "3.2.0");

    private const string Items = "async System.Collections.Generic.IAsyncEnumerable<T> Items<T>(params T[] items) { foreach (var item in items) { await Task.Yield(); yield return item; } }";

    [Theory]
    [InlineData("BulkAsync(Items<BulkBodyItem>(new BulkBodyItemAction { Index = \"a\" }, new Order { Id = \"1\" }))", "application/x-ndjson", "{\"index\":\"a\"}\n{\"id\":\"1\"}\n")]
    [InlineData("SequenceAsync(Items(new Order { Id = \"1\" }, new Order { Id = \"2\" }))", "application/json-seq", "\u001e{\"id\":\"1\"}\n\u001e{\"id\":\"2\"}\n")]
    [InlineData("SequenceAsync()", null, "")]
    [InlineData("BothAsJsonLinesAsync(Items(new Order { Id = \"1\" }))", "application/jsonl", "{\"id\":\"1\"}\n")]
    [InlineData("BothAsync([new Order { Id = \"1\" }])", "application/json", "[{\"id\":\"1\"}]")]
    [InlineData("TextAsync(\"{}\")", "application/x-ndjson", "{}")]
    [InlineData("AnyAsync(Items(System.Text.Json.JsonElement.Parse(\"[1]\")))", "application/x-ndjson", "[1]\n")]
    public async Task Items__are_sent_one_after_the_other(string call, string? mediaType, string body)
    {
        var handler = new RecordingHandler().Answer(204);
        await Bulk.CallAsync(handler, $"await client.{call}; return \"\"; {(call.Contains("Items(", StringComparison.Ordinal) || call.Contains("Items<", StringComparison.Ordinal) ? Items : "")}");
        Assert.Equal((mediaType, body), (handler.Request.Headers.GetValueOrDefault("Content-Type"), handler.Request.Body ?? ""));
    }

    [Fact]
    public async Task Items_that_break_off__fail_the_call_with_their_own_exception_and_are_never_asked_for_again()
    {
        var result = await Bulk.WithProgram($$"""
            var asked = 0;
            var client = new TestClient(new HttpClient(handler));
            try { await client.SequenceAsync(Broken()); return "sent"; }
            catch (ApiException exception) { return exception.InnerException!.Message + asked; }
            async System.Collections.Generic.IAsyncEnumerable<Order> Broken() { asked++; yield return new Order { Id = "1" }; await Task.Yield(); throw new InvalidOperationException("broken"); }
            """).Run().RunProgramAsync(new RecordingHandler().Answer(204).Answer(204));
        Assert.Equal("broken1", result);
    }
}
