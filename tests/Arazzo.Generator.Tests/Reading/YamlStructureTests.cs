using Arazzo.Generator.Reading;
using static Arazzo.Generator.Tests.Reading.ReadingAssert;

namespace Arazzo.Generator.Tests.Reading;

public class YamlStructureTests
{
    [Fact]
    public void Alias__shares_the_node_of_its_anchor()
    {
        var root = (MappingNode)Read("a: &x [1, 2]\nb: *x\nc: &x 3\nd: *x\n");

        Assert.Same(root["a"], root["b"]);
        Assert.Same(root["c"], root["d"]);
    }

    [Fact]
    public void Alias_as_key__is_the_text_at_the_place_of_the_alias()
    {
        var root = (MappingNode)Read("a: &x name\n*x : 1\n");

        Assert.Equal("1", ((ScalarNode)root["name"]!).Text);
        Assert.Equal("2:1-2:3", Format(root.Find("name")!.Key.Range));
    }

    [Theory]
    [InlineData("b: &b {x: 1, y: 2}\na: {y: 3, <<: *b, z: 4}", """{"y":3,"x":1,"z":4}""")]
    [InlineData("b: &b {x: 1}\nc: &c {x: 2, y: 2}\na:\n  <<: [*b, *c]\n", """{"x":1,"y":2}""")]
    [InlineData("b: &b {x: 1}\na:\n  <<: *b\n  x: 2\n", """{"x":2}""")]
    [InlineData("b: &b {x: 1}\nc: &c {y: 1}\na:\n  <<: *b\n  <<: *c\n", """{"x":1,"y":1}""")]
    [InlineData("b: &b {x: 1}\nc: &c {<<: *b, y: 2}\na: {<<: *c, y: 3}\n", """{"x":1,"y":3}""")]
    [InlineData("b: &b {x: {p: 1}}\na: {<<: *b, x: {q: 2}}\n", """{"x":{"q":2}}""")]
    [InlineData("b: &b {}\na:\n  <<: [*b, {x: 1}, *b]\n", """{"x":1}""")]
    [InlineData("a: {'<<': {x: 1}}", """{"<<":{"x":1}}""")]
    public void Merge_key__adds_what_the_mapping_lacks(string text, string expected)
    {
        Assert.Equal(expected, NodeJson.Write(((MappingNode)Read(text))["a"]!));
    }

    [Theory]
    [InlineData("a:\n- b\n- c: 1\n  d: 2\n", """{"a":["b",{"c":1,"d":2}]}""")]
    [InlineData("? a\n: b\n", """{"a":"b"}""")]
    [InlineData("200: ok\nNO: x\n: empty\n", """{"200":"ok","NO":"x","":"empty"}""")]
    [InlineData("1.5: a\n~: b\ntrue: c\n0x10: d\n2026-11-22: e\n", """{"1.5":"a","~":"b","true":"c","0x10":"d","2026-11-22":"e"}""")]
    [InlineData("? |\n  a\n: b\n", """{"a\n":"b"}""")]
    [InlineData("a: &x 1\nb: [*x, &x 2, *x]\nc: *x\n", """{"a":1,"b":[1,2,2],"c":2}""")]
    [InlineData("---\r\na: 1\r\n# end\r\n...\r\n", """{"a":1}""")]
    [InlineData("a: 123456789012345678901234567890.10\nb: 1e999\nc: -0\n", """{"a":123456789012345678901234567890.10,"b":1e999,"c":-0}""")]
    [InlineData("[a, b, ]\n", """["a","b"]""")]
    [InlineData("{a: 1, }\n", """{"a":1}""")]
    [InlineData("a: {\"b\":1, c}\n", """{"a":{"b":1,"c":null}}""")]
    [InlineData("%YAML 1.2\n---\na: 1\n...\n", """{"a":1}""")]
    [InlineData("%YAML 1.1\n---\na: NO\n", """{"a":"NO"}""")]
    [InlineData("a: 1\n---\n", """{"a":1}""")]
    [InlineData("a:\n  b: 1\n \t \n  c: 2\n", """{"a":{"b":1,"c":2}}""")]
    [InlineData("a: b\t\nc:\td\n", """{"a":"b","c":"d"}""")]
    [InlineData("a: 1\rb: 2\r", """{"a":1,"b":2}""")]
    [InlineData("{a: 1, b: [x y, z]}\n", """{"a":1,"b":["x y","z"]}""")]
    [InlineData("{ // x: 1\n}", """{"// x":1}""")]
    public void Well_formed_text__is_read(string text, string expected)
    {
        Assert.Equal(expected, NodeJson.Write(Read(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n")]
    [InlineData("\uFEFF")]
    public void Text_without_a_document__is_reported_at_its_beginning(string text)
    {
        Assert.Equal(["ARZ0003 1:1-1:1"], TryRead(text).Diagnostics);
    }

    [Theory]
    [InlineData("a: 1\nb: 2\na: 3\n", "ARZ0006 3:1-3:2")]
    [InlineData("{a: 1, 'a': 2}", "ARZ0006 1:8-1:11")]
    [InlineData("a: 1\n'a': 2\n\"\\x61\": 3\n", "ARZ0006 2:1-2:4", "ARZ0006 3:1-3:7")]
    [InlineData("b: &b {a: 1}\nc:\n  a: 1\n  <<: *b\n  a: 2\n", "ARZ0006 5:3-5:4")]
    [InlineData("a: 1\n---\nb: 2\n---\nc: 3\n", "ARZ0008 2:1-2:4")]
    [InlineData("? [x]\n: 1\nb: 2\n", "ARZ0007 1:3-1:6")]
    [InlineData("{x: 1}: 2\n", "ARZ0007 1:1-1:7")]
    [InlineData("a: 1\n---\nb: 2\n", "ARZ0008 2:1-2:4")]
    [InlineData("a: *nope\n", "ARZ0009 1:4-1:9")]
    [InlineData("a: &x\n  b: [*x]\n", "ARZ0010 2:7-2:9")]
    [InlineData("a: !!int abc\n", "ARZ0014 1:10-1:13")]
    [InlineData("a: !!bool 1\n", "ARZ0014 1:11-1:12")]
    [InlineData("a:\n  <<: text\n", "ARZ0015 2:7-2:11")]
    [InlineData("x: &x 1\na:\n  <<: [*x, {b: 1}]\n", "ARZ0015 1:7-1:8")]
    public void Fault_that_spoils_one_value__is_reported_at_its_place_and_the_rest_is_read(string text, params string[] expected)
    {
        var (node, diagnostics) = TryRead(text);

        Assert.NotNull(node);
        Assert.Equal(expected, diagnostics);
    }

    [Theory]
    [InlineData("a: [1, 2", "1:8-1:9")]
    [InlineData("a: [1, 2\n", "1:8-1:9")]
    [InlineData("a: 'x\n", "1:4-1:5")]
    [InlineData("a: b: c\n", "1:5-1:6")]
    [InlineData("a: @x\n", "1:4-1:5")]
    [InlineData("a: \"\\q\"\n", "1:4-1:5")]
    [InlineData("a: \"b\" c\n", "1:8-1:9")]
    [InlineData("- a\nb: c\n", "2:1-2:2")]
    [InlineData("a: b\n  c: d\n", "2:4-2:5")]
    [InlineData("x: 1\na:\n\tb: 1\n", "3:1-3:2")]
    [InlineData("a: b\u0001c\n", "1:5-1:6")]
    [InlineData("x: 1\r\ny: z\0\r\n", "2:5-2:6")]
    [InlineData("%YAML 3.0\n---\na: 1\n", "1:1-1:2")]
    [InlineData("a: !e!x b\n", "1:4-1:5")]
    [InlineData("a: {\nb: 1\n}\n", "1:4-1:5")]
    [InlineData("}\n", "1:1-1:2")]
    [InlineData("a: \"\\ud800\"\n", "1:4-1:5")]
    public void Text_that_is_not_yaml__is_reported_at_the_fault(string text, string expected)
    {
        var (node, diagnostics) = TryRead(text);

        Assert.Null(node);
        Assert.Equal(["ARZ0001 " + expected], diagnostics);
    }

    [Fact]
    public void Half_of_a_surrogate_pair__is_reported_where_it_stands()
    {
        Assert.Equal(["ARZ0001 2:5-2:6"], TryRead("a: \ud83d\ude00\nb: x\ud800y\n").Diagnostics);
    }
}
