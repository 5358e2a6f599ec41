using System.Text;
using System.Text.Json;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests.Json;

/// <summary>What is no JSON, or not the JSON of the document: right, or told with its place. Never a hang, never a lost stack.</summary>
public class JsonFaultTests
{
    private const string Lone = "\\ud800";

    [Theory]
    [InlineData("{\"id\":\"a\",\"id\":\"b\"}", "b", null)]
    [InlineData("{\"id\":\"a\",\"amount\":1,\"amount\":null}", "a", null)]
    [InlineData("{\"i\\u0064\":\"a\"}", "a", null)]
    [InlineData("\uFEFF{\"id\":\"a\"}", "a", null)]
    [InlineData("{\"id\":\"a\",\"amount\":3e2}", "a", 300L)]
    [InlineData("{\"id\":\"a\",\"amount\":-7.0}", "a", -7L)]
    [InlineData("{\"amount\":2,\"other\":{\"id\":[]},\"id\":\"\\ud83d\\ude00\"}", "\U0001F600", 2L)]
    [InlineData(" \r\n\t{ \"id\" : \"a\" } \n", "a", null)]
    public void Unusual_but_right__is_read(string json, string id, long? amount)
    {
        Assert.Null(Read(Encoding.UTF8.GetBytes(json), out var order));
        Assert.Equal((id, amount), (order!.Id, order.Amount));
    }

    [Theory]
    [InlineData("", "$", 0)]
    [InlineData("nonsense", "$", 1)]
    [InlineData("{\"id\":\"a\"", "$", 9)]
    [InlineData("{\"id\":\"a", "$.id", 8)]
    [InlineData("{\"id\"", "$", 5)]
    [InlineData("{\"id\":\"a\"}}", "$", 10)]
    [InlineData("{\"id\":\"a\"} x", "$", 11)]
    [InlineData("{\"id\":\"a\",}", "$", 10)]
    [InlineData("{/**/\"id\":\"a\"}", "$", 1)]
    [InlineData("{\"id\":\"a\",\n \"parts\":[{\"id\":\"b\"},\n  {\"id\":01}]}", "$.parts[1].id", 42)]
    [InlineData("{\"id\":\"a\",\"amount\":NaN}", "$.amount", 19)]
    [InlineData("{\"id\":\"a\",\"amount\":1e2000}", "$.amount", 19)]
    [InlineData("{\"id\":\"a\",\"amount\":9223372036854775808}", "$.amount", 19)]
    [InlineData("{\"id\":\"a\",\"amount\":1.5}", "$.amount", 19)]
    [InlineData("{\"id\":\"a\",\"parts\":[null]}", "$.parts[0]", 19)]
    [InlineData("{\"id\":\"a\",\"parts\":[{}]}", "$.parts[0]", 20)]
    [InlineData("{\"id\":\"a\",\"parts\":{}}", "$.parts", 18)]
    [InlineData("{\"id\":\"" + Lone + "\"}", "$.id", 6)]
    [InlineData("{\"id\":{\"a b\":1}}", "$.id", 6)]
    [InlineData("\uFEFF{\"id\":1}", "$.id", 9)]
    public void Wrong__is_told_with_path_and_position(string json, string path, int position)
    {
        var error = Read(Encoding.UTF8.GetBytes(json), out _);
        Assert.StartsWith($"The JSON cannot be read at {path} (byte {position}). ", error!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_is_not_UTF_8__is_told_with_path_and_position()
    {
        var error = Read([.. "{\"parts\":[{\"id\":\""u8, 0xC3, 0x28, .. "\"}]}"u8], out _);
        Assert.StartsWith("The JSON cannot be read at $.parts[0].id (byte 16). ", error!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_levels__are_read_and_written()
    {
        var json = Nested(500);
        Assert.Null(Read(json, out var order));
        Assert.Equal(json, new JsonRequestWriter().Write<Order, Order>(order!));
    }

    [Fact]
    public void More_than_a_thousand_levels__is_told()
    {
        var error = Read(Nested(501), out _);
        Assert.Contains(".parts[0].parts[0]", error!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Stack_is_too_small_for_the_depth__JsonException_and_nothing_worse()
    {
        Exception? exception = null;
        var json = Nested(400_000);
        var thread = new Thread(
            () => exception = Record.Exception(() =>
            {
                var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
                reader.Read();
                reader.Read<Order>();
            }),
            maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.Contains("nested too deep", Assert.IsType<JsonException>(exception).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Object_contains_itself_and_the_stack_is_small__ArgumentException_and_nothing_worse()
    {
        Exception? exception = null;
        var parts = new List<Order>();
        parts.Add(new Order { Id = "a", Parts = parts });
        var thread = new Thread(() => exception = Record.Exception(() => new JsonRequestWriter().Write<Order, Order>(parts[0])), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.Contains("nested too deep", Assert.IsType<ArgumentException>(exception).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Value_cannot_be_written__ArgumentException_with_its_path()
    {
        var writer = new JsonRequestWriter();
        var numbers = Assert.Throws<ArgumentException>(() => writer.Write<IReadOnlyList<double>, ListCodec<double, DoubleCodec>>([1, double.NaN]));
        Assert.StartsWith("The body cannot be written as JSON at $[1]. ", numbers.Message, StringComparison.Ordinal);
        var nothing = Assert.Throws<ArgumentException>(() => writer.Write<Order, Order>(new Order { Id = "a", Parts = [new Order { Id = "b" }, null!] }));
        Assert.StartsWith("The body cannot be written as JSON at $.parts[1]. ", nothing.Message, StringComparison.Ordinal);
        var parts = new List<Order>();
        parts.Add(new Order { Id = "a", Parts = parts });
        Assert.StartsWith("The body cannot be written as JSON at $.parts[0].parts[0]", Assert.Throws<ArgumentException>(() => writer.Write<Order, Order>(parts[0])).Message, StringComparison.Ordinal);
        Assert.Equal("{\"id\":\"c\"}"u8, writer.Write<Order, Order>(new Order { Id = "c" }));
    }

    [Fact]
    public void Lone_surrogate_is_written__is_refused_with_its_path()
    {
        var exception = Assert.Throws<ArgumentException>(static () => new JsonRequestWriter().Write<Order, Order>(new Order { Id = "a\ud800" }));
        Assert.Equal("body", exception.ParamName);
        Assert.Contains("$.id ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Replacement_character_that_is_meant__is_written() =>
        Assert.Equal("{\"id\":\"\\uFFFD\\uD83D\\uDE00\"}"u8, new JsonRequestWriter().Write<Order, Order>(new Order { Id = "\ufffd\ud83d\ude00" }));

    private static byte[] Nested(int orders) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"id\":\"a\",\"parts\":[", orders)) + string.Concat(Enumerable.Repeat("]}", orders)));

    private static UnreadableBody? Read(ReadOnlySpan<byte> json, out Order? order) =>
        JsonBody.Read(new JsonResponseCase<Order, Order>(200, isError: false, "application/json"), json, out order);
}
