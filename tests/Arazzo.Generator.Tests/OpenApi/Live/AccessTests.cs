namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class AccessTests
{
    private const string ReadOnly = "{type: object, required: [id, name, url], properties: {id: {type: integer, readOnly: true}, url: {type: string, readOnly: true}, name: {type: string}}}";
    private const string WriteOnly = "{type: object, required: [secret, pin, name], properties: {secret: {type: string, writeOnly: true}, pin: {type: integer, writeOnly: true}, name: {type: string}}}";

    [Fact]
    public Task Read_only_and_required__is_there_in_answers_and_need_not_be_set() => SchemaRow.VerifyAsync("3.1.0", "",
        new(ReadOnly, "{\"id\":0,\"url\":\"u\",\"name\":\"n\"}", "item.Id + item.Url.Length", "1"),
        new(ReadOnly, "{\"id\":7,\"url\":\"u\",\"name\":\"n\"}", "System.Text.Json.JsonSerializer.Serialize(new Item1 { Name = \"x\" })", "{\"name\":\"x\"}"),
        new("{type: object, required: [at], properties: {at: {type: [string, 'null'], readOnly: true}}}", "{\"at\":null}", "item.At is null", "True", "{}"),
        new("{type: object, required: [r], properties: {r: {$ref: '#/components/schemas/Item0', readOnly: true}}}", "{\"r\":{\"id\":1,\"url\":\"u\",\"name\":\"n\"}}", "item.R.Id", "1"));

    [Fact]
    public Task Write_only_and_required__must_be_set_and_may_be_missing_in_answers() => SchemaRow.VerifyAsync("3.1.0", "",
        new(WriteOnly, "{\"secret\":\"s\",\"pin\":1,\"name\":\"n\"}", "item.Secret + item.Pin", "s1"),
        new(WriteOnly, "{\"name\":\"n\"}", "item.Name + (item.Secret is null)", "nTrue", "{\"pin\":0,\"name\":\"n\"}"));

    [Fact]
    public async Task Read_only_and_missing_in_an_answer__is_an_error()
    {
        var test = Live.Document("paths: {}\ncomponents: {schemas: {Item: " + ReadOnly + "}}\n");
        var result = await test.WithProgram("try { System.Text.Json.JsonSerializer.Deserialize<Item>(\"{\\\"name\\\":\\\"n\\\"}\"); return \"\"; } catch (System.Text.Json.JsonException exception) { return exception.Message; }").Run()
            .RunProgramAsync(new Harness.RecordingHandler());
        Assert.Contains("'id'", result, StringComparison.Ordinal);
    }

    [Fact]
    public Task Optional__takes_lists_and_arrays_as_they_are() => SchemaRow.VerifyAsync("3.1.0", "",
        new("{type: object, properties: {v: {type: [array, 'null'], items: {type: string}}}}", "{}", "(item.V = new[] { \"a\" }).Value!.Count", "1", "{\"v\":[\"a\"]}"),
        new("{type: object, properties: {v: {type: [array, 'null'], items: {type: string}}}}", "{}", "(item.V = new List<string> { \"a\" }).Value!.Count", "1", "{\"v\":[\"a\"]}"),
        new("{type: object, properties: {v: {type: [array, 'null'], items: {type: string}}}}", "{}", "(item.V = new([\"a\"])).Value!.Count", "1", "{\"v\":[\"a\"]}"));

    [Fact]
    public Task Property_of_several_parents__has_the_type_of_the_one_that_says_most() => SchemaRow.VerifyAsync("3.1.0",
        "    Level: {type: string, enum: [low, high]}\n    Base: {type: object, properties: {level: {$ref: '#/components/schemas/Level'}, n: {type: integer}}}\n",
        new("{allOf: [{$ref: '#/components/schemas/Base'}, {required: [level], properties: {level: {type: string, description: Mine}}}]}", "{\"level\":\"low\"}", "item.Level == Level.Low", "True"),
        new("{allOf: [{properties: {level: {type: string}}}, {$ref: '#/components/schemas/Base'}]}", "{\"level\":\"low\"}", "item.Level == Level.Low", "True"),
        new("{allOf: [{$ref: '#/components/schemas/Base'}], properties: {n: {type: integer, format: int32}}}", "{\"n\":1}", "(int)item.N!", "1"),
        new("{allOf: [{$ref: '#/components/schemas/Base'}], properties: {n: {description: Only words}}}", "{\"n\":1}", "item.N + 0L", "1"));
}
