using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>A generated open enum of strings: a value that the API's description does not list is kept as it came.</summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenString<T> : IJsonCodec<T>
    where T : struct, IOpenString<T>
{
    /// <summary>The values that the API's description lists.</summary>
    static abstract JsonNames Names { get; }

    /// <summary>The text as it stands in JSON; empty for the default value.</summary>
    string Value { get; init; }

    /// <summary>Whether the API's description lists the value.</summary>
    bool IsKnown { get; }

    /// <summary>Whether the API's description lists a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether it does.</returns>
    static bool IsListed(T value) => T.Names.Contains(value.Value);

    static T IJsonCodec<T>.ReadJson(ref Utf8JsonReader json) => new() { Value = T.Names.ReadString(ref json) };

    static void IJsonCodec<T>.WriteJson(JsonOutput json, T value) => json.WriteStringValue(value.Value);
}
