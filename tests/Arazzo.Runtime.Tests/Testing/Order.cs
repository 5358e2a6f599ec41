using System.Text.Json;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

/// <summary>What the generator makes of a schema, made by hand.</summary>
public sealed class Order : IJsonCodec<Order>
{
    public required string Id { get; init; }

    public long? Amount { get; set; }

    public IReadOnlyList<Order>? Parts { get; set; }

    private static readonly JsonNames Names = new("id", "amount", "parts");

    public static Order ReadJson(ref Utf8JsonReader json)
    {
        json.StartObject();
        string? id = null;
        long? amount = null;
        IReadOnlyList<Order>? parts = null;
        var seen = 0UL;
        var index = -1;
        while (Names.Next(ref json, ref index))
        {
            switch (index)
            {
                case 0: id = StringCodec.ReadJson(ref json); seen |= 0x1; break;
                case 1: amount = json.IsNull() ? null : Int64Codec.ReadJson(ref json); break;
                case 2: parts = json.IsNull() ? null : ListCodec<Order, Order>.ReadJson(ref json); break;
                default: json.Skip(); break;
            }
        }
        Names.Require(nameof(Order), seen, 0x1);
        return new Order { Id = id!, Amount = amount, Parts = parts };
    }

    public static void WriteJson(Utf8JsonWriter json, Order value)
    {
        json.WriteStartObject();
        json.WriteString(Names[0], value.Id);
        if (value.Amount is { } amount) { json.WriteNumber(Names[1], amount); }
        if (value.Parts is { } parts) { json.WritePropertyName(Names[2]); ListCodec<Order, Order>.WriteJson(json, parts); }
        json.WriteEndObject();
    }
}
