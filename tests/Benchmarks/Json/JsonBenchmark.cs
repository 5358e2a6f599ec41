using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Arazzo.Runtime.CompilerServices;
using Benchmarks.HandWritten;
using Benchmarks.Harness;

namespace Benchmarks.Json;

/// <summary>Emitted JSON code against System.Text.Json's source generator, on types with the same members.</summary>
internal static class JsonBenchmark
{
    public static void Run()
    {
        var table = new Table("JSON: emitted code against System.Text.Json's source generator", "payload", "", "System.Text.Json", "emitted", "times as fast", "budget", "System.Text.Json B", "emitted B");
        Compare<StatusAnswer, Generated.StatusAnswer, Generated.StatusAnswer>(table, "status", Payloads.Status, HandWrittenJson.Default.StatusAnswer);
        Compare<IReadOnlyList<Repository>, IReadOnlyList<Generated.Repository>, ListCodec<Generated.Repository, Generated.Repository>>(
            table, "repositories", Payloads.Repositories, HandWrittenJson.Default.IReadOnlyListRepository);
        Compare<OrderExport, Generated.OrderExport, Generated.OrderExport>(table, "orders", Payloads.Orders, HandWrittenJson.Default.OrderExport);
        table.Print();
    }

    private static void Compare<THand, TGenerated, TCodec>(Table table, string name, byte[] json, JsonTypeInfo<THand> type)
        where TCodec : IJsonCodec<TGenerated>
    {
        var hand = JsonSerializer.Deserialize(json, type)!;
        var generated = Read<TGenerated, TCodec>(json);
        var buffer = new ArrayBufferWriter<byte>(json.Length * 2);
        using var writer = new Utf8JsonWriter(buffer);
        var output = new JsonOutput();
        Write<TGenerated, TCodec>(output, generated);
        if (!output.Written.SequenceEqual(json))
        {
            throw new InvalidOperationException($"The two do not write the same JSON for {name}.");
        }
        Add(table, name, json, "read", Measurement.Run(() => JsonSerializer.Deserialize(json, type), () => Read<TGenerated, TCodec>(json)));
        Add(table, name, json, "write", Measurement.Run(
            () =>
            {
                buffer.ResetWrittenCount();
                writer.Reset();
                JsonSerializer.Serialize(writer, hand, type);
                writer.Flush();
            },
            () => Write<TGenerated, TCodec>(output, generated)));
    }

    private static T Read<T, TCodec>(byte[] json)
        where TCodec : IJsonCodec<T>
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return TCodec.ReadJson(ref reader);
    }

    private static void Write<T, TCodec>(JsonOutput json, T value)
        where TCodec : IJsonCodec<T>
    {
        json.Reset();
        TCodec.WriteJson(json, value);
    }

    private static void Add(Table table, string name, byte[] json, string direction, Measurement[] results) => table.Add(
        $"{name} ({Table.Number(json.Length)} B)", direction, Table.Time(results[0].Nanoseconds), Table.Time(results[1].Nanoseconds),
        Table.Number(1 / results[1].Ratio, "N2"), direction == "read" ? "1.5" : "1.0", Table.Number(results[0].Bytes), Table.Number(results[1].Bytes));
}
