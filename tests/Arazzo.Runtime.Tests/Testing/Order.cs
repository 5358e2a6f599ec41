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

    public void Members(ref ObjectMembers json)
    {
        while (json.Next(Names))
        {
            switch (json.Index)
            {
                case 0: Id = json.String(Id); break;
                case 1: Amount = json.OptionalInt64(Amount); break;
                case 2: Parts = json.OptionalList<Order>(Parts); break;
            }
        }
    }
}
