using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class StreamTests
{
    private const string Schemas = """
        components:
          schemas:
            Chunk: {type: object, required: [text], properties: {text: {type: string}}}
            Event: {type: object, properties: {event: {type: string}, data: {type: string, contentMediaType: application/json, contentSchema: {$ref: '#/components/schemas/Chunk'}}, id: {type: string}, retry: {type: integer}}}
            Embedded: {type: object, properties: {event: {type: string}, data: {$ref: '#/components/schemas/Chunk'}}}
            Plain: {type: object, properties: {event: {type: string}, data: {type: string}}}
        """;

    [Theory]
    [InlineData("text/event-stream: {schema: {$ref: '#/components/schemas/Chunk'}}", "data: {\"text\":\"a\"}\n\ndata: {\"text\":\"b\"}\n\ndata: [DONE]\n\n", "item.Text", "ab")]
    [InlineData("text/event-stream: {itemSchema: {$ref: '#/components/schemas/Event'}}", "event: x\ndata: {\"text\":\"a\"}\n\n", "item.Text", "a")]
    [InlineData("text/event-stream: {itemSchema: {$ref: '#/components/schemas/Embedded'}}", "event: x\ndata: {\"text\":\"a\"}\n\n", "item.Text", "a")]
    [InlineData("text/event-stream: {itemSchema: {$ref: '#/components/schemas/Chunk'}}", "data: {\"text\":\"a\"}\n\n", "item.Text", "a")]
    [InlineData("text/event-stream: {schema: {type: array, items: {$ref: '#/components/schemas/Chunk'}}}", "data: {\"text\":\"a\"}\n\n", "item.Text", "a")]
    [InlineData("text/event-stream: {schema: {type: string}}", "event: x\nid: 3\ndata: a\n\n", "(item.Event + item.Data + item.Id)", "xa3")]
    [InlineData("text/event-stream: {itemSchema: {$ref: '#/components/schemas/Plain'}}", "event: x\ndata: a\n\n", "(item.Event + item.Data)", "xa")]
    [InlineData("text/event-stream: {itemSchema: {oneOf: [{properties: {event: {const: a}, data: {type: string, contentMediaType: application/json, contentSchema: {$ref: '#/components/schemas/Chunk'}}}}, {properties: {event: {const: b}, data: {type: object, required: [count], properties: {count: {type: integer}}}}}]}}", "event: a\ndata: {\"text\":\"a\"}\n\nevent: b\ndata: {\"count\":2}\n\n", "item.Match(chunk => chunk.Text, other => other.Count.ToString(), unknown => \"?\")", "a2")]
    [InlineData("text/event-stream: {itemSchema: {oneOf: [{properties: {event: {const: made}, data: {title: Made, type: object, properties: {id: {type: string}}}}}, {properties: {event: {enum: [gone]}, data: {title: Gone, type: object, properties: {id: {type: string}}}}}, {properties: {event: {const: all}, data: {type: array, items: {type: string}}}}]}}", "event: gone\ndata: {\"id\":\"1\"}\n\nevent: made\ndata: {\"id\":\"2\"}\n\nevent: all\ndata: [\"3\"]\n\nevent: new\ndata: 4\n\n", "item.Match(made => \"made \" + made.Id, gone => \"gone \" + gone.Id, all => all[0], unknown => unknown.GetRawText())", "gone 1made 234")]
    [InlineData("text/event-stream: {itemSchema: {oneOf: [{properties: {event: {const: a}, data: {$ref: '#/components/schemas/Chunk'}}}, {properties: {event: {const: b}, data: {type: string}}}]}}", "event: b\ndata: x\n\n", "(item.Event + item.Data)", "bx")]
    [InlineData("text/event-stream: {}", "data: a\n\n", "item.Data", "a")]
    [InlineData("application/x-ndjson: {schema: {$ref: '#/components/schemas/Chunk'}}", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n", "item.Text", "ab")]
    [InlineData("application/jsonl: {itemSchema: {$ref: '#/components/schemas/Chunk'}}", "{\"text\":\"a\"}\r\n{\"text\":\"b\"}", "item.Text", "ab")]
    [InlineData("application/json-seq: {itemSchema: {$ref: '#/components/schemas/Chunk'}}", "\u001e{\"text\":\n\"a\"}\n\u001e{\"text\":\"b\"}\n", "item.Text", "ab")]
    [InlineData("application/x-json-stream: {schema: {type: array, items: {type: integer}}}", "1\n2\n", "item", "12")]
    [InlineData("application/stream+json: {schema: {type: integer}}", "1\n2\n", "item", "12")]
    [InlineData("application/x-ndjson: {}", "{\"a\":1}\n", "item.GetProperty(\"a\")", "1")]
    [InlineData("application/json;stream=true: {schema: {$ref: '#/components/schemas/Chunk'}}", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n", "item.Text", "ab")]
    [InlineData("application/vnd.x+json; version=1; stream=on: {schema: {$ref: '#/components/schemas/Chunk'}}", "{\"text\":\"a\"}", "item.Text", "a")]
    [InlineData("application/json;stream=watch: {schema: {type: object, properties: {type: {type: string}, object: {type: integer}}}}", "{\"type\":\"ADDED\",\"object\":1}\n", "(item.Type + item.Object)", "ADDED1")]
    [InlineData("application/json;stream=watch: {schema: {type: object, required: [items], properties: {items: {type: array, items: {type: integer}}}}}", "{\"type\":\"ADDED\",\"object\":1}\n", "item.GetProperty(\"object\")", "1")]
    [InlineData("application/json;stream=watch: {itemSchema: {$ref: '#/components/schemas/Chunk'}}", "{\"text\":\"a\"}", "item.Text", "a")]
    public async Task Stream_of_items__is_an_async_sequence_of_their_type(string content, string body, string expression, string expected)
    {
        var mediaType = content[..content.IndexOf(':', StringComparison.Ordinal)];
        var handler = new RecordingHandler().Answer(200, body, ("Content-Type", mediaType));
        var result = await One(content).CallAsync(handler, $$"""var text = ""; await foreach (var item in client.GetAsync()) text += {{expression}}; return text;""");
        Assert.Equal(expected, result);
        Assert.Equal(mediaType, handler.Request.Headers["Accept"]);
    }

    [Theory]
    [InlineData("ChatAsync", "{\"text\":\"a\"}", "application/json", "return (await client.ChatAsync(new ChatBody())).Text;", "a")]
    [InlineData("ChatAsEventsAsync", "data: {\"text\":\"a\"}\n\n", "text/event-stream", "await foreach (var item in client.ChatAsEventsAsync(new ChatBody { Stream = true })) return item.Text; return \"\";", "a")]
    [InlineData("ChatAsEventsWithResponseAsync", "event: x\ndata: {\"text\":\"a\"}\n\n", "text/event-stream", "await foreach (var item in (await client.ChatAsEventsWithResponseAsync(new ChatBody())).Body!) return item.Event + item.Data.Text; return \"\";", "xa")]
    public async Task Answer_that_may_be_whole_or_a_stream__has_a_method_for_each(string method, string body, string mediaType, string program, string expected)
    {
        var test = Live.Document(
            "paths: {/chat: {post: {operationId: chat, requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {stream: {type: boolean}}}}}}, responses: {"
            + "'200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/Chunk'}}, text/event-stream: {schema: {$ref: '#/components/schemas/Chunk'}}}}}}}}\n" + Schemas);
        var handler = new RecordingHandler().Answer(200, body, ("Content-Type", mediaType));
        Assert.Equal(expected, await test.CallAsync(handler, program));
        Assert.Equal(mediaType, handler.Request.Headers["Accept"]);
        Assert.Contains("Async", method, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/octet-stream: {}")]
    [InlineData("image/png: {schema: {type: string, format: binary}}")]
    [InlineData("text/csv: {schema: {type: string, format: binary}}")]
    [InlineData("application/json: {schema: {type: string, format: binary}}")]
    [InlineData("'*/*': {schema: {type: string, format: binary}}")]
    [InlineData("application/pdf: {schema: {type: string, contentMediaType: application/pdf}}")]
    public async Task Binary_answer__is_a_stream(string content)
    {
        var handler = new RecordingHandler().Answer(200, "bytes", ("Content-Type", "image/png"), ("Content-Disposition", "attachment; filename=\"a.png\""));
        var result = await One(content).CallAsync(handler, """
            var response = await client.GetWithResponseAsync();
            await using System.IO.Stream stream = response.Body!;
            return new System.IO.StreamReader(stream).ReadToEnd() + " " + response.Headers.FileName;
            """);
        Assert.Equal("bytes a.png", result);
    }

    [Fact]
    public async Task Binary_answer_or_none__is_a_stream_or_null()
    {
        var test = Live.Document("paths: {/a: {get: {operationId: get, responses: {'200': {description: A, content: {image/png: {}}}, '204': {description: B}}}}}\n");
        Assert.Equal("True", await test.CallAsync(new RecordingHandler().Answer(204), "return (await client.GetAsync() is null).ToString();"));
    }

    private static GeneratorTest One(string content) =>
        Live.Document($"paths: {{/a: {{get: {{operationId: get, responses: {{'200': {{description: A, content: {{{content}}}}}}}}}}}}}\n" + Schemas);
}
