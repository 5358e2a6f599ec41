using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

public sealed class Problem : IJsonObject<Problem>
{
    public string? Code { get; set; }

    private static readonly JsonNames Names = new(nameof(Problem), 0x0, "code");

    public static Problem New() => new();

    public static void Members<TDirection>(Problem value, ref ObjectMembers<TDirection> json)
        where TDirection : struct
    {
        while (json.Next(Names))
        {
            if (json.Index == 0)
            {
                value.Code = json.OptionalString(value.Code);
            }
        }
    }
}
