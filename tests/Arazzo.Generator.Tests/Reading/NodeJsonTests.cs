using Arazzo.Generator.Reading;
using static Arazzo.Generator.Tests.Reading.ReadingAssert;

namespace Arazzo.Generator.Tests.Reading;

public class NodeJsonTests
{
    [Theory]
    [InlineData("+12", "12")]
    [InlineData("0x1F", "31")]
    [InlineData("0o17", "15")]
    [InlineData("-0", "-0")]
    [InlineData("99999999999999999999999", "99999999999999999999999")]
    [InlineData("0.10", "0.10")]
    [InlineData(".5", "0.5")]
    [InlineData("-.5", "-0.5")]
    [InlineData("1.", "1.0")]
    [InlineData("+1.e5", "1.0e5")]
    [InlineData("1e-5", "1e-5")]
    [InlineData("TRUE", "true")]
    [InlineData("~", "null")]
    [InlineData(".inf", "\".inf\"")]
    [InlineData("-.NaN", "\"-.NaN\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("\"\\x01\\t\"", "\"\\u0001\\t\"")]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    public void Yaml__becomes_valid_json(string yaml, string expected)
    {
        var json = NodeJson.Write(((MappingNode)Read($"k: {yaml}\n"))["k"]!);

        Assert.Equal(expected, json);
        using var document = System.Text.Json.JsonDocument.Parse(json);
    }

    [Fact]
    public void Number_without_end__is_written_as_text()
    {
        var json = NodeJson.Write(((MappingNode)Read("k: 0x" + new string('F', 1_000_000)))["k"]!);

        Assert.StartsWith("\"0xFF", json, StringComparison.Ordinal);
    }
}
