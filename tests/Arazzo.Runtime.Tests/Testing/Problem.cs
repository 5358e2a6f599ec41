using System.Text.Json;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

public sealed class Problem : IJsonCodec<Problem>
{
    public string? Code { get; set; }

    private static readonly JsonNames Names = new(nameof(Problem), 0x0, "code");

    public static Problem ReadJson(ref Utf8JsonReader json)
    {
        var value = new Problem();
        for (var members = new ObjectMembers(ref json, Names); members.Next();)
        {
            if (members.Index == 0)
            {
                value.Code = members.OptionalString(value.Code);
            }
        }
        return value;
    }

    public static void WriteJson(Utf8JsonWriter json, Problem value) => throw new NotSupportedException();
}
