using System.Text.Json;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

/// <summary>What the generator makes of a schema, made by hand.</summary>
public sealed class Order : IJsonCodec<Order>
{
    public required string Id { get; set; }

    public long? Amount { get; set; }

    public IReadOnlyList<Order>? Parts { get; set; }

    private static readonly JsonNames Names = new(nameof(Order), 0x1, "id", "amount", "parts");

    public static Order ReadJson(ref Utf8JsonReader json)
    {
        var value = new Order { Id = null! };
        for (var members = new ObjectMembers(ref json, Names); members.Next();)
        {
            value.Transfer(ref members);
        }
        return value;
    }

    public static void WriteJson(Utf8JsonWriter json, Order value)
    {
        for (var members = new ObjectMembers(json, Names); members.Next();)
        {
            value.Transfer(ref members);
        }
    }

    private void Transfer(ref ObjectMembers json)
    {
        switch (json.Index)
        {
            case 0: Id = json.String(Id); break;
            case 1: Amount = json.OptionalInt64(Amount); break;
            case 2: Parts = json.OptionalList<Order>(Parts); break;
        }
    }
}
