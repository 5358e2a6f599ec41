using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

/// <summary>The table "Style Examples" of the specification, location by location, as bytes on the wire.</summary>
public sealed class ParameterStyleTests
{
    private const string Values =
        "\"\" ?? \"blue\" ?? (string[])[\"blue\", \"black\", \"brown\"] ?? new Color { R = 100, G = 200, B = 150 } ?? (string[])[] ?? new Color()";

    private static readonly GeneratorTest Path = Styles("path", ["simple", "label", "matrix"]);
    private static readonly GeneratorTest Query = Styles("query", ["form", "spaceDelimited", "pipeDelimited", "deepObject"]);
    private static readonly GeneratorTest Header = Styles("header", ["simple"]);
    private static readonly GeneratorTest Cookie = Styles("cookie", ["form", "cookie"]);

    [Theory]
    [InlineData("Simple", false, "refused | /blue | /blue,black,brown | /R,100,G,200,B,150 | refused | refused")]
    [InlineData("Simple", true, "refused | /blue | /blue,black,brown | /R=100,G=200,B=150 | refused | refused")]
    [InlineData("Label", false, "/x. | /x.blue | /x.blue,black,brown | /x.R,100,G,200,B,150 | refused | refused")]
    [InlineData("Label", true, "/x. | /x.blue | /x.blue.black.brown | /x.R=100.G=200.B=150 | refused | refused")]
    [InlineData("Matrix", false, "/;color | /;color=blue | /;color=blue,black,brown | /;color=R,100,G,200,B,150 | refused | refused")]
    [InlineData("Matrix", true, "/;color | /;color=blue | /;color=blue;color=black;color=brown | /;R=100;G=200;B=150 | refused | refused")]
    public Task Path__is_as_the_table_has_it(string style, bool explode, string expected) =>
        CheckAsync(Path, style, explode, expected, static request => request.Uri.AbsolutePath["/v1".Length..]);

    [Theory]
    [InlineData("Form", false, "?color= | ?color=blue | ?color=blue,black,brown | ?color=R,100,G,200,B,150 |  | ")]
    [InlineData("Form", true, "?color= | ?color=blue | ?color=blue&color=black&color=brown | ?R=100&G=200&B=150 |  | ")]
    [InlineData("SpaceDelimited", false, "?color= | ?color=blue | ?color=blue%20black%20brown | ?color=R%20100%20G%20200%20B%20150 |  | ")]
    [InlineData("PipeDelimited", false, "?color= | ?color=blue | ?color=blue%7Cblack%7Cbrown | ?color=R%7C100%7CG%7C200%7CB%7C150 |  | ")]
    [InlineData("DeepObject", true, "?color= | ?color=blue | ?color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown | ?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150 |  | ")]
    public Task Query__is_as_the_table_has_it(string style, bool explode, string expected) =>
        CheckAsync(Query, style, explode, expected, static request => request.Uri.Query);

    [Theory]
    [InlineData("Simple", false, " | blue | blue,black,brown | R,100,G,200,B,150 | none | none")]
    [InlineData("Simple", true, " | blue | blue,black,brown | R=100,G=200,B=150 | none | none")]
    public Task Header__is_as_the_table_has_it(string style, bool explode, string expected) =>
        CheckAsync(Header, style, explode, expected, static request => request.Headers.GetValueOrDefault("color", "none"));

    [Theory]
    [InlineData("Form", false, "color= | color=blue | color=blue,black,brown | color=R,100,G,200,B,150 | none | none")]
    [InlineData("Form", true, "color= | color=blue | color=blue; color=black; color=brown | R=100; G=200; B=150 | none | none")]
    [InlineData("Cookie", false, "color= | color=blue | color=blue,black,brown | color=R,100,G,200,B,150 | none | none")]
    [InlineData("Cookie", true, "color= | color=blue | color=blue; color=black; color=brown | R=100; G=200; B=150 | none | none")]
    public Task Cookie__is_as_the_table_has_it_with_semicolons(string style, bool explode, string expected) =>
        CheckAsync(Cookie, style, explode, expected, static request => request.Headers.GetValueOrDefault("Cookie", "none"));

    /// <summary>Calls the operations of a style with the empty string, a string, an array, an object, an empty array and an empty object.</summary>
    private static async Task CheckAsync(GeneratorTest test, string style, bool explode, string expected, Func<RecordedRequest, string> show)
    {
        string[] kinds = ["String", "String", "Array", "Object", "Array", "Object"];
        var values = Values.Split(" ?? ");
        var found = new List<string>();
        for (var index = 0; index < kinds.Length; index++)
        {
            var handler = new RecordingHandler().Answer(204);
            var call = $"client.{style}{(explode ? "Exploded" : "")}{kinds[index]}Async(color: {values[index].Replace("(string[])", "")})";
            var result = await test.CallAsync(handler, $"try {{ await {call}; return \"sent\"; }} catch (ArgumentException exception) {{ return exception.ParamName ?? \"\"; }}");
            found.Add(result == "sent" ? show(handler.Request) : result == "color" ? "refused" : result);
        }
        Assert.Equal(expected, string.Join(" | ", found));
    }

    private static GeneratorTest Styles(string location, string[] styles)
    {
        var paths = styles.SelectMany(style => new[] { false, true }.Where(explode => !explode || style is not ("spaceDelimited" or "pipeDelimited")).SelectMany(explode =>
            new[] { ("String", "{type: string}"), ("Array", "{type: array, items: {type: string}}"), ("Object", "{$ref: '#/components/schemas/Color'}") }.Select(schema =>
            {
                var id = style + (explode ? "Exploded" : "") + schema.Item1;
                var path = location == "path" ? style == "label" ? $"/x{{color}}" : "/{color}" : "/";
                return $$$"""
                      {{{path}}}#{{{id}}}:
                        get:
                          operationId: {{{id}}}
                          parameters: [{name: color, in: {{{location}}}, {{{(location == "path" ? "required: true, " : "")}}}style: {{{style}}}, explode: {{{(explode ? "true" : "false")}}}, schema: {{{schema.Item2}}} }]
                          responses: {'204': {description: Done}}
                    """;
            })));
        return Live.Document($$$"""
            paths:
            {{{string.Join('\n', paths)}}}
            components:
              schemas:
                Color: {type: object, properties: {R: {type: integer}, G: {type: integer}, B: {type: integer} } }
            """, "3.2.0");
    }
}
