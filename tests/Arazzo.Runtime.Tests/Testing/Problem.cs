using System.Text.Json;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime.Tests;

public sealed class Problem : IJsonCodec<Problem>
{
    public string? Code { get; init; }

    static Problem IJsonCodec<Problem>.Read(ref Utf8JsonReader json)
    {
        json.StartObject();
        string? code = null;
        while (json.NextProperty())
        {
            if (json.Is("code"u8)) code = json.ReadOrNull<string, StringCodec>();
            else json.SkipValue();
        }
        return new Problem { Code = code };
    }

    static void IJsonCodec<Problem>.Write(Utf8JsonWriter json, Problem value) => throw new NotSupportedException();
}
