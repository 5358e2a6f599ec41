using Arazzo.Generator.Reading;
using static Arazzo.Generator.Tests.Reading.ReadingAssert;

namespace Arazzo.Generator.Tests.Reading;

public class YamlScalarTests
{
    [Theory]
    [InlineData("NO", nameof(ScalarKind.String))]
    [InlineData("no", nameof(ScalarKind.String))]
    [InlineData("on", nameof(ScalarKind.String))]
    [InlineData("Off", nameof(ScalarKind.String))]
    [InlineData("y", nameof(ScalarKind.String))]
    [InlineData("tRue", nameof(ScalarKind.String))]
    [InlineData("nULL", nameof(ScalarKind.String))]
    [InlineData("2026-11-22", nameof(ScalarKind.String))]
    [InlineData("2026-11-22T10:00:00Z", nameof(ScalarKind.String))]
    [InlineData("190:20:30", nameof(ScalarKind.String))]
    [InlineData("12:30", nameof(ScalarKind.String))]
    [InlineData("0777", nameof(ScalarKind.String))]
    [InlineData("017", nameof(ScalarKind.String))]
    [InlineData("Yes", nameof(ScalarKind.String))]
    [InlineData("n", nameof(ScalarKind.String))]
    [InlineData("1,000", nameof(ScalarKind.String))]
    [InlineData("0X1F", nameof(ScalarKind.String))]
    [InlineData("0O17", nameof(ScalarKind.String))]
    [InlineData("1:30.5", nameof(ScalarKind.String))]
    [InlineData("-.", nameof(ScalarKind.String))]
    [InlineData("inf", nameof(ScalarKind.String))]
    [InlineData("None", nameof(ScalarKind.String))]
    [InlineData("-007", nameof(ScalarKind.String))]
    [InlineData("00.5", nameof(ScalarKind.String))]
    [InlineData("1_000", nameof(ScalarKind.String))]
    [InlineData("0b101", nameof(ScalarKind.String))]
    [InlineData("0o8", nameof(ScalarKind.String))]
    [InlineData("0x", nameof(ScalarKind.String))]
    [InlineData("-0x1F", nameof(ScalarKind.String))]
    [InlineData("1.2.3", nameof(ScalarKind.String))]
    [InlineData("3.1.0", nameof(ScalarKind.String))]
    [InlineData("1e", nameof(ScalarKind.String))]
    [InlineData("1e+", nameof(ScalarKind.String))]
    [InlineData(".", nameof(ScalarKind.String))]
    [InlineData("+", nameof(ScalarKind.String))]
    [InlineData(".e5", nameof(ScalarKind.String))]
    [InlineData("+.nan", nameof(ScalarKind.String))]
    [InlineData("<<", nameof(ScalarKind.String))]
    [InlineData("=", nameof(ScalarKind.String))]
    [InlineData("http://x/y#z", nameof(ScalarKind.String))]
    [InlineData("١٢", nameof(ScalarKind.String))]
    [InlineData("0", nameof(ScalarKind.Integer))]
    [InlineData("-0", nameof(ScalarKind.Integer))]
    [InlineData("+12", nameof(ScalarKind.Integer))]
    [InlineData("99999999999999999999999", nameof(ScalarKind.Integer))]
    [InlineData("0o17", nameof(ScalarKind.Integer))]
    [InlineData("0x1F", nameof(ScalarKind.Integer))]
    [InlineData("3.0", nameof(ScalarKind.Float))]
    [InlineData("1.", nameof(ScalarKind.Float))]
    [InlineData(".5", nameof(ScalarKind.Float))]
    [InlineData("-1.5e-3", nameof(ScalarKind.Float))]
    [InlineData("-.5", nameof(ScalarKind.Float))]
    [InlineData("123456789012345678901234567890.123456789e400", nameof(ScalarKind.Float))]
    [InlineData("1E5", nameof(ScalarKind.Float))]
    [InlineData(".inf", nameof(ScalarKind.Float))]
    [InlineData("-.INF", nameof(ScalarKind.Float))]
    [InlineData("+.Inf", nameof(ScalarKind.Float))]
    [InlineData(".nan", nameof(ScalarKind.Float))]
    [InlineData(".NaN", nameof(ScalarKind.Float))]
    [InlineData("true", nameof(ScalarKind.Boolean))]
    [InlineData("False", nameof(ScalarKind.Boolean))]
    [InlineData("TRUE", nameof(ScalarKind.Boolean))]
    [InlineData("~", nameof(ScalarKind.Null))]
    [InlineData("null", nameof(ScalarKind.Null))]
    [InlineData("NULL", nameof(ScalarKind.Null))]
    public void Plain_scalar__has_the_kind_of_the_core_schema(string text, string kind)
    {
        var scalar = Assert.IsType<ScalarNode>(((MappingNode)Read($"key: {text}\n"))["key"]);

        Assert.Equal(kind, scalar.Kind.ToString());
        Assert.Equal(text, scalar.Text);
        Assert.Equal($"1:6-1:{6 + text.Length}", Format(scalar.Range));
    }

    [Theory]
    [InlineData("'12'", "12", nameof(ScalarKind.String))]
    [InlineData("\"true\"", "true", nameof(ScalarKind.String))]
    [InlineData("'it''s'", "it's", nameof(ScalarKind.String))]
    [InlineData("\"\\u00e9\\n\\x41\"", "é\nA", nameof(ScalarKind.String))]
    [InlineData("''", "", nameof(ScalarKind.String))]
    [InlineData("!!str 12", "12", nameof(ScalarKind.String))]
    [InlineData("! 12", "12", nameof(ScalarKind.String))]
    [InlineData("!!int '12'", "12", nameof(ScalarKind.Integer))]
    [InlineData("!!float 12", "12", nameof(ScalarKind.Float))]
    [InlineData("!!bool \"true\"", "true", nameof(ScalarKind.Boolean))]
    [InlineData("!!null ''", "", nameof(ScalarKind.Null))]
    [InlineData("!<tag:yaml.org,2002:str> 1", "1", nameof(ScalarKind.String))]
    [InlineData("!!timestamp 2026-11-22", "2026-11-22", nameof(ScalarKind.String))]
    [InlineData("!local 12", "12", nameof(ScalarKind.Integer))]
    [InlineData("", "", nameof(ScalarKind.Null))]
    public void Quoted_or_tagged_scalar__is_what_it_says(string written, string text, string kind)
    {
        var scalar = Assert.IsType<ScalarNode>(((MappingNode)Read($"key: {written}\n"))["key"]);

        Assert.Equal((text, kind), (scalar.Text, scalar.Kind.ToString()));
    }

    [Theory]
    [InlineData("k: |\n  one\n  two\n", "one\ntwo\n")]
    [InlineData("k: |-\n  one\n\n", "one")]
    [InlineData("k: >\n  one\n  two\n", "one two\n")]
    [InlineData("k: |+\n  one\n\nx: 1", "one\n\n")]
    [InlineData("k: |2\n    one\n", "  one\n")]
    [InlineData("k: one\n  two\n", "one two")]
    [InlineData("k: \"one\n  two\"\n", "one two")]
    [InlineData("k: |\r\n  one\r\n  two\r\n", "one\ntwo\n")]
    [InlineData("k: |\n      \n  one\n", "\none\n")]
    [InlineData("k: \"a\u2028b\u2029c\u0085d\"\n", "a\u2028b\u2029c\u0085d")]
    [InlineData("k: a\u2028b\n", "a\u2028b")]
    [InlineData("k: |\n  a\u2028b\n", "a\u2028b\n")]
    public void Scalar_of_several_lines__has_the_text_that_yaml_gives_it(string text, string expected)
    {
        Assert.Equal(expected, Assert.IsType<ScalarNode>(((MappingNode)Read(text))["k"]).Text);
    }

    [Theory]
    [InlineData("k: &a value\n", "value")]
    [InlineData("k: !!str 12 # comment\n", "12")]
    [InlineData("k: &a !!str 'q'\n", "'q'")]
    [InlineData("k: &a\n  next\n", "next")]
    [InlineData("k: &a # why\n  next\n", "next")]
    [InlineData("k: |\n  one\n  two\n\n\nx: 1\n", "|\n  one\n  two")]
    [InlineData("k: >-\r\n  one\r\n", ">-\r\n  one")]
    [InlineData("k: \"a\n  b\"\n", "\"a\n  b\"")]
    [InlineData("k: {a: 1, b: [2]} \n", "{a: 1, b: [2]}")]
    [InlineData("k: &a {a: 1\n  }\n", "{a: 1\n  }")]
    [InlineData("k: []\n", "[]")]
    [InlineData("k:\n  a: 1\n  b: two\n\nx: 1\n", "a: 1\n  b: two")]
    [InlineData("k: &a\n  a: 1\nx: 1\n", "a: 1")]
    [InlineData("k:\n- 1\n- 2\nx: 1\n", "- 1\n- 2")]
    [InlineData("k: 😀\n", "😀")]
    [InlineData("\uFEFFk: v\n", "v")]
    public void Value__has_its_exact_range(string text, string expected)
    {
        var value = ((MappingNode)Read(text))["k"]!;

        Assert.Equal(expected, Slice(text.TrimStart('\uFEFF'), value.Range));
    }

    [Theory]
    [InlineData("k: $inputs.token\n", 8, 5, "1:12-1:17")]
    [InlineData("k: '$inputs.token'\n", 8, 5, "1:13-1:18")]
    [InlineData("k: 'it''s'\n", 1, 1, "1:4-1:11")]
    [InlineData("k: |\n  text\n", 1, 1, "1:4-1:5")]
    public void Part_of_a_scalar__has_a_range_where_the_text_is_as_written(string text, int start, int length, string expected)
    {
        Assert.Equal(expected, Format(((ScalarNode)((MappingNode)Read(text))["k"]!).RangeOf(start, length)));
    }
}
