using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class JsonFaultTests
{
    private static readonly GeneratorTest Pets = Live.Document("""
        paths: {/pets: {get: {operationId: get, responses: {'200': {description: A, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}}}}}
        components:
          schemas:
            Pet: {type: object, required: [name], properties: {name: {type: string}, age: {type: integer, format: int32}, born: {type: string, format: date}, owner: {$ref: '#/components/schemas/Pet'}, tags: {type: object, additionalProperties: {type: boolean}}}}
        """);

    [Theory]
    [InlineData("{}", "Expected an array, found an object", "'$'", 0)]
    [InlineData("[{\"name\":\"a\"},{\"age\":1}]", "The required property 'name' of Pet is missing", "'$[1]'", 22)]
    [InlineData("[{\"name\":null}]", "Expected a string, found null", "'$[0].name'", 9)]
    [InlineData("[{\"name\":7}]", "Expected a string, found another number", "'$[0].name'", 9)]
    [InlineData("[{\"name\":\"a\",\"age\":\"7\"}]", "found another string", "'$[0].age'", 19)]
    [InlineData("[{\"name\":\"a\",\"age\":2147483648}]", "found another number", "'$[0].age'", 19)]
    [InlineData("[{\"name\":\"a\",\"born\":\"2026-13-01\"}]", "Expected a date", "'$[0].born'", 20)]
    [InlineData("[{\"name\":\"a\",\"owner\":{\"name\":[]}}]", "Expected a string, found an array", "'$[0].owner.name'", 29)]
    [InlineData("[{\"name\":\"a\",\"tags\":{\"x\":true,\"y z\":1}}]", "Expected true or false, found another number", "'$[0].tags['y z']'", 36)]
    [InlineData("[{\"name\":\"a\"", null, "", 12)]
    [InlineData("nonsense", null, "", 1)]
    public async Task Body_is_not_what_the_document_says__exception_tells_what_and_where(string json, string? what, string path, int position)
    {
        var result = await Pets.CallAsync(
            new RecordingHandler().Answer(200, json),
            "try { await client.GetAsync(); return \"read\"; } catch (ApiException e) { return e.Message; }");
        if (what is not null)
        {
            Assert.Contains(what, result, StringComparison.Ordinal);
            Assert.Contains(path.Trim('\''), result, StringComparison.Ordinal);
        }
        Assert.Contains($"{position}", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_is_nested_deeper_than_is_read__is_a_failure_and_nothing_worse()
    {
        var json = "[" + string.Concat(Enumerable.Repeat("{\"name\":\"a\",\"owner\":", 100_000)) + "null" + new string('}', 100_000) + "]";
        var result = await Pets.CallAsync(
            new RecordingHandler().Answer(200, json),
            "try { await client.GetAsync(); return \"read\"; } catch (ApiException e) { return e.GetType().Name; }");
        Assert.Equal("ApiException", result);
    }

    [Theory]
    [InlineData("client.AddAsync(new() { Text = \"\\uD800\" })", "$.text")]
    [InlineData("client.AddAsync(new() { AdditionalProperties = new Dictionary<string, string> { [\"a\"] = \"b\\uDC00c\" } })", "$.a")]
    [InlineData("client.AddAsFormAsync(new() { Text = \"\\uD800\" })", "$.text")]
    [InlineData("client.AddAsMultipartAsync(new() { Text = \"\\uD800\" })", "text")]
    [InlineData("client.AddAsXmlAsync(new() { Text = \"\\uD800\" })", "$.text")]
    [InlineData("client.AddAsTextAsync(\"\\uD800\")", "body")]
    public async Task Half_a_character__is_refused_in_every_body_before_anything_is_sent(string call, string place)
    {
        var handler = new RecordingHandler();
        var result = await Live.Document("""
            paths: {/x: {post: {operationId: add, requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}, application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Item'}}, multipart/form-data: {schema: {$ref: '#/components/schemas/Item'}}, application/xml: {schema: {$ref: '#/components/schemas/Item'}}, text/plain: {schema: {type: string}}}}, responses: {'204': {description: Done}}}}}
            components: {schemas: {Item: {type: object, properties: {text: {type: string}}, additionalProperties: {type: string}}}}
            """).CallAsync(handler, $"try {{ await {call}; return \"sent\"; }} catch (ArgumentException refused) {{ return refused.Message; }}");
        Assert.Contains("half of a surrogate pair", result, StringComparison.Ordinal);
        Assert.Contains(place, result, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Value_cannot_be_JSON__is_told_before_anything_is_sent()
    {
        var handler = new RecordingHandler();
        var result = await Live.Document("""
            paths: {/x: {post: {operationId: add, requestBody: {required: true, content: {application/json: {schema: {type: array, items: {type: number}}}}}, responses: {'204': {description: Done}}}}}
            """).CallAsync(handler, "try { await client.AddAsync([double.NaN]); return \"sent\"; } catch (ArgumentException) { return \"refused\"; }");
        Assert.Equal("refused", result);
        Assert.Empty(handler.Requests);
    }
}
