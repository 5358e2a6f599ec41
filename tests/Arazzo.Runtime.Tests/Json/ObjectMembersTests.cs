using System.Text;
using System.Text.Json;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests.Json;

/// <summary>One method takes the members of an object both ways: each is read into its place, and written from there.</summary>
public class ObjectMembersTests
{
    private const string Full = """
        {"id":"a","nick":"b","age":5,"score":1.5,"admin":true,"tags":["x","y"],"labels":{"k":"v"},"owner":{"id":"o"},"note":null,"end":"2026-01-02T03:04:05+00:00","raw":{"any":[1]},"extra":7}
        """;

    [Fact]
    public void Each_kind_of_member__comes_in_and_goes_out_the_same()
    {
        var person = Read<Person>(Full);

        Assert.Equal(("a", "b", 5, 1.5, true), (person.Id, person.Nick, person.Age, person.Score, person.IsAdmin));
        Assert.Equal(["x", "y"], person.Tags!);
        Assert.Equal(("v", "o"), (person.Labels!["k"], person.Owner!.Id));
        Assert.Equal((true, null), (person.Note.IsPresent, person.Note.Value));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), person.End);
        Assert.Equal("""{"any":[1]}""", person.Raw!.Value.GetRawText());
        Assert.Equal(7, Assert.Single(person.Additional!).Value.GetInt32());
        Assert.Equal(Full.Trim(), Write(person));
    }

    [Theory]
    [InlineData("""{"id":"a"}""", """{"id":"a"}""")]
    [InlineData("""{"nick":null,"age":null,"score":null,"admin":null,"tags":null,"labels":null,"owner":null,"end":null,"id":"a"}""", """{"id":"a"}""")]
    [InlineData("""{"id":"a","note":"n"}""", """{"id":"a","note":"n"}""")]
    [InlineData("""{"id":"a","note":null}""", """{"id":"a","note":null}""")]
    [InlineData("""{"id":"a","raw":null}""", """{"id":"a","raw":null}""")]
    [InlineData("""{"id":"","tags":[],"labels":{}}""", """{"id":"","tags":[],"labels":{}}""")]
    [InlineData("""{"x":null,"id":"a","y":{"id":1},"z":[[]]}""", """{"id":"a","x":null,"y":{"id":1},"z":[[]]}""")]
    public void What_is_null_or_absent__is_left_out_unless_null_is_a_value(string json, string written) => Assert.Equal(written, Write(Read<Person>(json)));

    [Theory]
    [InlineData("""{"id":"a","id":"b"}""", """{"id":"b"}""")]
    [InlineData("""{"id":"a","nick":"b","nick":null}""", """{"id":"a"}""")]
    [InlineData("""{"id":"a","extra":1,"extra":2}""", """{"id":"a","extra":2}""")]
    [InlineData("""{"id":"a","tags":["x"],"tags":["y"]}""", """{"id":"a","tags":["y"]}""")]
    public void Member_that_comes_twice__is_the_last_one(string json, string written) => Assert.Equal(written, Write(Read<Person>(json)));

    [Theory]
    [InlineData("""{"labels":{},"id":"a","age":1}""")]
    [InlineData("""{"age":1,"labels":{},"id":"a"}""")]
    [InlineData("""{"ag\u0065":1,"i\u0064":"a","l\u0061bels":{}}""")]
    public void Order_and_escapes_of_names__do_not_matter(string json) => Assert.Equal("""{"id":"a","age":1,"labels":{}}""", Write(Read<Person>(json)));

    [Theory]
    [InlineData("{}", "Person", "id")]
    [InlineData("""{"nick":"id"}""", "Person", "id")]
    [InlineData("""{"id":"a","owner":{}}""", "Person", "id")]
    [InlineData("""{"m0":1,"m64":1}""", "Wide", "m129")]
    [InlineData("""{"m0":1,"m129":1}""", "Wide", "m64")]
    [InlineData("""{"m64":1,"m129":1}""", "Wide", "m0")]
    public void Required_member_that_is_not_there__is_named_with_its_type(string json, string type, string member)
    {
        var error = Assert.Throws<JsonException>(() => _ = type == "Wide" ? (object)Read<Wide>(json) : Read<Person>(json));

        Assert.Contains(type, error.Message, StringComparison.Ordinal);
        Assert.Contains($"'{member}'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":null}""", "$.id")]
    [InlineData("""{"id":"a","age":"old"}""", "$.age")]
    [InlineData("""{"id":"a","age":1.5}""", "$.age")]
    [InlineData("""{"id":"a","admin":0}""", "$.admin")]
    [InlineData("""{"id":"a","tags":["x",1]}""", "$.tags[1]")]
    [InlineData("""{"id":"a","labels":{"k":[]}}""", "$.labels.k")]
    [InlineData("""{"id":"a","owner":[]}""", "$.owner")]
    [InlineData("""{"id":"a","owner":{"id":"b","owner":{"id":3}}}""", "$.owner.owner.id")]
    [InlineData("""{"id":"a","end":"yesterday"}""", "$.end")]
    [InlineData("[]", "$")]
    [InlineData("null", "$")]
    public void Value_of_another_kind__is_an_error_at_its_path(string json, string path)
    {
        var error = JsonBody.Read(new JsonResponseCase<Person, Person>(200, isError: false, "application/json"), Encoding.UTF8.GetBytes(json), out _);

        Assert.StartsWith($"The JSON cannot be read at {path} (byte ", error!.Detail, StringComparison.Ordinal);
        // What cannot be read may be a secret.
        Assert.DoesNotContain("yesterday", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_64_members__all_come_in_and_go_out_in_their_order()
    {
        var json = "{" + string.Join(',', Enumerable.Range(0, Wide.Count).Select(static index => $"\"m{index}\":{index}")) + "}";

        var wide = Read<Wide>(json);

        Assert.Equal(Enumerable.Range(0, Wide.Count).Select(static index => (int?)index), wide.Values);
        Assert.Equal(json, Write(wide));
    }

    [Fact]
    public void More_than_64_members_backwards__are_as_many()
    {
        var json = "{" + string.Join(',', Enumerable.Range(0, Wide.Count).Reverse().Select(static index => $"\"m{index}\":{index}")) + "}";

        Assert.Equal(Enumerable.Range(0, Wide.Count).Select(static index => (int?)index), Read<Wide>(json).Values);
    }

    [Fact]
    public void Members_that_nobody_takes__are_passed_over_whatever_they_hold()
    {
        var wide = Read<Wide>("""{"no":{"m0":9,"deep":[{"m1":9}]},"m0":1,"not":[1,{"m64":9}],"m64":2,"m129":3,"last":null}""");

        Assert.Equal((1, 2, 3, null), (wide.Values[0], wide.Values[64], wide.Values[129], wide.Values[1]));
        Assert.Equal("""{"m0":1,"m64":2,"m129":3}""", Write(wide));
    }

    [Fact]
    public void Reader_and_writer__go_on_behind_the_object()
    {
        var reader = new Utf8JsonReader("""[{"id":"a"},{"id":"b","x":{}},3]"""u8);
        reader.Read();
        reader.Read();
        var first = reader.Read<Person>();
        reader.Read();
        var second = reader.Read<Person>();
        reader.Read();

        Assert.Equal(("a", "b", 3), (first.Id, second.Id, reader.GetInt32()));
    }

    private static T Read<T>(string json)
        where T : IJsonCodec<T>
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        var value = T.ReadJson(ref reader);
        Assert.False(reader.Read());
        return value;
    }

    private static string Write<T>(T value)
        where T : IJsonCodec<T>
    {
        var json = new JsonOutput(System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        T.WriteJson(json, value);
        return Encoding.UTF8.GetString(json.Written);
    }

    private sealed class Person : IJsonObject<Person>
    {
        private static readonly JsonNames Names = new("Person", 0x1, "id", "nick", "age", "score", "admin", "tags", "labels", "owner", "note", "end", "raw");

        public string Id { get; private set; } = "";

        public string? Nick { get; private set; }

        public int? Age { get; private set; }

        public double? Score { get; private set; }

        public bool? IsAdmin { get; private set; }

        public IReadOnlyList<string>? Tags { get; private set; }

        public IReadOnlyDictionary<string, string>? Labels { get; private set; }

        public Person? Owner { get; private set; }

        public Optional<string?> Note { get; private set; }

        public DateTimeOffset? End { get; private set; }

        public JsonElement? Raw { get; private set; }

        public IReadOnlyDictionary<string, JsonElement>? Additional { get; private set; }

        public static Person New() => new();

        public static void Members<TDirection>(Person value, ref ObjectMembers<TDirection> json)
            where TDirection : struct
        {
            while (json.Next(Names))
            {
                switch (json.Index)
                {
                    case 0: value.Id = json.String(value.Id); break;
                    case 1: value.Nick = json.OptionalString(value.Nick); break;
                    case 2: value.Age = json.OptionalInt32(value.Age); break;
                    case 3: value.Score = json.OptionalDouble(value.Score); break;
                    case 4: value.IsAdmin = json.OptionalBoolean(value.IsAdmin); break;
                    case 5: value.Tags = json.OptionalList<string, StringCodec>(value.Tags); break;
                    case 6: value.Labels = json.OptionalMap<string, StringCodec>(value.Labels); break;
                    case 7: value.Owner = json.OptionalItem<Person>(value.Owner); break;
                    case 8: value.Note = json.OptionalOrNull<string?, OrNullCodec<string, StringCodec>>(value.Note); break;
                    case 9: value.End = json.OptionalDateTimeOffset(value.End); break;
                    case 10: value.Raw = json.OptionalAny(value.Raw); break;
                    default: value.Additional = json.Additional(value.Additional); break;
                }
            }
        }
    }

    /// <summary>Numbers only; the first, the 65th and the 130th must be there.</summary>
    private sealed class Wide : IJsonObject<Wide>
    {
        public const int Count = 130;

        private static readonly JsonNames Names = new("Wide", [1, 1, 2], [.. Enumerable.Range(0, Count).Select(static index => "m" + index)]);

        public int?[] Values { get; } = new int?[Count];

        public static Wide New() => new();

        public static void Members<TDirection>(Wide value, ref ObjectMembers<TDirection> json)
            where TDirection : struct
        {
            while (json.Next(Names))
            {
                if (json.Index >= 0)
                {
                    value.Values[json.Index] = json.OptionalInt32(value.Values[json.Index]);
                }
            }
        }
    }
}
