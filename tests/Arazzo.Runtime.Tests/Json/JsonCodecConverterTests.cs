using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests.Json;

/// <summary>Generated types in the hands of <see cref="JsonSerializer"/>.</summary>
public class JsonCodecConverterTests
{
    private static readonly Order Nested = new() { Id = "a<ä", Parts = [new Order { Id = "b", Amount = 3 }] };

    [Fact]
    public void Written_among_other_values__commas_are_where_they_belong() =>
        Assert.Equal(
            """{"First":{"id":"x"},"Orders":[{"id":"a\u003C\u00E4","parts":[{"id":"b","amount":3}]},{"id":"c"},null]}""",
            JsonSerializer.Serialize(new { First = new Order { Id = "x" }, Orders = new[] { Nested, new Order { Id = "c" }, null } }, Options()));

    [Fact]
    public void Indented__is_indented_where_it_stands() =>
        Assert.Equal(
            """
            [
              {
                "id": "a\u003C\u00E4",
                "parts": [
                  {
                    "id": "b",
                    "amount": 3
                  }
                ]
              }
            ]
            """,
            JsonSerializer.Serialize(new[] { Nested }, Options(static options => options.WriteIndented = true)).ReplaceLineEndings());

    [Fact]
    public void Another_encoder__text_is_escaped_as_it_says() =>
        Assert.Equal("""{"id":"a<ä","parts":[{"id":"b","amount":3}]}""", JsonSerializer.Serialize(Nested, Options(static options => options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping)));

    [Theory]
    [InlineData("""{"id":1}""", "$.id", "a string")]
    [InlineData("""{"id":"a","parts":[{"id":"b"},{"id":"c","amount":"1"}]}""", "$.parts[1].amount", "a 64-bit integer")]
    [InlineData("""{"id":"a","parts":[{}]}""", "$.parts[0]", "missing")]
    [InlineData("[]", "$", "an object")]
    public void Cannot_be_read__exception_has_the_path(string json, string path, string reason)
    {
        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Order>(json, Options()));

        Assert.Equal(path, exception.Path);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.EndsWith($"It is {path} of Order.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cannot_be_read_within_another_value__message_has_the_path_in_it_and_exception_the_path_to_it()
    {
        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<string, Order>>("""{"x":{"id":"a","parts":[{"id":null}]}}""", Options()));

        Assert.Equal("$.x", exception.Path);
        Assert.EndsWith("It is $.parts[0].id of Order.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cannot_be_written__what_is_written_next_can()
    {
        var options = Options();
        var parts = new List<Order>();
        parts.Add(new Order { Id = "a", Parts = parts });

        Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(parts[0], options));
        Assert.Equal("""{"id":"c"}""", JsonSerializer.Serialize(new Order { Id = "c" }, options));
    }

    private static JsonSerializerOptions Options(Action<JsonSerializerOptions>? change = null)
    {
        var options = new JsonSerializerOptions { Converters = { new JsonCodecConverter<Order>() }, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        change?.Invoke(options);
        return options;
    }
}
