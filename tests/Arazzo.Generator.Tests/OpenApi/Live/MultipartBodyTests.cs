using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

public sealed class MultipartBodyTests
{
    private static readonly GeneratorTest Multiparts = Live.Document("""
        paths:
          /files:
            post:
              operationId: upload
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      required: [file]
                      properties:
                        purpose: {type: string, enum: [a, b]}
                        n: {type: integer}
                        file: {type: string, format: binary}
                        files: {type: array, items: {type: string, format: binary}}
                        meta: {$ref: '#/components/schemas/Meta'}
                        metas: {type: array, items: {$ref: '#/components/schemas/Meta'}}
                        tags: {type: array, items: {type: string}}
                        any: {}
                        csv: {type: string}
                        photo: {type: string, contentMediaType: image/png}
                        raw: {type: string, format: byte}
                        note: {type: [string, 'null']}
                        image: {anyOf: [{type: string, format: binary}, {type: array, items: {type: string, format: binary}}, {type: string, enum: [auto]}, {$ref: '#/components/schemas/Meta'}]}
                        ids: {type: array, items: {type: integer}}
                        range: {$ref: '#/components/schemas/Range'}
                        flat: {$ref: '#/components/schemas/Range'}
                        order: {$ref: '#/components/schemas/Range'}
                        '"é': {type: string}
                    encoding:
                      image: {contentType: 'image/png, image/*'}
                      ids: {style: form, explode: false}
                      range: {style: deepObject, explode: true}
                      flat: {explode: true, contentType: application/xml}
                      order: {contentType: application/xml}
                      csv: {contentType: text/csv, headers: {X-Kind: {schema: {type: string, const: c}}, X-Free: {schema: {type: string}}, Content-Type: {schema: {const: x}}}}
                      photo: {contentType: 'image/png, image/jpeg'}
                      files: {contentType: 'image/*'}
                      metas: {contentType: application/vnd.a+json}
              responses: {'204': {description: Done}}
            put: {operationId: optional, requestBody: {content: {multipart/form-data: {schema: {type: object, additionalProperties: false, properties: {a: {type: string}}}}}}, responses: {'204': {description: Done}}}
          /related:
            post: {operationId: related, requestBody: {required: true, content: {multipart/related: {schema: {type: object, properties: {meta: {$ref: '#/components/schemas/Meta'}, media: {type: string, format: binary}}}}}}, responses: {'204': {description: Done}}}
            put: {operationId: mixed, requestBody: {required: true, content: {multipart/mixed: {schema: {type: array, items: {$ref: '#/components/schemas/Meta'}}}}}, responses: {'204': {description: Done}}}
            query: {operationId: prefixed, requestBody: {required: true, content: {multipart/mixed: {schema: {type: array, prefixItems: [{$ref: '#/components/schemas/Meta'}, {type: string}]}, prefixEncoding: [{contentType: application/vnd.a+json}, {}, {contentType: 'text/csv'}], itemEncoding: {contentType: text/html}}}}, responses: {'204': {description: Done}}}
            delete: {operationId: encoded, requestBody: {required: true, content: {multipart/mixed: {schema: {type: array, items: {$ref: '#/components/schemas/Meta'}}, itemEncoding: {contentType: application/vnd.b+json}}}}, responses: {'204': {description: Done}}}
            trace: {operationId: either, requestBody: {required: true, content: {multipart/form-data: {schema: {oneOf: [{title: By file, type: object, required: [file], properties: {file: {type: string, format: binary}}}, {title: By url, type: object, required: [url], properties: {url: {type: string}}}]}}}}, responses: {'204': {description: Done}}}
            options: {operationId: streamed, requestBody: {required: true, content: {multipart/mixed: {itemSchema: {$ref: '#/components/schemas/Meta'}, itemEncoding: {contentType: application/vnd.c+json}}}}, responses: {'204': {description: Done}}}
            patch: {operationId: untyped, requestBody: {required: true, content: {multipart/form-data: {}}}, responses: {'204': {description: Done}}}
        components:
          schemas:
            Meta: {type: object, additionalProperties: false, properties: {x: {type: integer}}}
            Range: {type: object, additionalProperties: false, properties: {from: {type: string, xml: {attribute: true}}, to: {type: integer}}}
        """, "3.2.0");

    [Theory]
    [InlineData("UploadAsync(new() { File = new byte[] { 65 } })", "Content-Disposition: form-data; name=\"file\"; filename=\"file\"\nContent-Type: application/octet-stream\n\nA")]
    [InlineData("UploadAsync(new() { File = BinaryContent.FromBytes(new byte[] { 65 }, \"\\\"\\u00e9\\r\\n.txt\", \"text/plain\") })", "Content-Disposition: form-data; name=\"file\"; filename=\"%22é%0D%0A.txt\"\nContent-Type: text/plain\n\nA")]
    [InlineData("UploadAsync(new() { File = new System.IO.MemoryStream([65]), Purpose = new(\"a\"), N = 3 })", "Content-Disposition: form-data; name=\"purpose\"\n\na|Content-Disposition: form-data; name=\"n\"\n\n3|F")]
    [InlineData("UploadAsync(new() { File = new byte[] { 65 }, Meta = new() { X = 1 } })", "F|Content-Disposition: form-data; name=\"meta\"\nContent-Type: application/json\n\n{\"x\":1}")]
    [InlineData("UploadAsync(new() { File = new byte[] { 65 }, Metas = [new() { X = 1 }, new() { X = 2 }] })", "F|Content-Disposition: form-data; name=\"metas\"\nContent-Type: application/vnd.a+json\n\n{\"x\":1}|Content-Disposition: form-data; name=\"metas\"\nContent-Type: application/vnd.a+json\n\n{\"x\":2}")]
    [InlineData("UploadAsync(new() { File = new byte[] { 65 }, Tags = [\"a\", \"é\"] })", "F|Content-Disposition: form-data; name=\"tags\"\n\na|Content-Disposition: form-data; name=\"tags\"\n\né")]
    [InlineData("UploadAsync(new() { File = new byte[] { 65 }, Files = [BinaryContent.FromBytes(new byte[] { 66 }, mediaType: \"image/gif\"), BinaryContent.FromBytes(new byte[] { 67 }, \"c\", \"image/png\")] })", "F|Content-Disposition: form-data; name=\"files\"; filename=\"files\"\nContent-Type: image/gif\n\nB|Content-Disposition: form-data; name=\"files\"; filename=\"c\"\nContent-Type: image/png\n\nC")]
    [InlineData("UploadAsync(new() { File = new byte[] { 65 }, Any = System.Text.Json.JsonDocument.Parse(\"[1,{}]\").RootElement })", "F|Content-Disposition: form-data; name=\"any\"\n\n1|Content-Disposition: form-data; name=\"any\"\nContent-Type: application/json\n\n{}")]
    [InlineData("UploadAsync(new() { File = new byte[] { 65 }, Csv = \"a,b\" })", "F|Content-Disposition: form-data; name=\"csv\"\nContent-Type: text/csv\nX-Kind: c\n\na,b")]
    [InlineData("UploadAsync(new() { File = new byte[] { 65 }, Photo = new byte[] { 66 }, Raw = new byte[] { 67 } })", "F|Content-Disposition: form-data; name=\"photo\"; filename=\"photo\"\nContent-Type: image/png\n\nB|Content-Disposition: form-data; name=\"raw\"\n\nQw==")]
    [InlineData("UploadAsync(new() { File = new byte[] { 65 }, Note = null, É = \"x\" })", "F|Content-Disposition: form-data; name=\"%22é\"\n\nx")]
    [InlineData("UploadAsync(new() { File = new byte[] { 65 }, Image = BinaryContent.FromBytes(new byte[] { 66 }, \"b.png\") })", "F|Content-Disposition: form-data; name=\"image\"; filename=\"b.png\"\nContent-Type: image/png\n\nB")]
    [InlineData("UploadAsync(new() { File = new byte[] { 65 }, Image = UploadBodyImage.FromBinaryList([new byte[] { 66 }, BinaryContent.FromBytes(new byte[] { 67 }, \"c\", \"image/gif\")]) })", "F|Content-Disposition: form-data; name=\"image\"; filename=\"image\"\nContent-Type: image/png\n\nB|Content-Disposition: form-data; name=\"image\"; filename=\"c\"\nContent-Type: image/gif\n\nC")]
    [InlineData("UploadAsync(new() { File = new byte[] { 65 }, Image = new Meta { X = 1 } })", "F|Content-Disposition: form-data; name=\"image\"\nContent-Type: application/json\n\n{\"x\":1}")]
    [InlineData("UploadAsync(new() { File = new byte[] { 65 }, Ids = [1, 2] })", "F|Content-Disposition: form-data; name=\"ids\"\n\n1,2")]
    [InlineData("UploadAsync(new() { File = new byte[] { 65 }, Range = new() { From = \"a&b=c d+é\", To = 2 } })", "F|Content-Disposition: form-data; name=\"range[from]\"\n\na&b=c d+é|Content-Disposition: form-data; name=\"range[to]\"\n\n2")]
    [InlineData("UploadAsync(new() { File = new byte[] { 65 }, Flat = new() { From = \"a\", To = 2 } })", "F|Content-Disposition: form-data; name=\"from\"\n\na|Content-Disposition: form-data; name=\"to\"\n\n2")]
    [InlineData("UploadAsync(new() { File = new byte[] { 65 }, Order = new() { From = \"<\", To = 2 } })", "F|Content-Disposition: form-data; name=\"order\"\nContent-Type: application/xml\n\n<?xml version=\"1.0\" encoding=\"utf-8\"?><Range from=\"&lt;\"><to>2</to></Range>")]
    [InlineData("PrefixedAsync([System.Text.Json.JsonElement.Parse(\"{}\"), System.Text.Json.JsonElement.Parse(\"\\\"a\\\"\"), System.Text.Json.JsonElement.Parse(\"1\"), System.Text.Json.JsonElement.Parse(\"2\")])", "Content-Type: application/vnd.a+json\n\n{}|\na|Content-Type: text/csv\n\n1|Content-Type: text/html\n\n2")]
    [InlineData("EitherAsync(new EitherBodyByFile { File = new byte[] { 65 } })", "F")]
    [InlineData("EitherAsync(new EitherBodyByUrl { Url = \"u\" })", "Content-Disposition: form-data; name=\"url\"\n\nu")]
    [InlineData("EitherAsync(EitherBody.FromUnknown(System.Text.Json.JsonElement.Parse(\"{\\\"x\\\":1}\")))", "Content-Disposition: form-data; name=\"x\"\n\n1")]
    [InlineData("OptionalAsync(new())", "")]
    [InlineData("UntypedAsync(new Dictionary<string, BinaryContent> { [\"a\"] = new byte[] { 65 } })", "Content-Disposition: form-data; name=\"a\"; filename=\"a\"\nContent-Type: application/octet-stream\n\nA")]
    [InlineData("RelatedAsync(new() { Meta = new() { X = 1 }, Media = BinaryContent.FromBytes(new byte[] { 65 }, mediaType: \"image/png\") })", "Content-Type: application/json\n\n{\"x\":1}|Content-Type: image/png\n\nA")]
    [InlineData("EncodedAsync([new() { X = 1 }, new() { X = 2 }])", "Content-Type: application/vnd.b+json\n\n{\"x\":1}|Content-Type: application/vnd.b+json\n\n{\"x\":2}")]
    [InlineData("StreamedAsync([new() { X = 1 }, new() { X = 2 }])", "Content-Type: application/vnd.c+json\n\n{\"x\":1}|Content-Type: application/vnd.c+json\n\n{\"x\":2}")]
    [InlineData("MixedAsync([new() { X = 1 }, new() { X = 2 }])", "Content-Type: application/json\n\n{\"x\":1}|Content-Type: application/json\n\n{\"x\":2}")]
    public async Task Multipart__has_a_part_for_each_value(string call, string parts)
    {
        var request = await Multiparts.RequestAsync(call);
        var type = request.Headers["Content-Type"];
        var boundary = type[(type.IndexOf("boundary=", StringComparison.Ordinal) + 9)..];
        Assert.Matches("^[0-9a-f]{32}$", boundary);
        Assert.EndsWith($"--{boundary}--\r\n", request.Body, StringComparison.Ordinal);
        var found = request.Body!.Split($"--{boundary}", StringSplitOptions.None)[1..^1].Select(static part => part["\r\n".Length..^"\r\n".Length].ReplaceLineEndings("\n"));
        const string file = "Content-Disposition: form-data; name=\"file\"; filename=\"file\"\nContent-Type: application/octet-stream\n\nA";
        Assert.Equal(parts.Length == 0 ? [] : parts.Split('|').Select(static part => part == "F" ? file : part), found);
    }

    [Theory]
    [InlineData("Photo = new byte[] { 65 }", "name=\"photo\"; filename=\"photo\"\nContent-Type: image/png\n\nA")]
    [InlineData("Photos = [new byte[] { 65 }]", "name=\"photos\"; filename=\"photos\"\nContent-Type: image/png\n\nA")]
    [InlineData("Icon = [1]", "name=\"icon\"\nContent-Type: image/gif\n\nAQ==")]
    [InlineData("Table = \"a,b\"", "name=\"table\"\nContent-Type: text/csv\n\na,b")]
    [InlineData("Encoded = new byte[] { 65 }", "name=\"encoded\"; filename=\"encoded\"\nContent-Type: image/jpeg\n\nA")]
    [InlineData("Order = new() { Q = \"x\" }", "name=\"order\"\nContent-Type: application/xml\n\n<?xml version=\"1.0\" encoding=\"utf-8\"?><order><q>x</q></order>")]
    [InlineData("AnOrder = new() { Q = \"x\" }", "name=\"an order\"\nContent-Type: application/xml\n\n<?xml version=\"1.0\" encoding=\"utf-8\"?><an_x0020_order><q>x</q></an_x0020_order>")]
    public async Task Schema_says_what_the_content_is__part_has_that_media_type_unless_its_encoding_has_another(string member, string part)
    {
        var request = await Live.Document("""
            paths:
              /files:
                post:
                  operationId: upload
                  requestBody:
                    required: true
                    content:
                      multipart/form-data:
                        schema:
                          type: object
                          properties:
                            photo: {type: string, contentMediaType: image/png}
                            photos: {type: array, items: {type: string, contentMediaType: image/png}}
                            icon: {type: string, contentEncoding: base64, contentMediaType: image/gif}
                            table: {type: string, contentMediaType: text/csv}
                            encoded: {type: string, contentMediaType: image/png}
                            order: {type: object, properties: {q: {type: string}}}
                            'an order': {type: object, properties: {q: {type: string}}}
                        encoding: {encoded: {contentType: image/jpeg}, order: {contentType: application/xml}, 'an order': {contentType: application/xml}}
                  responses: {'204': {description: Done}}
            """).RequestAsync($"UploadAsync(new() {{ {member} }})");
        Assert.Contains($"Content-Disposition: form-data; {part}\n--", request.Body!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Related__names_the_type_of_its_root() => Assert.StartsWith(
        "multipart/related; type=\"application/json\"; boundary=",
        (await Multiparts.RequestAsync("RelatedAsync(new() { Meta = new() })")).Headers["Content-Type"], StringComparison.Ordinal);

    [Fact]
    public async Task Optional_body__is_left_out() => Assert.False((await Multiparts.RequestAsync("OptionalAsync()")).Headers.ContainsKey("Content-Type"));

    [Theory]
    [InlineData("UploadAsync(null!)", "body")]
    [InlineData("UploadAsync(new() { File = BinaryContent.FromBytes(new byte[0], \"\") })", "file")]
    [InlineData("UploadAsync(new() { File = new byte[0], Files = [new byte[0]] })", "files")]
    [InlineData("UploadAsync(new() { File = BinaryContent.FromBytes(new byte[0], mediaType: \"image\") })", "file")]
    [InlineData("UploadAsync(new() { File = Closed() })", "file")]
    public async Task Part_that_cannot_be_sent__is_refused_by_its_name(string call, string parameter)
    {
        var handler = new RecordingHandler();
        const string closed = "BinaryContent Closed() { var stream = new System.IO.MemoryStream(); var content = BinaryContent.FromStream(stream); stream.Dispose(); return content; }";
        Assert.Equal(parameter, await Multiparts.CallAsync(handler, $"try {{ await client.{call}; return \"\"; }} catch (ArgumentException e) {{ return e.ParamName!; }} {(call.Contains("Closed", StringComparison.Ordinal) ? closed : "")}"));
        Assert.Empty(handler.Requests);
    }
}
