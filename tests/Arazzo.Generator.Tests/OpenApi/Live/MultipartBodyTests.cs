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
                        '"é': {type: string}
                    encoding:
                      csv: {contentType: text/csv, headers: {X-Kind: {schema: {type: string, const: c}}, X-Free: {schema: {type: string}}, Content-Type: {schema: {const: x}}}}
                      photo: {contentType: 'image/png, image/jpeg'}
                      files: {contentType: 'image/*'}
                      metas: {contentType: application/vnd.a+json}
              responses: {'204': {description: Done}}
            put: {operationId: optional, requestBody: {content: {multipart/form-data: {schema: {type: object, additionalProperties: false, properties: {a: {type: string}}}}}}, responses: {'204': {description: Done}}}
          /related:
            post: {operationId: related, requestBody: {required: true, content: {multipart/related: {schema: {type: object, properties: {meta: {$ref: '#/components/schemas/Meta'}, media: {type: string, format: binary}}}}}}, responses: {'204': {description: Done}}}
            put: {operationId: mixed, requestBody: {required: true, content: {multipart/mixed: {schema: {type: array, items: {$ref: '#/components/schemas/Meta'}}}}}, responses: {'204': {description: Done}}}
            delete: {operationId: encoded, requestBody: {required: true, content: {multipart/mixed: {schema: {type: array, items: {$ref: '#/components/schemas/Meta'}}, itemEncoding: {contentType: application/vnd.b+json}}}}, responses: {'204': {description: Done}}}
            patch: {operationId: untyped, requestBody: {required: true, content: {multipart/form-data: {}}}, responses: {'204': {description: Done}}}
        components:
          schemas:
            Meta: {type: object, additionalProperties: false, properties: {x: {type: integer}}}
        """);

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
    [InlineData("OptionalAsync(new())", "")]
    [InlineData("UntypedAsync(new Dictionary<string, BinaryContent> { [\"a\"] = new byte[] { 65 } })", "Content-Disposition: form-data; name=\"a\"; filename=\"a\"\nContent-Type: application/octet-stream\n\nA")]
    [InlineData("RelatedAsync(new() { Meta = new() { X = 1 }, Media = BinaryContent.FromBytes(new byte[] { 65 }, mediaType: \"image/png\") })", "Content-Type: application/json\n\n{\"x\":1}|Content-Type: image/png\n\nA")]
    [InlineData("EncodedAsync([new() { X = 1 }, new() { X = 2 }])", "Content-Type: application/vnd.b+json\n\n{\"x\":1}|Content-Type: application/vnd.b+json\n\n{\"x\":2}")]
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
