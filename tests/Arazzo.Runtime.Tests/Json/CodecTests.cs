using System.Text;
using System.Text.Json;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests.Json;

public class CodecTests
{
    [Fact]
    public void Values_of_every_codec_survive_a_round_trip()
    {
        RoundTrip<string, StringCodec>("\"h\\u00e9llo \\\"\\n\"", "hé" + "llo \"\n");
        RoundTrip<bool, BooleanCodec>("true", true);
        RoundTrip<int, Int32Codec>("-2147483648", int.MinValue);
        RoundTrip<long, Int64Codec>("7602997517160123666", 7602997517160123666);
        RoundTrip<float, SingleCodec>("1.5", 1.5f);
        RoundTrip<double, DoubleCodec>("0.1", 0.1);
        RoundTrip<decimal, DecimalCodec>("79228162514264337593543950335", decimal.MaxValue);
        RoundTrip<DateTimeOffset, DateTimeOffsetCodec>("\"2026-11-22T19:40:00+02:00\"", new DateTimeOffset(2026, 11, 22, 19, 40, 0, TimeSpan.FromHours(2)));
        RoundTrip<DateOnly, DateOnlyCodec>("\"2026-11-22\"", new DateOnly(2026, 11, 22));
        RoundTrip<TimeOnly, TimeOnlyCodec>("\"19:40:05.5\"", new TimeOnly(19, 40, 5, 500));
        RoundTrip<ulong, UInt64Codec>("18446744073709551615", ulong.MaxValue);
        RoundTrip<Duration, DurationCodec>("\"PT1M30S\"", TimeSpan.FromSeconds(90));
        RoundTrip<Duration, DurationCodec>("\"P1Y2M3DT4H\"", new Duration(14, TimeSpan.FromHours(76)));
        RoundTrip<Guid, GuidCodec>("\"0f8fad5b-d9cb-469f-a165-70867728950e\"", Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));
        RoundTrip<Uri, UriCodec>("\"https://media.example.com/a b\"", new Uri("https://media.example.com/a b"));
        RoundTrip<byte[], BytesCodec>("\"AQID\"", [1, 2, 3]);
        RoundTrip<string?, OrNullCodec<string, StringCodec>>("null", null);
        RoundTrip<int?, OrNullValueCodec<int, Int32Codec>>("5", 5);
        RoundTrip<IReadOnlyList<int?>, ListCodec<int?, OrNullValueCodec<int, Int32Codec>>>("[1,null,3]", [1, null, 3]);
        RoundTrip<IReadOnlyDictionary<string, long>, MapCodec<long, Int64Codec>>("{\"a\":1,\"\":2}", new Dictionary<string, long> { ["a"] = 1, [""] = 2 });
    }

    [Fact]
    public void Any_json_is_kept_as_it_is()
    {
        const string Text = "{\"a\":[1.50,null,\"x\"]}";
        var element = Read<JsonElement, AnyCodec>(Text);
        Assert.Equal("1.50", element.GetProperty("a")[0].GetRawText());
        Assert.Equal(Text, Write<JsonElement, AnyCodec>(element));
        Assert.Equal("null", Write<JsonElement, AnyCodec>(default));
    }

    [Theory]
    [InlineData("1", "Expected a string, found another number.")]
    [InlineData("null", "Expected a string, found null.")]
    [InlineData("{}", "Expected a string, found an object.")]
    public void Other_json_than_a_string__JsonException_that_says_what_was_expected(string json, string message) =>
        Assert.Equal(message, Assert.Throws<JsonException>(() => Read<string, StringCodec>(json)).Message);

    [Fact]
    public void Json_that_a_type_cannot_hold__JsonException()
    {
        Fails<int, Int32Codec>("2147483648");
        Fails<int, Int32Codec>("1.5");
        Fails<long, Int64Codec>("\"1\"");
        Fails<bool, BooleanCodec>("\"true\"");
        Fails<decimal, DecimalCodec>("1e40");
        Fails<DateTimeOffset, DateTimeOffsetCodec>("\"yesterday\"");
        Fails<DateOnly, DateOnlyCodec>("\"22.11.2026\"");
        Fails<TimeOnly, TimeOnlyCodec>("\"noon\"");
        Fails<ulong, UInt64Codec>("-1");
        Fails<ulong, UInt64Codec>("1.5");
        Fails<Duration, DurationCodec>("\"90 seconds\"");
        Fails<Duration, DurationCodec>("\"P99999999999D\"");
        Fails<Guid, GuidCodec>("\"1\"");
        Fails<byte[], BytesCodec>("\"%\"");
        Fails<IReadOnlyList<int>, ListCodec<int, Int32Codec>>("[1,\"2\"]");
        Fails<IReadOnlyList<int>, ListCodec<int, Int32Codec>>("{}");
        Fails<IReadOnlyDictionary<string, int>, MapCodec<int, Int32Codec>>("[]");
        Fails<IReadOnlyDictionary<string, int>, MapCodec<int, Int32Codec>>("{\"a\":null}");
    }

    [Fact]
    public void A_message_never_quotes_the_json()
    {
        var exception = Assert.Throws<JsonException>(() => Read<int, Int32Codec>("\"act.secret\""));
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_given_twice__the_last_counts() =>
        Assert.Equal(2, Read<IReadOnlyDictionary<string, int>, MapCodec<int, Int32Codec>>("{\"a\":1,\"a\":2}")["a"]);

    private static void RoundTrip<T, TCodec>(string json, T value)
        where TCodec : IJsonCodec<T>
    {
        Assert.Equal(value, Read<T, TCodec>(json));
        Assert.Equal(Read<JsonElement, AnyCodec>(json).ToString(), Read<JsonElement, AnyCodec>(Write<T, TCodec>(value)).ToString());
    }

    private static void Fails<T, TCodec>(string json)
        where TCodec : IJsonCodec<T> => Assert.Throws<JsonException>(() => Read<T, TCodec>(json));

    private static T Read<T, TCodec>(string json)
        where TCodec : IJsonCodec<T>
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        Assert.True(reader.Read());
        var depth = reader.CurrentDepth;
        var value = TCodec.ReadJson(ref reader);
        Assert.Equal(depth, reader.CurrentDepth);
        Assert.False(reader.Read());
        return value;
    }

    private static string Write<T, TCodec>(T value)
        where TCodec : IJsonCodec<T>
    {
        var json = new JsonOutput();
        TCodec.WriteJson(json, value);
        return Encoding.UTF8.GetString(json.Written);
    }
}
