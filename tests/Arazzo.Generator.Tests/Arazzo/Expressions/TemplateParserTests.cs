using Arazzo.Generator.Arazzo.Expressions;

namespace Arazzo.Generator.Tests.Expressions;

public sealed class TemplateParserTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "'plain'")]
    [InlineData("$inputs.a", "whole input(a)<0:a>")]
    [InlineData("$inputs.a\n", "whole input(a)<0:a>")]
    [InlineData("$statusCode", "whole statusCode")]
    [InlineData("$steps.s.outputs.list[0].id", "whole step(s)(list[0].id)<0:list><4:[0]><7:id>")]
    [InlineData("$response.body#/a;b", "whole Response.Body()#/a;b")]
    [InlineData("$inputs.filter[tag]", "whole input(filter[tag])<name>")]
    [InlineData("$inputs.with[]", "whole input(with[])<name>")]
    [InlineData("{$inputs.a}", "input(a)<0:a>")]
    [InlineData("Bearer {$inputs.token}", "'Bearer ' + input(token)<0:token>")]
    [InlineData("{$inputs.a}{$inputs.b}", "input(a)<0:a> + input(b)<0:b>")]
    [InlineData("{\"id\": \"{$inputs.id}\", \"x\": {}}", "'{\"id\": \"' + input(id)<0:id> + '\", \"x\": {}}'")]
    [InlineData("{{$url}}", "'{' + url + '}'")]
    public void Braced_and_whole_expressions_are_by_the_letter(string text, string expected) =>
        Assert.Equal(expected, Show.Result(TemplateParser.Parse(text)));

    [Theory]
    [InlineData("Bearer $inputs.token", "'Bearer ' + input(token)<0:token> ~UnbracedEmbedding@7")]
    [InlineData("$inputs.first $inputs.last", "input(first)<0:first> + ' ' + input(last)<0:last> ~UnbracedEmbedding@0 ~UnbracedEmbedding@14")]
    [InlineData("$inputs.a-$inputs.b", "input(a)<0:a> + '-' + input(b)<0:b> ~UnbracedEmbedding@0 ~UnbracedEmbedding@10")]
    [InlineData("https://x/$steps.s.outputs.id?a=1", "'https://x/' + step(s)(id)<0:id> + '?a=1' ~UnbracedEmbedding@10")]
    [InlineData("See $inputs.link.", "'See ' + input(link)<0:link> + '.' ~UnbracedEmbedding@4")]
    [InlineData("{\"a\": \"$inputs.a\"}", "'{\"a\": \"' + input(a)<0:a> + '\"}' ~UnbracedEmbedding@7")]
    [InlineData("status $statusCode of $method", "'status ' + statusCode + ' of ' + method ~UnbracedEmbedding@7 ~UnbracedEmbedding@22")]
    [InlineData("id $response.body#/a/b, x", "'id ' + Response.Body()#/a/b + ', x' ~UnbracedEmbedding@3")]
    [InlineData("$response.body#/a b", "Response.Body()#/a + ' b' ~UnbracedEmbedding@0")]
    [InlineData("{$inputs.a} and $inputs.b", "input(a)<0:a> + ' and ' + input(b)<0:b> ~UnbracedEmbedding@16")]
    [InlineData("$steps.s.id", "whole step(s)(id)<0:id> ~MissingOutputs@9")]
    public void Expression_without_braces_at_a_word_boundary_is_dialect(string text, string expected) =>
        Assert.Equal(expected, Show.Result(TemplateParser.Parse(text)));

    [Theory]
    [InlineData("$9.99")]
    [InlineData("$")]
    [InlineData("$$inputs.a")]
    [InlineData("a$inputs.a")]
    [InlineData("\\$inputs.a")]
    [InlineData("$ref")]
    [InlineData("$top")]
    [InlineData("{$name}")]
    [InlineData("{$")]
    [InlineData("$inputs.")]
    [InlineData("mutation($message: String!) { send(message: $message) { id } }")]
    [InlineData("query($url: String!, $method: M) { visit(url: $url, method: $method) }")]
    [InlineData("{user(id: $userId) {name}}")]
    [InlineData("costs $inputs")]
    [InlineData("${inputs.a}")]
    public void Text_that_only_looks_like_an_expression_stays_text(string text) =>
        Assert.Equal($"'{text}'", Show.Result(TemplateParser.Parse(text)));

    [Theory]
    [InlineData("$steps.a", 8)]
    [InlineData("$response.headers.x", 10)]
    [InlineData("a {$steps.a} b", 11)]
    [InlineData("a {$inputs.a", 12)]
    [InlineData("a {$inputs.a{$inputs.b}", 12)]
    public void Expression_of_a_known_root_that_is_malformed_is_an_error(string text, int offset) =>
        Assert.Equal($"error at {offset}", Show.Result(TemplateParser.Parse(text)));
}
