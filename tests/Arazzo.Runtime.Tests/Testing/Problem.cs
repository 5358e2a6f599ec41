using System.Text.Json;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

public sealed class Problem : IJsonCodec<Problem>
{
    public string? Code { get; init; }

    private static readonly JsonNames Names = new("code");

    public static Problem ReadJson(ref Utf8JsonReader json)
    {
        json.StartObject();
        string? code = null;
        var index = -1;
        while (Names.Next(ref json, ref index, out var isNull))
        {
            switch (index)
            {
                case 0: code = isNull ? null : StringCodec.ReadJson(ref json); break;
                default: json.Skip(); break;
            }
        }
        return new Problem { Code = code };
    }

    public static void WriteJson(Utf8JsonWriter json, Problem value) => throw new NotSupportedException();
}
