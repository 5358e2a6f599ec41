using Arazzo.Generator.Reading;
using static Arazzo.Generator.Tests.Reading.ReadingAssert;

namespace Arazzo.Generator.Tests.Reading;

public class JsonNodeReaderTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[true,null,-1.5e3,"x\n"]}""")]
    [InlineData("""[]""")]
    [InlineData("""{"<<":{"a":1}}""")]
    [InlineData("{\"a\":123456789012345678901234567890.10,\"b\":1e999,\"c\":-0,\"NO\":\"\"}")]
    [InlineData("\"text\"")]
    public void Json__is_read_as_it_is(string text)
    {
        Assert.Equal(text, NodeJson.Write(Read(text, "test.json")));
    }

    [Fact]
    public void Json_in_a_file_with_another_extension__is_read_as_json()
    {
        // A YAML reader would take the tab for indentation and the escaped slash for a fault.
        Assert.Equal("""{"a":"b/c"}""", NodeJson.Write(Read("{\n\t\"a\": \"b\\/c\"\n}", "spec.yaml")));
    }

    [Fact]
    public void Nodes__have_their_exact_ranges_in_utf16_units()
    {
        const string Text = "{\r\n  \"😀é\" : [ 12, \"ü\\n\" ],\n  \"b\": {\"c\": true}\r\n}\r\n";

        var root = (MappingNode)Read(Text, "test.json");

        Assert.Equal("\"😀é\"", Slice(Text, root.Entries[0].Key.Range));
        Assert.Equal("[ 12, \"ü\\n\" ]", Slice(Text, root.Entries[0].Value.Range));
        Assert.Equal("\"ü\\n\"", Slice(Text, ((SequenceNode)root.Entries[0].Value).Items[1].Range));
        Assert.Equal("{\"c\": true}", Slice(Text, root["b"]!.Range));
        Assert.Equal("true", Slice(Text, ((MappingNode)root["b"]!)["c"]!.Range));
        Assert.Equal(Text.TrimEnd(), Slice(Text, root.Range));
    }

    [Theory]
    [InlineData("{\"a\": 1,}", "1:9-1:10")]
    [InlineData("{\n  \"é\": x\n}", "2:8-2:9")]
    [InlineData("{\"a\": 1} x", "1:10-1:11")]
    [InlineData("{\"a\": \"\\ud800\"}", "1:7-1:15")]
    [InlineData("a: 1\n", "1:1-1:2")]
    [InlineData("{\"a\": 01}", "1:8-1:9")]
    [InlineData("{ // comment\n}", "1:3-1:4")]
    [InlineData("{ /* comment */ }", "1:3-1:4")]
    [InlineData("[1, 2,]", "1:7-1:8")]
    [InlineData("{'a': 1}", "1:2-1:3")]
    [InlineData("\uFEFF{\"a\": NaN}", "1:7-1:8")]
    public void Json_file_that_is_not_json__is_reported_at_the_fault(string text, string expected)
    {
        var (node, diagnostics) = TryRead(text, "test.JSON");

        Assert.Null(node);
        Assert.Equal(["ARZ0002 " + expected], diagnostics);
    }

    [Fact]
    public void Truncated_json__is_reported_at_its_end()
    {
        Assert.Equal(["ARZ0002 2:6-2:7"], TryRead("{\"a\":\n  [1, ", "test.json").Diagnostics);
    }

    [Fact]
    public void Key_given_twice__is_reported_once_and_the_first_stays()
    {
        var (node, diagnostics) = TryRead("{\n \"a\": 1,\n \"a\": 2\n}", "spec.yaml");

        Assert.Equal("""{"a":1}""", NodeJson.Write(node!));
        Assert.Equal(["ARZ0006 3:2-3:5"], diagnostics);
    }
}
