using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests.Json;

/// <summary>What <see cref="JsonOutput"/> writes is what <see cref="Utf8JsonWriter"/> writes.</summary>
public class JsonOutputTests
{
    // Shorter and longer than each of the blocks that text is copied in.
    private static readonly int[] Lengths = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 47, 100];

    public static TheoryData<string> Encoders => ["none", "default", "relaxed", "latin"];

    [Theory]
    [MemberData(nameof(Encoders))]
    public void Every_character_at_each_end_of_text_of_each_length__is_escaped_as_System_Text_Json_does(string encoder)
    {
        var texts = from character in Enumerable.Range(0, char.MaxValue + 1)
                    let length = Lengths[1 + character % (Lengths.Length - 1)]
                    from place in new[] { 0, length / 2, length - 1 }
                    select new string('a', place) + (char)character + new string('b', length - place - 1);

        Same(encoder, texts);
    }

    [Theory]
    [MemberData(nameof(Encoders))]
    public void Text_of_any_length_and_kind__is_escaped_as_System_Text_Json_does(string encoder)
    {
        var random = new Random(7);
        string[] kinds = ["abc xyz 0", "a\"b\\c\n\t\u0001<>&'+`", "aäß€", "a\ud83d\ude00\ud800\udfff", "\u007f\u0080\uffff\u8000 ~!"];
        var texts = from length in Lengths.Append(300).Append(3000)
                    from kind in kinds
                    from _ in Enumerable.Range(0, 20)
                    select string.Concat(Enumerable.Range(0, length).Select(_ => random.Next(8) == 0 ? kind[random.Next(kind.Length)] : kind[0]));

        Same(encoder, texts);
    }

    [Fact]
    public void Numbers__are_as_System_Text_Json_writes_them()
    {
        var random = new Random(11);
        var bits = Enumerable.Range(0, 20_000).Select(_ => random.NextInt64(long.MinValue, long.MaxValue)).Concat([0, -1, 1, long.MinValue, long.MaxValue, int.MinValue, int.MaxValue]).ToArray();

        Same(bits, static (json, value) => json.WriteNumberValue(value), static (json, value) => json.WriteNumberValue(value));
        Same(bits, static (json, value) => json.WriteNumberValue((int)value), static (json, value) => json.WriteNumberValue((int)value));
        Same(bits, static (json, value) => json.WriteNumberValue((ulong)value), static (json, value) => json.WriteNumberValue((ulong)value));
        Same(
            bits.Select(BitConverter.Int64BitsToDouble).Where(double.IsFinite).Concat([0, -0.0, 0.1, 1e15, 1e16, 1e-5, double.Epsilon, double.MaxValue, double.MinValue]),
            static (json, value) => json.WriteNumberValue(value),
            static (json, value) => json.WriteNumberValue(value));
        Same(
            bits.SelectMany(static value => Enumerable.Range(0, 7).Select(places => (double)(value >> (int)(value & 63)) / Math.Pow(10, places))),
            static (json, value) => json.WriteNumberValue(value),
            static (json, value) => json.WriteNumberValue(value));
        Same(
            bits.SelectMany(static value => new[] { Math.BitIncrement(value % 100_000 / 100d), Math.BitDecrement(value % 100_000 / 100d), 99_999_999_999.9999 + (value % 9), 1e11 - (value % 9) }),
            static (json, value) => json.WriteNumberValue(value),
            static (json, value) => json.WriteNumberValue(value));
        Same(
            bits.Select(static value => BitConverter.Int32BitsToSingle((int)value)).Where(float.IsFinite).Concat([0, 0.1f, float.Epsilon, float.MaxValue]),
            static (json, value) => json.WriteNumberValue(value),
            static (json, value) => json.WriteNumberValue(value));
        Same(
            bits.Select(value => new decimal((int)value, (int)(value >> 32), random.Next(), value < 0, (byte)random.Next(29))).Concat([0m, 1.50m, -0.0m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m]),
            static (json, value) => json.WriteNumberValue(value),
            static (json, value) => json.WriteNumberValue(value));
    }

    [Fact]
    public void Dates_and_bytes__are_as_System_Text_Json_writes_them()
    {
        var random = new Random(13);
        var dates = Enumerable.Range(0, 5000).Select(index => new DateTimeOffset(random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.Zero))
            .Select(static (date, index) => new DateTimeOffset(date.Ticks - (date.Ticks % (long)Math.Pow(10, index % 9)), TimeSpan.FromMinutes((index % 57 * 30) - 840)));
        var bytes = Enumerable.Range(0, 70).Select(length => { var value = new byte[length]; random.NextBytes(value); return value; });

        Same(dates, static (json, value) => json.WriteStringValue(value), static (json, value) => json.WriteStringValue(value));
        Same(bytes, static (json, value) => json.WriteBase64StringValue(value), static (json, value) => json.WriteBase64StringValue(value));
        Same(bytes.Where(static value => value.Length == 16), static (json, value) => GuidCodec.WriteJson(json, new Guid(value)), static (json, value) => json.WriteStringValue(new Guid(value)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[[],{},[{}],null,true,false,\"\",0]")]
    [InlineData("{\"\":{\"a\":[]},\"b\":[1,{\"c\":{}},2],\"d,\":\",\"}")]
    [InlineData(" { \"a\" : [ 1.50 , \"\\u00e4\\/\\n<\" ] } ")]
    public void Json_of_any_kind__commas_are_where_they_belong(string json)
    {
        using var document = JsonDocument.Parse(json);
        var output = new JsonOutput();
        Copy(output, document.RootElement);

        Assert.Equal(JsonSerializer.Serialize(document.RootElement), Encoding.UTF8.GetString(output.Written));
        output.Reset();
        output.WriteElement(document.RootElement);
        Assert.Equal(JsonSerializer.Serialize(document.RootElement), Encoding.UTF8.GetString(output.Written));
    }

    [Fact]
    public void Nothing_is_written__nothing_is_there()
    {
        var output = new JsonOutput();
        Assert.True(output.Written.IsEmpty);
        output.WriteStringValue("a");
        output.Reset();
        Assert.True(output.Written.IsEmpty);
    }

    [Fact]
    public void Number_that_JSON_has_not__ArgumentException()
    {
        var output = new JsonOutput();
        Assert.Throws<ArgumentException>(() => output.WriteNumberValue(double.NaN));
        Assert.Throws<ArgumentException>(() => output.WriteNumberValue(float.NegativeInfinity));
    }

    [Fact]
    public void More_than_a_thousand_levels__InvalidOperationException()
    {
        var output = new JsonOutput();
        for (var level = 0; level < 1000; level++)
        {
            output.WriteStartArray();
        }
        Assert.Contains("1000", Assert.Throws<InvalidOperationException>(output.WriteStartObject).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Element_cannot_be_written__what_comes_next_can()
    {
        using var document = JsonDocument.Parse("[\"\\ud800\"]");
        var output = new JsonOutput();
        Assert.Throws<InvalidOperationException>(() => output.WriteElement(document.RootElement));
        output.Reset();
        output.WriteElement(document.RootElement.Clone().GetArrayLength() == 1 ? JsonElement.Parse("[1]") : default);

        Assert.Equal("[1]", Encoding.UTF8.GetString(output.Written));
    }

    private static void Copy(JsonOutput output, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                output.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    output.WritePropertyName(member.Name);
                    Copy(output, member.Value);
                }
                output.WriteEndObject();
                break;
            case JsonValueKind.Array:
                output.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Copy(output, item);
                }
                output.WriteEndArray();
                break;
            case JsonValueKind.String:
                output.WriteStringValue(value.GetString());
                break;
            case JsonValueKind.Number:
                output.WriteRawValue(Encoding.UTF8.GetBytes(value.GetRawText()));
                break;
            case JsonValueKind.Null:
                output.WriteNullValue();
                break;
            default:
                output.WriteBooleanValue(value.GetBoolean());
                break;
        }
    }

    private static void Same(string encoder, IEnumerable<string> texts)
    {
        var chosen = encoder switch
        {
            "default" => JavaScriptEncoder.Default,
            "relaxed" => JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            "latin" => JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.Latin1Supplement),
            _ => null,
        };
        Same(texts, static (json, text) => json.WriteStringValue(text), static (json, text) => json.WriteStringValue(text), chosen);
        Same(texts.Take(20_000), WriteMember, WriteMember, chosen);
    }

    private static void WriteMember(JsonOutput json, string name)
    {
        json.WriteStartObject();
        json.WritePropertyName(name);
        json.WriteNullValue();
        json.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject();
        json.WritePropertyName(name);
        json.WriteNullValue();
        json.WriteEndObject();
    }

    private static void Same<T>(IEnumerable<T> values, Action<JsonOutput, T> write, Action<Utf8JsonWriter, T> expected, JavaScriptEncoder? encoder = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = encoder });
        var output = new JsonOutput(encoder);
        var count = 0;
        foreach (var value in values)
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            output.Reset();
            expected(writer, value);
            writer.Flush();
            write(output, value);
            if (!buffer.WrittenSpan.SequenceEqual(output.Written))
            {
                Assert.Equal(Encoding.UTF8.GetString(buffer.WrittenSpan), Encoding.UTF8.GetString(output.Written));
            }
            count++;
        }
        Assert.NotEqual(0, count);
    }
}
