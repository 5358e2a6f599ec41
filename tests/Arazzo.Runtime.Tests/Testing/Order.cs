using System.Text.Json;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

/// <summary>What the generator makes of a schema, made by hand.</summary>
public sealed class Order : IJsonCodec<Order>
{
    public required string Id { get; init; }

    public long? Amount { get; set; }

    public IReadOnlyList<Order>? Parts { get; set; }

    static Order IJsonCodec<Order>.Read(ref Utf8JsonReader json)
    {
        json.StartObject();
        string? id = null;
        long? amount = null;
        IReadOnlyList<Order>? parts = null;
        while (json.NextProperty())
        {
            if (json.Is("id"u8)) id = json.Read<string, StringCodec>();
            else if (json.Is("amount"u8)) amount = json.ReadValueOrNull<long, Int64Codec>();
            else if (json.Is("parts"u8)) parts = json.ReadOrNull<IReadOnlyList<Order>, ListCodec<Order, Order>>();
            else json.SkipValue();
        }
        return new Order { Id = id ?? throw JsonReaderExtensions.Missing(nameof(Order), "id"), Amount = amount, Parts = parts };
    }

    static void IJsonCodec<Order>.Write(Utf8JsonWriter json, Order value)
    {
        json.WriteStartObject();
        json.WriteProperty<string, StringCodec>("id"u8, value.Id);
        json.WriteValueUnlessNull<long, Int64Codec>("amount"u8, value.Amount);
        json.WriteUnlessNull<IReadOnlyList<Order>, ListCodec<Order, Order>>("parts"u8, value.Parts);
        json.WriteEndObject();
    }
}
