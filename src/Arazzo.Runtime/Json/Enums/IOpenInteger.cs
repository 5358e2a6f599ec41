using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>A generated open enum of integers: a number that the API's description does not list is kept as it came.</summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenInteger<T> : IJsonCodec<T>
    where T : struct, IOpenInteger<T>
{
    /// <summary>The number as it stands in JSON.</summary>
    long Value { get; init; }

    /// <summary>Whether the API's description lists the number.</summary>
    bool IsKnown { get; }

    static T IJsonCodec<T>.ReadJson(ref Utf8JsonReader json) => new() { Value = Int64Codec.ReadJson(ref json) };

    static void IJsonCodec<T>.WriteJson(JsonOutput json, T value) => json.WriteNumberValue(value.Value);
}
