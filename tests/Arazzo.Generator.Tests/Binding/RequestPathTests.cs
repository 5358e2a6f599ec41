using Arazzo.Generator.Binding.Operations;
using Arazzo.Generator.Model;

namespace Arazzo.Generator.Tests.Binding;

public class RequestPathTests
{
    [Theory]
    [InlineData("/a/{id}", "/a/{id}")]
    [InlineData("/a/{+id}", "/a/{id}")]
    [InlineData("/a/{id*}:verb", "/a/{id}:verb")]
    [InlineData("/a/{key+}", "/a/{key+}")]
    [InlineData("/a/{other}", "/a/{other}")]
    [InlineData("/a/:id", "/a/{id}")]
    [InlineData("/a/<<id>>/b/<id>/", "/a/{id}/b/{id}/")]
    [InlineData("/a/:other/:ids/x:id", "/a/:other/:ids/x:id")]
    [InlineData("/a/{id}/:id", "/a/{id}/:id")]
    [InlineData("/a?Action=Y", "/a?Action=Y")]
    [InlineData("/#Action", "/")]
    [InlineData("/a?x=1#Action", "/a?x=1")]
    [InlineData("/a?page={page}", "/a")]
    [InlineData("/a?Action=Y&page={page}", "/a?Action=Y")]
    [InlineData("/a?x={id}&page={page}", "/a?x={id}")]
    public void Path__has_the_names_of_the_path_parameters_and_nothing_of_query_parameters(string path, string expected)
    {
        Assert.Equal(expected, RequestPaths.Of(path, [Parameter("id", ParameterLocation.Path), Parameter("key+", ParameterLocation.Path), Parameter("page", ParameterLocation.Query)]));
    }

    private static ParameterModel Parameter(string name, ParameterLocation location) =>
        new(name, "parameter", location, ParameterForm.Scalar, TypeReference.String, IsRequired: true, Documentation: null);
}
