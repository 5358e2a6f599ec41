using Arazzo.Generator.Tests.Harness;
using Arazzo.Generator.Tests.OpenApi.Live;

namespace Arazzo.Generator.Tests.OpenApi.Features;

/// <summary>What comes of whole documents: versions, files and references.</summary>
public sealed class DocumentFeatureTests
{
    private const string Archive = "using var archive = new Sky.Archive.ArchiveClient(http, new ApiClientOptions { Credentials = { [\"key\"] = new StaticAccessTokenProvider(\"k\") } }); ";
    private const string Visitors = "using var visitors = new Sky.Visitors.VisitorsClient(http); ";

    [Theory]
    [InlineData("Swagger 2.0, in JSON", Archive + "var plate = await archive.GetPlateAsync(7, limit: 3, bands: [\"u\", \"g\"], years: [1901, 1902]); return plate.Taken.IsPresent;", "{\"id\":7,\"taken\":null}", "GET https://archive.observatory.example/v1/plates/7?limit=3&bands=u&bands=g&years=1901%7C1902", "True")]
    [InlineData("Swagger 2.0, in JSON", Archive + "await archive.ScanPlateAsync(7, new() { Scan = new byte[] { 65 }, Operator = \"o\" }); return null;", "", "POST https://archive.observatory.example/v1/plates/7", "")]
    [InlineData("OpenAPI 3.0: `nullable`", Visitors + "var visit = await visitors.BookAsync(new() { Persons = 2, Guide = null }); return Write(visit);", "{\"persons\":2,\"guide\":{\"name\":\"g\"},\"remark\":null}", "POST https://visitors.observatory.example/visits {\"persons\":2,\"guide\":null}", "{\"persons\":2,\"guide\":{\"name\":\"g\"},\"remark\":null}")]
    [InlineData("Habits of one version in another", Visitors + "var visit = await visitors.BookAsync(new() { Persons = 0, Tour = null }); return visit.Validate()[0].Keyword;", "{\"persons\":0}", "POST https://visitors.observatory.example/visits {\"persons\":0,\"tour\":null}", "exclusiveMinimum")]
    public async Task Version__is_called_as_any_other(string feature, string program, string answer, string request, string expected)
    {
        var handler = new RecordingHandler().Answer(answer.Length == 0 ? 204 : 200, answer);
        var found = await FeatureApi.RunAsync(program, handler);
        Assert.True(expected == found, $"{feature}: {found}");
        var body = handler.Request.Body is { } text && text.StartsWith('{') ? " " + text : "";
        Assert.Equal(request, $"{handler.Request.Method} {handler.Request.Uri.AbsoluteUri}{body}");
    }

    [Theory]
    [InlineData("OpenAPI 3.1 and 3.2: `$self`, `itemSchema`, `querystring`, servers' names, tags' trees", "Wrapper", "{\"shared\":{\"country\":\"CL\"}}", "(Site)item.Shared! is not null", "True")]
    [InlineData("`$ref` to other files", "Site", "{\"height\":2}", "item.Height", "2")]
    [InlineData("`$id`, `$anchor`, `$defs`", "Wrapper", "{\"inner\":{\"depth\":1},\"byId\":{\"depth\":2}}", "item.Inner!.Depth + item.ById!.Depth", "3")]
    [InlineData("JSON Pointers into anything", "Wrapper", "{\"byPointer\":{\"z\":1.5}}", "item.ByPointer!.Z", "1.5")]
    [InlineData("YAML as it is meant: `NO`, `on`, dates, octal numbers are text", "Site", "{\"country\":\"NO\",\"since\":\"2026-11-22\"}", "(item.Country == SiteCountry.No) + \" \" + (item.Since == SiteSince._2026_11_22) + \" \" + SiteSince._1_50.Value", "True True 1.50")]
    [InlineData("YAML anchors and merge keys", "Annex", "{\"height\":2}", "item.Height", "2")]
    [InlineData("Schemas of webhooks, callbacks and links", "Shutter", "{\"frame\":{\"id\":1}}", "item.Frame!.Id", "1")]
    public async Task Reference__leads_to_the_schema(string feature, string type, string json, string expression, string expected)
    {
        var found = await FeatureApi.RunAsync($"var item = Read<{type}>({Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(json, quote: true)}); return Show({expression}) + (Write(item) == {Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(json, quote: true)} ? null : Write(item));");
        Assert.True(expected == found, $"{feature}: {found}");
    }

    [Theory]
    [InlineData("Path items in other files", "GetObservationAsync(Guid.Empty)", "GET /v3/observations/00000000-0000-0000-0000-000000000000")]
    [InlineData("Missing and odd operationIds", "GetTelescopesExpandAllAsync()", "GET /v3/telescopes?expand=all")]
    [InlineData("Missing and odd operationIds", "TelescopesParkAsync(\"t\")", "POST /v3/telescopes/t:park")]
    public async Task Operation__is_found(string feature, string call, string expected)
    {
        var request = await FeatureApi.RequestAsync(call);
        Assert.True(expected == $"{request.Method} {request.Uri.PathAndQuery}", feature);
    }

    [Theory]
    [InlineData(0, "webhooks: {news: {post: {responses: {'204': {description: A}}}}}", "")]
    [InlineData(1, "paths: {}", "TestClient.g.cs")]
    [InlineData(2, "paths: {/a: {get: {operationId: a, responses: {'204': {description: A}}}}}\nwebhooks: {news: {post: {responses: {'204': {description: A}}}}}", "TestClient.Operations.g.cs TestClient.g.cs")]
    public void Client__is_there_unless_the_document_only_tells_what_it_sends(int files, string parts, string expected)
    {
        var result = OpenApi.Live.Live.Document(parts + "\ncomponents: {schemas: {A: {type: string, enum: [a]}}}").RunWithDiagnostics();
        Assert.Contains(result.Sources.Keys, static name => name.EndsWith("A.g.cs", StringComparison.Ordinal));
        var clients = result.Sources.Keys.Where(static name => name.Contains("Clients", StringComparison.Ordinal)).ToList();
        Assert.Equal(files, clients.Count);
        Assert.Equal(expected, string.Join(' ', clients.Select(Path.GetFileName).Order(StringComparer.Ordinal)));
    }

    [Fact]
    [Trait("Feature", "The documents give nothing to complain about")]
    [Trait("Feature", "Code without a warning at the strictest level")]
    public void Documents__give_no_diagnostics() => Assert.Equal([], FeatureApi.Result.Diagnostics.Select(static diagnostic => diagnostic.ToString()));

    [Fact]
    [Trait("Feature", "A file of operations for each tag")]
    public void Operations__are_grouped_by_tag() => Assert.Equal(
        ["Access", "Observing", "Search", "Telescopes"],
        FeatureApi.Result.Sources.Keys.Select(static name => Path.GetFileNameWithoutExtension(name).Split('.')).Where(static name => name is ["ObservatoryClient", var tag, "g"] && tag != "XmlShapes").Select(static name => name[1]));

    [Theory]
    [InlineData("Broken references spoil only what needs them", "paths: {/b: {get: {operationId: b, responses: {'200': {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/None'}}}}}}}, /a: {get: {operationId: sound, responses: {'204': {description: A}}}}}", "specs/api.yml(4,116): error ARZ0120", "SoundAsync")]
    [InlineData("Duplicate operationIds", "paths: {/a: {get: {operationId: sound, responses: {'204': {description: A}}}, put: {operationId: sound, responses: {'204': {description: A}}}}}", "specs/api.yml(4,98): error ARZ0105", "SoundAsync")]
    [InlineData("Duplicate keys in YAML", "paths: {/a: {get: {operationId: sound, responses: {'204': {description: A}}}}}\nx-a: 1\nx-a: 2\n", "specs/api.yml(6,1): error ARZ0006", "SoundAsync")]
    [InlineData("Diagnostics with file, line and column", "paths:\n  /a:\n    get: {operationId: sound, responses: {'204': {description: A}}}\n    post: {operationId: b, parameters: [{$ref: '#/components/parameters/P'}], responses: {'204': {description: A}}}\n", "specs/api.yml(7,48): error ARZ0120", "SoundAsync")]
    public void Fault__is_told_at_its_place_and_spoils_nothing_else(string feature, string parts, string expected, string method)
    {
        var result = OpenApi.Live.Live.Document(parts).RunWithDiagnostics();
        var found = string.Join(' ', result.Diagnostics);
        Assert.True(found.StartsWith(expected, StringComparison.Ordinal) && result.Source("Operations.g.cs").Contains($" {method}(", StringComparison.Ordinal), $"{feature}: {found}");
    }

    [Theory]
    [InlineData("Only what workflows reach, or nothing: `Emit`", "None", 0)]
    [InlineData("Only what workflows reach, or nothing: `Emit`", "Used", 0)]
    [InlineData("Only what workflows reach, or nothing: `Emit`", "Operations", 2)]
    [InlineData("Only what workflows reach, or nothing: `Emit`", "All", 3)]
    public void Emit__decides_what_there_is(string feature, string emit, int files)
    {
        var test = GeneratorTest.Of("specs/api.yml", OpenApi.Live.Live.Text("paths: {/a: {get: {operationId: a, responses: {'204': {description: A}}}}}\ncomponents: {schemas: {A: {type: string, enum: [a]}}}"), ("Emit", emit));
        Assert.True(files == test.Run().Sources.Count, feature);
    }

    [Fact]
    [Trait("Feature", "Live in the IDE: an edit emits again only what it touches")]
    public void Edit_of_one_description__emits_its_file_again()
    {
        var rerun = FeatureApi.Result.Rerun(static test => test.WithEdit("specs/observatory.yml", "Its <b>name</b>.", "How it is called."));
        Assert.Equal(["Sky/Models/Telescope"], rerun.Emitted);
    }

    [Theory]
    [InlineData("`JsonSerializer` and your own contexts take the types", "return JsonSerializer.Serialize(new Dictionary<string, Frame> { [\"a\"] = new() { Id = 1 } });", "{\"a\":{\"id\":1}}")]
    [InlineData("No reflection: trimming and native AOT", "return typeof(Frame).GetCustomAttributes(false).OfType<System.Text.Json.Serialization.JsonConverterAttribute>().Single().ConverterType!.Name;", "JsonCodecConverter`1")]
    public async Task Code__fits_in(string feature, string program, string expected)
    {
        var found = await FeatureApi.RunAsync(program);
        Assert.True(expected == found, $"{feature}: {found}");
    }

    [Fact]
    [Trait("Feature", "Partial classes and a hook for defaults")]
    public async Task Hook__sets_defaults()
    {
        var handler = new RecordingHandler().Answer(204);
        await OpenApi.Live.Live.Document("paths: {/a: {get: {operationId: a, responses: {'204': {description: A}}}}}").CallAsync(handler, """
            await client.AAsync(); return ""; } }
            namespace Tests { public sealed partial class TestClient { static partial void Configure(ApiClientOptions options) => options.BaseAddress = new Uri("https://hook.test");
            """);
        Assert.Equal("https://hook.test/a", handler.Request.Uri.AbsoluteUri);
    }
}
