using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Arazzo.Generator.Tests.Harness;
using FsCheck;
using FsCheck.Fluent;

namespace Arazzo.Generator.Tests.OpenApi.Differential;

/// <summary>
/// For random schemas and values, what generated code writes is, byte for byte, what System.Text.Json writes of the classes that one would write by hand, and each
/// reads what the other wrote as the same value. Both escape as JavaScriptEncoder.Default does. The exceptions are durations, which are ISO 8601 here, and times of a
/// day, whose fraction is as long as it must be: the classes written by hand have a converter for them, and one for what may be absent or null.
/// </summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    /// <summary>The variable for another seed than that of every run.</summary>
    private const string SeedVariable = "ARAZZO_DIFFERENTIAL_SEED";

    /// <summary>The variable for more values of each schema, in a run by hand.</summary>
    private const string ValuesVariable = "ARAZZO_DIFFERENTIAL_VALUES";

    private const int Schemas = 40;
    private const int Depth = 3;

    private const string ByHand = """
        using System.Text.Json; using System.Text.Json.Serialization;
        namespace ByHand;

        [JsonConverter(typeof(MaybeFactory))]
        public readonly struct Maybe<T>(T value)
        {
            public bool IsPresent { get; } = true;
            public T Value { get; } = value;
        }

        public sealed class MaybeFactory : JsonConverterFactory
        {
            public override bool CanConvert(Type type) => true;
            public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
                (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(type.GetGenericArguments()))!;
            private sealed class Converter<T> : JsonConverter<Maybe<T>>
            {
                public override bool HandleNull => true;
                public override Maybe<T> Read(ref Utf8JsonReader json, Type type, JsonSerializerOptions options) => new(JsonSerializer.Deserialize<T>(ref json, options)!);
                public override void Write(Utf8JsonWriter json, Maybe<T> value, JsonSerializerOptions options) => JsonSerializer.Serialize(json, value.Value, options);
            }
        }

        public sealed class DurationConverter : JsonConverter<TimeSpan>
        {
            public override TimeSpan Read(ref Utf8JsonReader json, Type type, JsonSerializerOptions options) => System.Xml.XmlConvert.ToTimeSpan(json.GetString()!);
            public override void Write(Utf8JsonWriter json, TimeSpan value, JsonSerializerOptions options) => json.WriteStringValue(System.Xml.XmlConvert.ToString(value));
        }

        public sealed class TimeConverter : JsonConverter<TimeOnly>
        {
            public override TimeOnly Read(ref Utf8JsonReader json, Type type, JsonSerializerOptions options) => TimeOnly.Parse(json.GetString()!, System.Globalization.CultureInfo.InvariantCulture);
            public override void Write(Utf8JsonWriter json, TimeOnly value, JsonSerializerOptions options) => json.WriteStringValue(value.ToString("HH:mm:ss.FFFFFFF", System.Globalization.CultureInfo.InvariantCulture));
        }

        """;

    [Fact]
    public void Random_schemas_and_values__are_written_and_read_as_by_System_Text_Json()
    {
        var seed = ulong.Parse(Environment.GetEnvironmentVariable(SeedVariable) ?? "20261122", CultureInfo.InvariantCulture);
        var count = int.Parse(Environment.GetEnvironmentVariable(ValuesVariable) ?? "200", CultureInfo.InvariantCulture);
        output.WriteLine($"Seed {seed}; set {SeedVariable} for another one.");
        var types = Enumerable.Range(0, Schemas)
            .Select(index => RandomTypes.Object(Name(index), Depth).Sample(1, new Rnd(seed + (ulong)index), 20).Single())
            .ToList();
        Assert.Contains(types, static type => type.Schema().ToJsonString().Contains("oneOf", StringComparison.Ordinal));
        var loaded = Generate(types);
        var options = new JsonSerializerOptions();
        options.Converters.Add((System.Text.Json.Serialization.JsonConverter)Activator.CreateInstance(loaded.GetType("ByHand.DurationConverter", throwOnError: true)!)!);
        options.Converters.Add((System.Text.Json.Serialization.JsonConverter)Activator.CreateInstance(loaded.GetType("ByHand.TimeConverter", throwOnError: true)!)!);
        var compared = 0;
        foreach (var (index, type) in types.Index())
        {
            var generated = loaded.GetType("Tests." + Name(index));
            if (generated is null)
            {
                Assert.Empty(type.Properties);
                continue;
            }
            var byHand = loaded.GetType("ByHand." + Name(index), throwOnError: true)!;
            foreach (var value in type.Values().Sample(count, new Rnd(seed, (ulong)index * 2 + 1), 20))
            {
                Compare(type, generated, byHand, value!, options, $"Seed {seed}, schema {index}: {type.Schema().ToJsonString()}");
                compared++;
            }
        }
        output.WriteLine($"{compared} values.");
        Assert.True(compared > Schemas * count / 2, "Too few schemas had properties.");
    }

    private static void Compare(ObjectType type, Type generated, Type byHand, object value, JsonSerializerOptions options, string about)
    {
        var (ours, theirs) = (Clr.Make(generated, value)!, Clr.Make(byHand, value)!);
        var (written, expected) = (JsonSerializer.Serialize(ours, generated), JsonSerializer.Serialize(theirs, byHand, options));
        if (written != expected)
        {
            Assert.Fail($"{about}\nwritten:  {written}\nexpected: {expected}");
        }
        // Whitespace and the order of members do not matter.
        var indented = Reversed(type, written);
        foreach (var json in new[] { written, indented })
        {
            var (read, readByHand) = (JsonSerializer.Deserialize(json, generated), JsonSerializer.Deserialize(json, byHand, options));
            if (Clr.Show(ours) != Clr.Show(read) || Clr.Show(theirs) != Clr.Show(readByHand))
            {
                Assert.Fail($"{about}\nJSON:    {json}\nread:    {Clr.Show(read)}\nwas:     {Clr.Show(ours)}\nby hand: {Clr.Show(readByHand)}\nwas:     {Clr.Show(theirs)}");
            }
        }
    }

    private static string Reversed(ObjectType type, string json)
    {
        var members = JsonElement.Parse(json).EnumerateObject().ToList();
        var declared = members.Where(member => type.Properties.Any(property => property.Name == member.Name)).Reverse();
        var others = members.Where(member => type.Properties.All(property => property.Name != member.Name));
        var writer = new StringBuilder("{");
        foreach (var (index, member) in declared.Concat(others).Index())
        {
            writer.Append(index == 0 ? "\n  " : ",\n  ").Append(JsonSerializer.Serialize(member.Name)).Append(" : ").Append(member.Value.GetRawText());
        }
        return writer.Append("\n}").ToString();
    }

    private static Assembly Generate(List<ObjectType> types)
    {
        var (schemas, classes) = (new JsonObject(), new StringBuilder(ByHand));
        foreach (var (index, type) in types.Index())
        {
            schemas[Name(index)] = type.Schema();
            type.CSharp(classes);
        }
        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "Random", ["version"] = "1" },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "https://random.test" }),
            ["paths"] = new JsonObject(),
            ["components"] = new JsonObject { ["schemas"] = schemas },
        };
        return GeneratorTest.Of("specs/random.json", document.ToJsonString()).WithSource(classes.ToString()).Run().Load();
    }

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"Random{index}");
}
