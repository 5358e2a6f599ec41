using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

/// <summary>What YAML 1.1 takes for something else, in the places where documents have it.</summary>
public sealed class YamlTests
{
    private const string Text = """
        openapi: 3.1.0
        info: {title: Test, version: 1.10}
        servers: [{url: 'https://api.test/v1'}]
        x-common: &common
          deprecated: false
          responses: &responses
            200: &ok {description: Found, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
            404: {description: yes}
        paths:
          /a/{on}:
            parameters: [{name: on, in: path, required: true, schema: {type: string}}]
            get:
              <<: *common
              operationId: NO
            put:
              <<: [{deprecated: false}, *common]
              operationId: y
              responses: {<<: *responses, 200: {description: Replaced}}
            post: {operationId: 007, parameters: [{name: word, in: query, schema: {$ref: '#/components/schemas/Word'}}], responses: {2XX: *ok}}
        components:
          schemas:
            Word: {type: string, enum: [NO, on, y, 2026-11-22, 12:30:45, 017, 0o17, 1_000, .5, 1.10, ~]}
            Plain: {enum: [NO, on, Off]}
            Number: {type: integer, enum: [0o17, 0x1F, +3]}
            Item:
              type: object
              properties:
                y: {type: string}
                NO: {type: string}
                null: {type: string}
                true: {type: string}
                200: {type: string}
                1.10: {type: string}
                word: {$ref: '#/components/schemas/Word'}
                plain: {$ref: '#/components/schemas/Plain'}
                number: {$ref: '#/components/schemas/Number'}

        """;

    private static string Written(string text, string form) => form switch
    {
        "CRLF" => text.ReplaceLineEndings("\r\n"),
        "CR" => text.ReplaceLineEndings("\r"),
        "BOM" => "\ufeff" + text,
        "start and end" => "%YAML 1.1\n---\n" + text + "...\n",
        "comments" => text.ReplaceLineEndings(" # a: 'b\n"),
        _ => text,
    };

    [Theory]
    [InlineData("LF")]
    [InlineData("CRLF")]
    [InlineData("CR")]
    [InlineData("BOM")]
    [InlineData("start and end")]
    [InlineData("comments")]
    public async Task Words_that_yaml_1_1_takes_for_something_else__are_what_they_look_like(string form)
    {
        const string Json = """{"y":"a","NO":"b","null":"c","true":"d","200":"e","1.10":"f","word":"0o17","plain":"Off","number":31}""";
        var handler = new RecordingHandler().Answer(200, Json).Answer(200).Answer(200, Json);
        var result = await GeneratorTest.Of(Live.Path, Written(Text, form)).CallAsync(handler, """
            var item = await client.NoAsync("x");
            await client.YAsync("x");
            await client._007Async("x", Word._12_30_45);
            var words = typeof(Word).GetProperties(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public).Where(static word => word.PropertyType == typeof(Word)).Select(static word => word.GetValue(null));
            return $"{item.Y}{item.No}{item.Null}{item.True}{item._200}{item._1_10} {item.Word} {item.Plain == Plain.Off} {item.Number == Number._31} {string.Join(' ', words)}";
            """);
        Assert.Equal("abcdef 0o17 True True NO on y 2026-11-22 12:30:45 017 0o17 1_000 .5 1.10", result);
        Assert.Equal(["GET /v1/a/x", "PUT /v1/a/x", "POST /v1/a/x?word=12%3A30%3A45"], handler.Requests.Select(static request => $"{request.Method} {request.Uri.PathAndQuery}"));
    }
}
