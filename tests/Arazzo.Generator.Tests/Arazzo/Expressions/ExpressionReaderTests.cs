using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;
using Arazzo.Generator.Tests.Reading;

namespace Arazzo.Generator.Tests.Expressions;

public sealed class ExpressionReaderTests
{
    [Theory]
    [InlineData("expression", "$response.headers.x", "ARZ0301 1:14-1:23")]
    [InlineData("template", "'a {$steps.b}'", "ARZ0302 1:16-1:17")]
    [InlineData("condition", "$statusCode = 200", "ARZ0303 1:16-1:21")]
    [InlineData("condition", "\"$statusCode = 200\"", "ARZ0303 1:17-1:22")]
    [InlineData("condition", "$statusCode ==", "ARZ0303 1:18-1:19")]
    [InlineData("condition", "\"\\u0024statusCode = 200\"", "ARZ0303 1:4-1:28")]
    [InlineData("condition", "|\n  $statusCode = 200", "ARZ0303 1:4-1:5")]
    [InlineData("jsonpath criterion", "$.a == ok", "ARZ0304 1:11-1:13")]
    [InlineData("jsonpath", "$.a == 'ok'", "ARZ0304 1:8-1:15")]
    [InlineData("pointer", "a/b", "ARZ0305 1:4-1:7")]
    [InlineData("regex", "'a('", "ARZ0306 1:5-1:7")]
    [InlineData("xpath", "'//a['", "ARZ0307 1:5-1:9")]
    [InlineData("xpath", "'for $a in //b return $a'", "ARZ0307 1:5-1:28")]
    [InlineData("operationPath", "/pets", "ARZ0308 1:9-1:10")]
    [InlineData("template", "Bearer $inputs.token", "ARZ0310 1:11-1:24")]
    [InlineData("condition", "$inputs.a == \"b\"", "ARZ0310 1:17-1:20")]
    public void Fault_or_dialect_is_reported_at_its_place(string kind, string yaml, string expected) => Assert.Equal([expected], Read(kind, yaml, Dialect.Compat).Diagnostics);

    [Theory]
    [InlineData("expression", "$response.body#/a")]
    [InlineData("template", "Bearer {$inputs.token}")]
    [InlineData("condition", "$statusCode == 200")]
    [InlineData("jsonpath criterion", "'$[?@.a == {$inputs.a}]'")]
    [InlineData("jsonpath", "$.a")]
    [InlineData("pointer", "/a/b")]
    [InlineData("regex", "'^2\\d{2}-{$inputs.a}$'")]
    [InlineData("xpath", "\"/a/b[text()='{$inputs.a}']\"")]
    [InlineData("operationPath", "'{$sourceDescriptions.a.url}#/paths/~1b/get'")]
    public void Text_by_the_letter__is_read_without_a_word(string kind, string yaml)
    {
        var (tree, diagnostics) = Read(kind, yaml, Dialect.Strict);
        Assert.NotNull(tree);
        Assert.Empty(diagnostics);
    }

    [Theory]
    [InlineData("expression", "$response.body#a", "ARZ0311 1:18-1:20")]
    [InlineData("template", "Bearer $inputs.token", "ARZ0311 1:11-1:24")]
    [InlineData("condition", "$inputs.a == \"b\"", "ARZ0311 1:17-1:20")]
    [InlineData("jsonpath criterion", "$.a == 'b'", "ARZ0311 1:4-1:14")]
    [InlineData("operationPath", "a#/paths/~1b/get", "ARZ0311 1:4-1:20")]
    public void Strict_dialect__is_an_error(string kind, string yaml, string expected)
    {
        var (tree, diagnostics) = Read(kind, yaml, Dialect.Strict);
        Assert.Null(tree);
        Assert.Equal([expected], diagnostics);
    }

    private static (object? Tree, string[] Diagnostics) Read(string kind, string yaml, Dialect dialect)
    {
        var scalar = (ScalarNode)((MappingNode)ReadingAssert.Read("a: " + yaml))["a"]!;
        var diagnostics = new DiagnosticBag("a.yml");
        var reader = new ExpressionReader(dialect, diagnostics);
        object? tree = kind switch
        {
            "expression" => reader.ReadExpression(scalar),
            "template" => reader.ReadTemplate(scalar),
            "condition" => reader.ReadCondition(scalar),
            "jsonpath criterion" => reader.ReadJsonPathCriterion(scalar),
            "jsonpath" => reader.ReadJsonPath(scalar),
            "pointer" => reader.ReadJsonPointer(scalar),
            "regex" => reader.ReadRegex(scalar),
            "xpath" => reader.ReadXPath(scalar),
            _ => reader.ReadOperationPath(scalar),
        };
        return (tree, ReadingAssert.Format(diagnostics));
    }
}
