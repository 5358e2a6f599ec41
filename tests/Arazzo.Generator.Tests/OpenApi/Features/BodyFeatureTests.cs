namespace Arazzo.Generator.Tests.OpenApi.Features;

/// <summary>What comes of request bodies: media type and bytes.</summary>
public sealed class BodyFeatureTests
{
    private const string Plan = "new() { Title = \"M 31 & <co>\", Minutes = 5, Filters = [\"u\", \"g\"] }";
    private const string Observation = "new Guid(\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\")";

    [Theory]
    [InlineData("JSON", "PlanObservationAsync(" + Plan + ")", "application/json", "{\"title\":\"M 31 \\u0026 \\u003Cco\\u003E\",\"minutes\":5,\"filters\":[\"u\",\"g\"]}")]
    [InlineData("Several media types for one operation", "PlanObservationAsVndObservatoryJsonAsync(" + Plan + ")", "application/vnd.observatory+json", "{\"title\":\"M 31 \\u0026 \\u003Cco\\u003E\",\"minutes\":5,\"filters\":[\"u\",\"g\"]}")]
    [InlineData("Forms (`application/x-www-form-urlencoded`)", "PlanObservationAsFormAsync(" + Plan + ")", "application/x-www-form-urlencoded", "title=M+31+%26+%3Cco%3E&minutes=5&filters=u&filters=g")]
    [InlineData("Forms with `encoding`, nested", "PutSettingsAsync(new() { Focus = new() { Z = 0.5, Locked = true }, Offsets = [1, -2], Callback = \"https://a.test/b\" })", "application/x-www-form-urlencoded", "focus%5Bz%5D=0.5&focus%5Blocked%5D=true&offsets=1,-2&callback=https://a.test/b")]
    [InlineData("XML", "PlanObservationAsXmlAsync(" + Plan + ")", "application/xml", "<?xml version=\"1.0\" encoding=\"utf-8\"?><Plan><title>M 31 &amp; &lt;co&gt;</title><minutes>5</minutes><filters>u</filters><filters>g</filters></Plan>")]
    [InlineData("JSON lines: the items of an `IAsyncEnumerable<T>`, as they come", "WriteLogAsync(new LogEntry[] { new() { Text = \"a\" }, new() { Text = \"b\" } }.ToAsyncEnumerable())", "application/x-ndjson", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n")]
    [InlineData("Text", "PlanObservationAsTextAsync(\"Mé\")", "text/plain; charset=utf-8", "Mé")]
    [InlineData("Text of a number, a date, an enum", "SetBrightnessAsync(-1.5)", "text/plain; charset=utf-8", "-1.5")]
    [InlineData("Bytes: streamed, never held as a whole", "PutImageAsync(7, new MemoryStream([65, 66]))", "application/octet-stream", "AB")]
    [InlineData("Merge patch: null clears, absent leaves", "ChangeObservationAsync(" + Observation + ", new() { Owner = \"o\", Title = null })", "application/merge-patch+json", "{\"title\":null,\"owner\":\"o\"}")]
    [InlineData("JSON patch", "ChangeObservationAsJsonPatchJsonAsync(" + Observation + ", [new() { Op = new(\"remove\"), Path = \"/labels/0\" }])", "application/json-patch+json", "[{\"op\":\"remove\",\"path\":\"/labels/0\"}]")]
    public async Task Body__is_what_its_media_type_says(string feature, string call, string mediaType, string body)
    {
        var request = await FeatureApi.RequestAsync(call);
        var found = $"{request.Headers["Content-Type"]} {request.Body}";
        Assert.True($"{mediaType} {body}" == found, $"{feature}: {found}");
    }

    [Theory]
    [InlineData("Multipart: parts that are a file or something else", "new() { Background = BinaryContent.FromBytes(new byte[] { 65 }, \"a.png\", \"image/png\") }", "name=\"background\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nA\r\n")]
    [InlineData("Multipart: parts that are a file or something else", "new() { Background = DrawChartBodyBackgroundOption.Black }", "name=\"background\"\r\n\r\nblack\r\n")]
    [InlineData("Multipart: parts by `style`, and XML", "new() { Range = new() { From = 1, To = 2.5 } }", "name=\"range[to]\"\r\n\r\n2.5\r\n")]
    [InlineData("Multipart: parts by `style`, and XML", "new() { Plan = new() { Title = \"M\", Minutes = 5 } }", "Content-Type: application/xml\r\n\r\n<?xml version=\"1.0\" encoding=\"utf-8\"?><Plan><title>M</title><minutes>5</minutes></Plan>")]
    public async Task Part__is_what_its_encoding_says(string feature, string body, string part)
    {
        var request = await FeatureApi.RequestAsync($"DrawChartAsync({body})");
        Assert.True(request.Body!.Contains(part, StringComparison.Ordinal), $"{feature}: {request.Body}");
    }

    [Fact]
    [Trait("Feature", "Multipart: files as streams, `encoding` and headers of parts")]
    public async Task Multipart__has_a_part_for_each_value()
    {
        var request = await FeatureApi.RequestAsync("""
            AddFrameAsync(new()
            {
                Image = BinaryContent.FromStream(new MemoryStream([65]), fileName: "m31.fits"), Meta = new() { Ra = 1, Dec = 2 }, Masks = [new byte[] { 66 }], Notes = "# Clear",
            })
            """);
        var boundary = request.Headers["Content-Type"]["multipart/form-data; boundary=".Length..];
        Assert.Equal(
            """
            --#
            Content-Disposition: form-data; name="image"; filename="m31.fits"
            Content-Type: image/fits

            A
            --#
            Content-Disposition: form-data; name="meta"
            Content-Type: application/json

            {"ra":1,"dec":2}
            --#
            Content-Disposition: form-data; name="masks"; filename="masks"
            Content-Type: application/octet-stream

            B
            --#
            Content-Disposition: form-data; name="notes"
            Content-Type: text/markdown
            X-Kind: log

            # Clear
            --#--

            """.ReplaceLineEndings("\r\n"),
            request.Body!.Replace(boundary, "#", StringComparison.Ordinal));
    }
}
