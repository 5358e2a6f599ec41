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
        while (Names.Next(ref json, ref index, out var isNull))
        {
            switch (index)
            {
                case 0: id = StringCodec.ReadJson(ref json); seen |= 0x1; break;
                case 1: amount = isNull ? null : Int64Codec.ReadJson(ref json); break;
                case 2: parts = isNull ? null : ListCodec<Order, Order>.ReadJson(ref json); break;
                default: json.Skip(); break;
            }
        }
        Names.Require(nameof(Order), seen, 0x1);
        return new Order { Id = id!, Amount = amount, Parts = parts };
    }

    public static void WriteJson(Utf8JsonWriter json, Order value)
    {
        json.WriteStartObject();
        Names.WriteString(json, 0, value.Id);
        Names.WriteInt64UnlessNull(json, 1, value.Amount);
        if (Names.WriteNameUnlessNull(json, 2, value.Parts)) { ListCodec<Order, Order>.WriteJson(json, value.Parts); }
        json.WriteEndObject();
    }
}
