using System.Text.Json;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests.Workflows;

public sealed class WorkflowValueTests
{
    [Theory]
    [InlineData("\"Done\"", "\"DONE\"", true)]
    [InlineData("\"1\"", "1", true)]
    [InlineData("1", "1.0", true)]
    [InlineData("\"1.50\"", "1.5", true)]
    [InlineData("9007199254740993", "9007199254740992", false)]
    [InlineData("null", "null", true)]
    [InlineData("null", "0", false)]
    [InlineData("null", "\"\"", false)]
    [InlineData("true", "true", true)]
    [InlineData("true", "\"true\"", false)]
    [InlineData("true", "1", false)]
    [InlineData("{\"a\":1}", "{\"a\":1}", true)]
    [InlineData("[1]", "[2]", false)]
    public void Equality__follows_Arazzo(string left, string right, bool expected)
    {
        Assert.Equal(expected, Value(left) == Value(right));
        Assert.Equal(!expected, Value(left) != Value(right));
    }

    [Theory]
    [InlineData("1", "2", true)]
    [InlineData("\"9\"", "10", true)]
    [InlineData("\"a\"", "\"B\"", true)]
    [InlineData("null", "1", false)]
    [InlineData("1", "null", false)]
    [InlineData("\"x\"", "1", false)]
    [InlineData("true", "2", false)]
    public void Less__holds_only_where_there_is_an_order(string left, string right, bool expected)
    {
        Assert.Equal(expected, Value(left) < Value(right));
        Assert.False(Value(left) > Value(right) && expected);
    }

    [Fact]
    public void Missing__is_null() => Assert.True((WorkflowValue)Json("{}").At("a") == Value("null"));

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("null", false)]
    [InlineData("0", false)]
    [InlineData("\"\"", false)]
    [InlineData("\"x\"", true)]
    [InlineData("{}", true)]
    public void Value_by_itself__holds_when_it_is_truthy(string value, bool expected) => Assert.Equal(expected, Value(value).IsTruthy);

    [Theory]
    [InlineData("b", 1)]
    [InlineData("2", null)]
    [InlineData("01", null)]
    public void Pointer__finds_elements_by_plain_digits_only(string token, int? expected)
    {
        var found = Json("""{"b":1,"list":[10,20]}""");

        Assert.Equal(expected, token == "b" ? found.At("b")?.GetInt32() : found.At("list", token)?.GetInt32());
        Assert.Equal(20, found.At("list", "1")?.GetInt32());
    }

    [Fact]
    public void Text_as_another_type__is_read_as_that_types_text_or_as_JSON()
    {
        Assert.Equal(5, WorkflowConvert.FromTextValue<int, Int32Codec>("5"));
        Assert.Equal(new Uri("https://x.example/"), WorkflowConvert.FromText<Uri, UriCodec>("https://x.example/"));
        Assert.True(WorkflowConvert.FromTextValue<bool, BooleanCodec>("true"));
        Assert.Null(WorkflowConvert.FromTextValue<int, Int32Codec>(null));
        var exception = Assert.Throws<WorkflowConversionException>(() => WorkflowConvert.FromTextValue<int, Int32Codec>("s3cr3t"));
        Assert.DoesNotContain("s3cr3t", exception.ToString(), StringComparison.Ordinal);
    }

    private static WorkflowValue Value(string json) => Json(json);

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;
}
