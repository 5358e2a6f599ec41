using Arazzo.Generator.Arazzo.Expressions;

namespace Arazzo.Generator.Tests.Expressions;

public sealed class JsonPathParserTests
{
    [Theory]
    [InlineData("$", "$")]
    [InlineData("$.a['b c'][\"d\"]", "$['a']['b c']['d']")]
    [InlineData("$['a\\'\\u00e4\\uD834\\uDD1E\\n']", "$['a'ä𝄞\n']")]
    [InlineData("$.*[*]..*..a..[0]", "$[*][*]..[*]..['a']..[0]")]
    [InlineData("$[0, -1, 1:2, ::-1, 'a']", "$[0,-1,1:2:,::-1,'a']")]
    [InlineData("$[?@.a]", "$[?@['a']]")]
    [InlineData("$[?!(@.a && $.b || !@.c)]", "$[?!((@['a'] && $['b']) || !@['c'])]")]
    [InlineData("$[?@.a == 'x' && @['b'] >= -1.5e2]", "$[?((@['a'] Equal 'x') && (@['b'] GreaterOrEqual -1.5e2))]")]
    [InlineData("$[?length(@.a) > 2]", "$[?(Length(@['a']) Greater 2)]")]
    [InlineData("$[?count(@..a) == 1]", "$[?(Count(@..['a']) Equal 1)]")]
    [InlineData("$[?match(@.a, 'x.*')]", "$[?Match(@['a'],'x.*')]")]
    [InlineData("$[?search(@.a, value($..b))]", "$[?Search(@['a'],Value($..['b']))]")]
    [InlineData("$[?@[?@.a > 1]]", "$[?@[?(@['a'] Greater 1)]]")]
    [InlineData("$[?@.id == {$inputs.id}]", "$[?(@['id'] Equal {whole input(id)<0:id>})]")]
    [InlineData("$[?@.id == 'x{$inputs.id}']", "$[?(@['id'] Equal {'x' + input(id)<0:id>})]")]
    [InlineData("$['{$inputs.name}'][{$inputs.index}]", "$[{input(name)<0:name>}][{whole input(index)<0:index>}]")]
    [InlineData("$[?@.id == '$inputs.id']", "$[?(@['id'] Equal '$inputs.id')]")]
    public void Query_gives_its_tree(string text, string expected) =>
        Assert.Equal(expected, Show.Result(JsonPathParser.ParseQuery(text)));

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 0)]
    [InlineData(" $", 0)]
    [InlineData("$ ", 1)]
    [InlineData("$.", 2)]
    [InlineData("$.1", 2)]
    [InlineData("$['a", 2)]
    [InlineData("$['\\x']", 3)]
    [InlineData("$[01]", 2)]
    [InlineData("$[9007199254740992]", 2)]
    [InlineData("$[0", 3)]
    [InlineData("$[]", 2)]
    [InlineData("$[?@.*==1]", 3)]
    [InlineData("$[?length(@.a)]", 3)]
    [InlineData("$[?length(@.*) > 1]", 10)]
    [InlineData("$[?count(1) > 1]", 9)]
    [InlineData("$[?match(@.a) ]", 12)]
    [InlineData("$[?match(@.a, 'a') == true]", 3)]
    [InlineData("$[?foo(@.a)]", 3)]
    [InlineData("$[?'a']", 3)]
    [InlineData("$[?@.a == ok]", 10)]
    [InlineData("$[?@.a == $inputs.a]", 11)]
    [InlineData("$.status == 'ok'", 8)]
    public void Malformed_query_is_an_error_at_its_place(string text, int offset) =>
        Assert.Equal($"error at {offset}", Show.Result(JsonPathParser.ParseQuery(text)));

    [Theory]
    [InlineData("$.items[?(@.a == 1)]", "query $['items'][?(@['a'] Equal 1)]")]
    [InlineData(" $.a\n", "query $['a'] ~JsonPathBlanks@0")]
    [InlineData("$[?(@.t == '$inputs.t')]", "query $[?(@['t'] Equal {input(t)<0:t>})] ~JsonPathUnbracedExpression@11")]
    [InlineData("$[?@.t == $inputs.t]", "query $[?(@['t'] Equal {whole input(t)<0:t>})] ~JsonPathUnbracedExpression@10")]
    [InlineData("$.data.status == \"X\"", "condition [$['data']['status'] Equal 'X'] ~JsonPathComparison@0")]
    [InlineData("$.a == 'x' || $.b != null && $.c >= 1",
        "condition ([$['a'] Equal 'x'] || ([$['b'] NotEqual null] && [$['c'] GreaterOrEqual 1])) ~JsonPathComparison@0")]
    [InlineData("$.a.length > 0", "condition [length($['a']) Greater 0] ~JsonPathComparison@0 ~JsonPathLength@0")]
    [InlineData("$.length > 1", "condition [length($) Greater 1] ~JsonPathComparison@0 ~JsonPathLength@0")]
    [InlineData("$[?(@.t == 'x')].length == 0", "condition [length($[?(@['t'] Equal 'x')]) Equal 0] ~JsonPathComparison@0 ~JsonPathLength@0")]
    [InlineData("$.n > $inputs.n", "condition [$['n'] Greater input(n)<0:n>] ~JsonPathComparison@0 ~JsonPathUnbracedExpression@6")]
    [InlineData("$.n == $steps.a.outputs.b", "condition [$['n'] Equal step(a)(b)<0:b>] ~JsonPathComparison@0 ~JsonPathUnbracedExpression@7")]
    [InlineData("$.n == {$inputs.n}", "condition [$['n'] Equal input(n)<0:n>] ~JsonPathComparison@0")]
    [InlineData("$.n == '{$inputs.n}'", "condition [$['n'] Equal template(input(n)<0:n>)] ~JsonPathComparison@0")]
    [InlineData("$.s in [\"a\",\"b\"]", "condition [$['s'] In 'a','b'] ~JsonPathComparison@0 ~WordOperator@4")]
    [InlineData("$.s empty true", "condition [$['s'] Empty True] ~JsonPathComparison@0 ~WordOperator@4")]
    [InlineData("!($.a == 1)", "condition ![$['a'] Equal 1] ~JsonPathComparison@0")]
    public void Criterion_is_a_query_or_a_condition(string text, string expected) =>
        Assert.Equal(expected, Show.Result(JsonPathConditionParser.Parse(text)));

    [Theory]
    [InlineData("$.a =", 4)]
    [InlineData("$.a == ok", 7)]
    [InlineData("$.a == 'ok", 7)]
    [InlineData("$.a == 'x' ||", 13)]
    [InlineData("$[?@.a == ok]", 10)]
    [InlineData("a == 1", 0)]
    public void Malformed_criterion_is_an_error_where_the_better_reading_ends(string text, int offset) =>
        Assert.Equal($"error at {offset}", Show.Result(JsonPathConditionParser.Parse(text)));

    [Theory]
    [InlineData("$[?(", ")]")]
    [InlineData("$[?@", "]")]
    [InlineData("$[?length(value(", "))]")]
    public void Nesting_is_limited(string open, string close)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 50_000)) + "$" + string.Concat(Enumerable.Repeat(close, 50_000));
        Assert.NotNull(JsonPathParser.ParseQuery(deep).Error);
        Assert.NotNull(JsonPathConditionParser.Parse(deep).Error);
    }

    [Theory]
    [InlineData("$['a'][0].b", true)]
    [InlineData("$['{$inputs.a}']", true)]
    [InlineData("$[0,1]", false)]
    [InlineData("$..a", false)]
    [InlineData("$.*", false)]
    public void Singular_queries_are_known(string text, bool expected) => Assert.Equal(expected, JsonPathParser.ParseQuery(text).Value!.IsSingular);
}
