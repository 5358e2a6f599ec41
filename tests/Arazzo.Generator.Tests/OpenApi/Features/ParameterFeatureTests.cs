using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Features;

/// <summary>What comes of parameters: the request as it goes onto the wire.</summary>
public sealed class ParameterFeatureTests
{
    private static readonly string[] Common = ["Accept", "Authorization", "User-Agent"];

    [Theory]
    [InlineData("Query `form`, exploded", "ListFramesAsync(\"t\", band: [\"u\", \"g r\"])", "GET /v3/telescopes/t/frames?band=u&band=g%20r")]
    [InlineData("Query `form`, not exploded", "ListFramesAsync(\"t\", fields: [\"id\", \"a,b\"])", "GET /v3/telescopes/t/frames?fields=id,a%2Cb")]
    [InlineData("Query `spaceDelimited`", "ListFramesAsync(\"t\", tags: [\"a\", \"b\"])", "GET /v3/telescopes/t/frames?tags=a%20b")]
    [InlineData("Query `pipeDelimited`", "ListFramesAsync(\"t\", ids: [1, 2])", "GET /v3/telescopes/t/frames?ids=1%7C2")]
    [InlineData("Query `deepObject`, nested", "ListFramesAsync(\"t\", filter: new() { Airmass = new() { Max = 1.5 }, Observer = \"ø\" })", "GET /v3/telescopes/t/frames?filter%5Bairmass%5D%5Bmax%5D=1.5&filter%5Bobserver%5D=%C3%B8")]
    [InlineData("Objects as exploded `form`", "ListFramesAsync(\"t\", page: new() { Number = 2, Size = 50 })", "GET /v3/telescopes/t/frames?number=2&size=50")]
    [InlineData("`content` instead of a schema", "ListFramesAsync(\"t\", near: new() { Ra = 1, Dec = -2.5 })", "GET /v3/telescopes/t/frames?near=%7B%22ra%22%3A1%2C%22dec%22%3A-2.5%7D")]
    [InlineData("Dates and times with their zone", "ListFramesAsync(\"t\", since: new(2026, 11, 22, 20, 40, 0, 500, TimeSpan.FromHours(-3)), night: new(2026, 11, 22))", "GET /v3/telescopes/t/frames?since=2026-11-22T20%3A40%3A00.5-03%3A00&night=2026-11-22")]
    [InlineData("`allowReserved`", "ListFramesAsync(\"t\", expression: \"a/b?c=d#% \")", "GET /v3/telescopes/t/frames?expression=a/b?c=d%23%25%20")]
    [InlineData("`allowEmptyValue`", "ListFramesAsync(\"t\", raw: [])", "GET /v3/telescopes/t/frames?raw=")]
    [InlineData("Booleans and numbers as JSON has them", "ListFramesAsync(\"t\", calibrated: true, limit: 5)", "GET /v3/telescopes/t/frames?calibrated=true&limit=5")]
    [InlineData("Default values stay the server's", "ListFramesAsync(\"t\")", "GET /v3/telescopes/t/frames")]
    [InlineData("Path values are escaped", "ListFramesAsync(\"a/b ?#%\")", "GET /v3/telescopes/a%2Fb%20%3F%23%25/frames")]
    [InlineData("Path `simple`", "CompareAsync([\"a\", \"b/c\"])", "GET /v3/compare/a,b%2Fc")]
    [InlineData("Path `label` and `matrix`, exploded", "GetTileAsync([256, 512], new() { Ra = 1.5, Dec = -2 })", "GET /v3/tiles/.256.512/;ra=1.5;dec=-2")]
    [InlineData("Parameters of the path and of other files", "ListFramesAsync(\"t\", xTrace: \"1\")", "GET /v3/telescopes/t/frames X-Trace: 1")]
    [InlineData("Typed header parameters", "ListFramesAsync(\"t\", xPriority: 3, xChannels: [\"a\", \"b\"])", "GET /v3/telescopes/t/frames X-Channels: a,b X-Priority: 3")]
    [InlineData("Cookie parameters, also objects", "ListFramesAsync(\"t\", session: \"a b\", theme: new() { Mode = \"night\", Red = true })", "GET /v3/telescopes/t/frames Cookie: session=a%20b; mode=night; red=true")]
    [InlineData("`in: querystring` (3.2)", "FindObjectsAsync(new() { Name = \"M 31\", Kinds = [\"galaxy\"] })", "GET /v3/objects?name=M+31&kinds=galaxy")]
    [InlineData("`query` operations (3.2)", "QueryObjectsAsync(new() { Ra = 1, Dec = 2 })", "QUERY /v3/objects Content-Type: application/json")]
    [InlineData("Colons, queries and odd templates in paths", "TelescopesParkAsync(\"t1\")", "POST /v3/telescopes/t1:park")]
    [InlineData("Colons, queries and odd templates in paths", "GetTelescopesExpandAllAsync()", "GET /v3/telescopes?expand=all")]
    public async Task Request__is_what_the_parameter_says(string feature, string call, string expected)
    {
        var request = await FeatureApi.RequestAsync(call);
        var headers = request.Headers.Where(static header => !Common.Contains(header.Key) && header.Key != "Content-Length").Select(static header => $" {header.Key}: {header.Value}");
        var found = $"{request.Method} {request.Uri.PathAndQuery}{string.Concat(headers)}";
        Assert.True(expected == found, $"{feature}: {found}");
    }

    [Theory]
    [InlineData("A request that cannot be built is an `ArgumentException` that names the parameter", "ListFramesAsync(null!)", "telescopeId")]
    [InlineData("A request that cannot be built is an `ArgumentException` that names the parameter", "ListFramesAsync(\"\")", "telescopeId")]
    [InlineData("A request that cannot be built is an `ArgumentException` that names the parameter", "ListFramesAsync(\"..\")", "telescopeId")]
    [InlineData("A request that cannot be built is an `ArgumentException` that names the parameter", "ListFramesAsync(\"t\", xTrace: \"a\\r\\nX: b\")", "xTrace")]
    [InlineData("A request that cannot be built is an `ArgumentException` that names the parameter", "PlanObservationAsync(null!)", "body")]
    public async Task Value_that_cannot_be_sent__is_refused(string feature, string call, string parameter)
    {
        var handler = new RecordingHandler();
        var refused = await FeatureApi.RunAsync($"try {{ await client.{call}; return null; }} catch (ArgumentException exception) {{ return exception.ParamName; }}", handler);
        Assert.True(parameter == refused && handler.Requests.Count == 0, $"{feature}: {refused}");
    }
}
