using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>JSON objects whose names are data.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <typeparam name="TCodec">Their codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MapCodec<T, TCodec> : IJsonCodec<IReadOnlyDictionary<string, T>>
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static IReadOnlyDictionary<string, T> ReadJson(ref Utf8JsonReader json)
    {
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        json.StartObject();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            map[name] = TCodec.ReadJson(ref json);
        }
        return map;
    }

    /// <inheritdoc/>
    public static void WriteJson(JsonOutput json, IReadOnlyDictionary<string, T> value)
    {
        json.WriteStartObject();
        WriteMembers(json, value);
        json.WriteEndObject();
    }

    /// <summary>Writes the entries as members of the object that is open.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="value">The entries.</param>
    internal static void WriteMembers(JsonOutput json, IReadOnlyDictionary<string, T> value)
    {
        if (value is Dictionary<string, T> map)
        {
            // Its own enumerator is not allocated.
            foreach (var (name, item) in map)
            {
                json.WritePropertyName(name);
                TCodec.WriteJson(json, item);
            }
        }
        else
        {
            foreach (var (name, item) in value)
            {
                json.WritePropertyName(name);
                TCodec.WriteJson(json, item);
            }
        }
    }
}
