using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

public sealed class Problem : IJsonObject<Problem>
{
    public string? Code { get; set; }

    private static readonly JsonNames Names = new(nameof(Problem), 0x0, "code");

    public static Problem New() => new();

    public void Members(ref ObjectMembers json)
    {
        while (json.Next(Names))
        {
            if (json.Index == 0)
            {
                Code = json.OptionalString(Code);
            }
        }
    }
}
