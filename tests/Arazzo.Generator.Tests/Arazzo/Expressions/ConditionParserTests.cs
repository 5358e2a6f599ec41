using Arazzo.Generator.Arazzo.Expressions;

namespace Arazzo.Generator.Tests.Expressions;

public sealed class ConditionParserTests
{
    [Theory]
    [InlineData("$statusCode == 200", "[statusCode Equal 200]")]
    [InlineData("$statusCode==200", "[statusCode Equal 200]")]
    [InlineData(" $statusCode != 200\n", "[statusCode NotEqual 200]")]
    [InlineData("1 < 2", "[1 Less 2]")]
    [InlineData("1 <= -2.5e3", "[1 LessOrEqual -2.5e3]")]
    [InlineData("1 > 2", "[1 Greater 2]")]
    [InlineData("1 >= 2", "[1 GreaterOrEqual 2]")]
    [InlineData("$inputs.a == 'it''s'", "[input(a)<0:a> Equal 'it's']")]
    [InlineData("$inputs.a == ''", "[input(a)<0:a> Equal '']")]
    [InlineData("$inputs.a == true", "[input(a)<0:a> Equal true]")]
    [InlineData("null != $inputs.a", "[null NotEqual input(a)<0:a>]")]
    [InlineData("$inputs.a", "input(a)<0:a>")]
    [InlineData("!$inputs.a", "!input(a)<0:a>")]
    [InlineData("!$inputs.a == false", "[!input(a)<0:a> Equal false]")]
    [InlineData("!($inputs.a && false)", "!(input(a)<0:a> && false)")]
    [InlineData("true || false && true", "(true || (false && true))")]
    [InlineData("(true || false) && true", "((true || false) && true)")]
    [InlineData("true && false && null", "(true && false && null)")]
    [InlineData("1 == 1 && 2 < 3 || $inputs.a", "(([1 Equal 1] && [2 Less 3]) || input(a)<0:a>)")]
    [InlineData("$response.body#/status == 'ok'", "[Response.Body()#/status Equal 'ok']")]
    [InlineData("$response.body#/0 == null", "[Response.Body()#/0 Equal null]")]
    [InlineData("$response.body#/items[0].id!=null", "[Response.Body()#/items[0].id NotEqual null]")]
    [InlineData("($response.body#/a)", "Response.Body()#/a")]
    [InlineData("$response.body.count > 0", "[Response.Body(.count)<0:count> Greater 0]")]
    [InlineData("$response.body.items[0].id == $inputs.id", "[Response.Body(.items[0].id)<0:items><6:[0]><9:id> Equal input(id)<0:id>]")]
    [InlineData("$response.header.Content-Type == 'text/plain'", "[Response.Header(Content-Type) Equal 'text/plain']")]
    [InlineData("$workflows.w.outputs.x > 0", "[workflow(w).output(x)<0:x> Greater 0]")]
    [InlineData("{$inputs.a} == 1", "[input(a)<0:a> Equal 1]")]
    [InlineData("$inputs.a == 'x-{$inputs.b}'", "[input(a)<0:a> Equal template('x-' + input(b)<0:b>)]")]
    [InlineData("$inputs.a == '$9.99'", "[input(a)<0:a> Equal '$9.99']")]
    public void Condition_gives_its_tree(string text, string expected) => Assert.Equal(expected, Show.Result(ConditionParser.Parse(text)));

    [Theory]
    [InlineData("$inputs.a == \"b\"", "[input(a)<0:a> Equal 'b'] ~DoubleQuotes@13")]
    [InlineData("$inputs.a == \"say \\\"b\\\"\"", "[input(a)<0:a> Equal 'say \"b\"'] ~DoubleQuotes@13")]
    [InlineData("$inputs.a == 'x $inputs.b'", "[input(a)<0:a> Equal template('x ' + input(b)<0:b>)] ~UnbracedEmbedding@13")]
    [InlineData("$response.body#status == 'b'", "[Response.Body()#/status Equal 'b'] ~PointerWithoutSlash@14")]
    [InlineData("$statusCode in [200, 201]", "[statusCode In 200,201] ~WordOperator@12")]
    [InlineData("$inputs.a empty true", "[input(a)<0:a> Empty True] ~WordOperator@10")]
    public void Dialect_gives_its_tree_and_its_place(string text, string expected) => Assert.Equal(expected, Show.Result(ConditionParser.Parse(text)));

    [Theory]
    [InlineData("", 0)]
    [InlineData("$statusCode = 200", 12)]
    [InlineData("$statusCode === 200", 14)]
    [InlineData("$statusCode == ", 15)]
    [InlineData("== 200", 0)]
    [InlineData("1 < 2 < 3", 7)]
    [InlineData("$statusCode == 200 and true", 19)]
    [InlineData("true & false", 5)]
    [InlineData("(true", 5)]
    [InlineData("true)", 4)]
    [InlineData("$inputs.a == ok", 13)]
    [InlineData("$inputs.a == 'ok", 13)]
    [InlineData("$inputs.a == 1x", 14)]
    [InlineData("$inputs.a == 01", 13)]
    [InlineData("$foo == 1", 0)]
    [InlineData("true && $steps.a == 1", 16)]
    [InlineData("{$inputs.a == 1", 15)]
    [InlineData("$inputs.a in 1", 13)]
    [InlineData("$inputs.a empty 1", 16)]
    public void Malformed_condition_is_an_error_at_its_place(string text, int offset) =>
        Assert.Equal($"error at {offset}", Show.Result(ConditionParser.Parse(text)));

    [Theory]
    [InlineData("(", ")")]
    [InlineData("!", "")]
    public void Nesting_is_limited(string open, string close)
    {
        Assert.Null(ConditionParser.Parse(Repeat(open, 60) + "true" + Repeat(close, 60)).Error);
        Assert.NotNull(ConditionParser.Parse(Repeat(open, 100_000) + "true" + Repeat(close, 100_000)).Error);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
