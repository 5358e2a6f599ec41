using Arazzo.Generator.OpenApi;
using static Arazzo.Generator.Tests.OpenApi.OpenApiTest;

namespace Arazzo.Generator.Tests.OpenApi;

public class OpenApiParameterTests
{
    [Theory]
    [InlineData("query", "form", true)]
    [InlineData("cookie", "form", true)]
    [InlineData("header", "simple", false)]
    [InlineData("query, style: deepObject", "deepObject", false)]
    [InlineData("query, style: pipeDelimited", "pipeDelimited", false)]
    [InlineData("query, explode: false", "form", false)]
    [InlineData("query, style: spaceDelimited, explode: true", "spaceDelimited", true)]
    public void Style_and_explode__have_the_defaults_of_the_place(string location, string style, bool explode)
    {
        var parameter = Assert.Single(Read(Path($"get: {{responses: {{}}, parameters: [{{name: n, in: {location}, schema: {{}}}}]}}")).Operations.Single().Parameters);

        Assert.Equal((style, explode, false), (parameter.Style, parameter.Explode, parameter.Required));
    }

    [Fact]
    public void Operation__has_the_parameters_of_its_path_and_overrides_them()
    {
        var document = Read("""
            openapi: 3.1.0
            paths:
              /a/{id}:
                parameters:
                  - {name: id, in: path, schema: {type: string}}
                  - {$ref: '#/components/parameters/Page'}
                  - {name: id, in: query, schema: {type: string}}
                get:
                  parameters:
                    - {name: page, in: query, schema: {type: string}}
                    - {name: extra, in: header, schema: {type: string}}
                  responses: {}
                post: {responses: {}}
            components:
              parameters:
                Page: {name: page, in: query, schema: {type: integer}}
            """);

        var (get, post) = (document.Operations.First(), document.Operations.Last());

        Assert.Equal(["Path id", "Query page", "Query id", "Header extra"], get.Parameters.Select(static parameter => $"{parameter.In} {parameter.Name}"));
        Assert.Equal(SchemaTypes.String, get.Parameters[1].Schema!.Types);
        Assert.Equal("#/components/parameters/Page", post.Parameters[1].Reference!.Text);
        Assert.True(get.Parameters[0].Required);
    }

    [Theory]
    [InlineData("/a/{id}/{b}", "{name: id, in: path, schema: {}}", "ARZ0106 3:11-3:14")]
    [InlineData("/a/{id}", "{name: id, in: query, schema: {}}", "ARZ0106 3:6-3:10")]
    [InlineData("/a", "{name: id, in: path, schema: {}}", "ARZ0107 4:46-4:48")]
    [InlineData("/a", "{name: x, schema: {}}", "ARZ0102 4:39-4:60")]
    [InlineData("/a", "{in: query, schema: {}}", "ARZ0102 4:39-4:62")]
    [InlineData("/a", "{name: '', in: query, schema: {}}", "ARZ0102 4:39-4:72")]
    [InlineData("/a", "{name: x, in: body, schema: {}}", "ARZ0103 4:53-4:57")]
    [InlineData("/a", "{name: x, in: query}", "ARZ0102 4:39-4:59")]
    [InlineData("/a", "{name: x, in: query, style: fancy, schema: {}}", "ARZ0103 4:67-4:72")]
    [InlineData("/a", "{name: x, in: query, schema: {}}, {name: x, in: query, schema: {}}", "ARZ0108 4:73-4:105")]
    [InlineData("/a", "text", "ARZ0101 4:39-4:43")]
    public void Malformed_parameter__is_reported_at_its_place(string path, string parameter, string expected)
    {
        var (document, diagnostics) = TryRead(Path($"get: {{responses: {{}}, parameters: [{parameter}]}}", path));

        Assert.Equal([expected], diagnostics);
        Assert.Single(document!.Operations);
    }

    [Theory]
    [InlineData("/a?Action=Y")]
    [InlineData("/a:verb")]
    [InlineData("/a#Op")]
    [InlineData("//a")]
    [InlineData("/a(b)/")]
    [InlineData("/a}{")]
    public void Unusual_path__is_kept_as_written(string path)
    {
        Assert.Equal(path, Read(Path("get: {responses: {}}", $"'{path}'")).Operations.Single().Path);
    }

    [Theory]
    [InlineData("/{a}{b}", "a", "b")]
    [InlineData("/{a}:cancel", "a")]
    [InlineData("/{+a}", "a")]
    [InlineData("/{a+}", "a+")]
    [InlineData("/{a b}", "a b")]
    [InlineData("/x?y={a}", "a")]
    [InlineData("/{{a}", "a")]
    public void Variable__is_declared_by_its_name(string path, params string[] names)
    {
        var parameters = string.Join(", ", names.Select(static name => $"{{name: {name}, in: path, schema: {{}}}}"));

        Assert.Equal(names, Read(Path($"get: {{responses: {{}}, parameters: [{parameters}]}}", $"'{path}'")).Operations.Single().Parameters.Select(static parameter => parameter.Name));
    }

    [Fact]
    public void Variable_of_the_query__may_be_a_query_parameter()
    {
        var operation = Read(Path("get: {responses: {}, parameters: [{name: page, in: query, schema: {}}]}", "'/a?page={page}'")).Operations.Single();

        Assert.Equal(ParameterLocation.Query, Assert.Single(operation.Parameters).In);
    }

    [Fact]
    public void Variable_that_nothing_declares__is_reported_once_and_is_a_string_of_every_operation()
    {
        var (document, diagnostics) = TryRead(Path("get: {responses: {}}\npost: {responses: {}}", "/a/{id}"));

        Assert.Equal(["ARZ0106 3:6-3:10"], diagnostics);
        Assert.All(document!.Operations, static operation =>
        {
            var parameter = Assert.Single(operation.Parameters);
            Assert.True(parameter is { IsImplied: true, Required: true, Name: "id", In: ParameterLocation.Path, Schema.Types: SchemaTypes.String });
        });
    }

    [Fact]
    public void Parameter_of_another_file__may_declare_a_variable()
    {
        Assert.Equal("common.yaml#/Id", Read(Path("get: {responses: {}, parameters: [{$ref: 'common.yaml#/Id'}]}", "/a/{id}")).Operations.Single().Parameters.Single().Reference!.Text);
    }
}
