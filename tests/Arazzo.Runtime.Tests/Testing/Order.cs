using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

/// <summary>What the generator makes of a schema, made by hand.</summary>
public sealed class Order : IJsonObject<Order>
{
    public required string Id { get; set; }

    public long? Amount { get; set; }

    public IReadOnlyList<Order>? Parts { get; set; }

    private static readonly JsonNames Names = new(nameof(Order), 0x1, "id", "amount", "parts");

    public static Order New() => new() { Id = null! };

    public static void Members<TDirection>(Order value, ref ObjectMembers<TDirection> json)
        where TDirection : struct
    {
        while (json.Next(Names))
        {
            switch (json.Index)
            {
                case 0: value.Id = json.String(value.Id); break;
                case 1: value.Amount = json.OptionalInt64(value.Amount); break;
                case 2: value.Parts = json.OptionalList<Order>(value.Parts); break;
            }
        }
    }
}
