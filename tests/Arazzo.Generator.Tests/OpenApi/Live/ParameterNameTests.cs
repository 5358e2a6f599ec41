using Arazzo.Generator.Tests.Harness;

namespace Arazzo.Generator.Tests.OpenApi.Live;

/// <summary>How parameters are put together from several places, what they are called, and odd paths.</summary>
public sealed class ParameterNameTests
{
    private static readonly GeneratorTest Everything = Live.Document("""
        paths:
          /merged:
            parameters:
              - {$ref: '#/components/parameters/Limit'}
              - {name: sort, in: query, schema: {type: string}}
              - {name: X-Mode, in: header, schema: {type: string}}
            get:
              operationId: merged
              parameters:
                - {name: sort, in: query, schema: {type: integer}}
                - {name: x-mode, in: header, schema: {type: integer}}
                - {name: $top, in: query, schema: {type: integer}}
                - {name: 3_body, in: query, schema: {type: string}}
                - {name: this, in: query, schema: {type: string}}
                - {name: 'filter[tag]', in: query, schema: {type: string}}
              responses: {'204': {description: Done}}
          /:
            post: {operationId: root, responses: {'204': {description: Done}}}
          /#Operation:
            post: {operationId: fragment, responses: {'204': {description: Done}}}
          /?Action=Run:
            post: {operationId: action, parameters: [{name: page, in: query, schema: {type: integer}}], responses: {'204': {description: Done}}}
          /a//b/{id}/:
            get: {operationId: slashes, parameters: [{name: id, in: path, required: true, schema: {type: integer}}], responses: {'204': {description: Done}}}
          /{a}{b}:verb:
            get:
              operationId: joined
              parameters: [{name: b, in: path, required: true, schema: {type: string}}, {name: a, in: path, required: true, schema: {type: string}}]
              responses: {'204': {description: Done}}
          /x/{account id}(/{part}):
            get:
              operationId: spaces
              parameters: [{name: account id, in: path, required: true, schema: {type: string}}, {name: part, in: path, required: true, schema: {type: string}}]
              responses: {'204': {description: Done}}
        components:
          parameters:
            Limit: {name: limit, in: query, schema: {type: string, enum: [few, many]}}
        """);

    [Theory]
    [InlineData("MergedAsync(limit: LimitParameter.Many, sort: 1, top: 2, _3Body: \"b\", @this: \"t\", filterTag: \"f\")", "/merged?limit=many&sort=1&%24top=2&3_body=b&this=t&filter%5Btag%5D=f")]
    [InlineData("RootAsync()", "/")]
    [InlineData("FragmentAsync()", "/")]
    [InlineData("ActionAsync()", "/?Action=Run")]
    [InlineData("ActionAsync(2)", "/?Action=Run&page=2")]
    [InlineData("SlashesAsync(1)", "/a//b/1/")]
    [InlineData("JoinedAsync(b: \"2\", a: \"1:\")", "/1%3A2:verb")]
    [InlineData("SpacesAsync(\"a b\", \"c\")", "/x/a%20b(/c)")]
    public async Task Url__is_as_the_document_means_it(string call, string expected) =>
        Assert.Equal("https://api.test/v1" + expected, (await Everything.RequestAsync(call)).Uri.AbsoluteUri);

    [Fact]
    public async Task Header_of_the_operation__replaces_that_of_the_path_whatever_its_case() =>
        Assert.Equal("7", (await Everything.RequestAsync("MergedAsync(xMode: 7)")).Headers["X-Mode"]);

    [Fact]
    public async Task Optional_parameter_that_is_added__breaks_no_call_with_names()
    {
        const string call = "GetAsync(\"1\", b: \"2\", options: null, cancellationToken: default)";
        var before = Live.Document("""
            paths:
              /x/{id}:
                get:
                  operationId: get
                  parameters: [{name: b, in: query, schema: {type: string}}, {name: id, in: path, required: true, schema: {type: string}}]
                  responses: {'204': {description: Done}}
            """);
        var after = before.WithEdit(Live.Path, "[{name: b,", "[{name: a, in: query, schema: {type: string}}, {name: b,");

        Assert.Equal("/v1/x/1?b=2", (await before.RequestAsync(call)).Uri.PathAndQuery);
        Assert.Equal("/v1/x/1?b=2", (await after.RequestAsync(call)).Uri.PathAndQuery);
    }

    [Fact]
    public void Type_of_a_shared_parameter__does_not_depend_on_who_uses_it_first()
    {
        var result = Everything.WithEdit(Live.Path, "  /merged:", "  /before: {get: {operationId: aBefore, parameters: [{$ref: '#/components/parameters/Limit'}], responses: {'204': {description: Done}}}}\n  /merged:").Run();

        Assert.NotEmpty(result.Source("LimitParameter.g.cs"));
    }
}
