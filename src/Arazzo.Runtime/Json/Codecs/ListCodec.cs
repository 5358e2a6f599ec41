using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>JSON arrays.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TCodec">Their codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ListCodec<T, TCodec> : IJsonCodec<IReadOnlyList<T>>
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static IReadOnlyList<T> ReadJson(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            throw JsonUnexpected.Value(ref json, "an array");
        }
        JsonDepth.Check(ref json);
        var list = new List<T>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            list.Add(TCodec.ReadJson(ref json));
        }
        return list;
    }

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, IReadOnlyList<T> value)
    {
        json.WriteStartArray();
        for (var index = 0; index < value.Count; index++)
        {
            TCodec.WriteJson(json, value[index]);
        }
        json.WriteEndArray();
    }
}
