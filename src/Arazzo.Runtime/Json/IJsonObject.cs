using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>A generated class that is an object in JSON. It names its members, each once for both ways; the rest is the same for all.</summary>
/// <typeparam name="T">The class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonObject<T> : IJsonCodec<T>
    where T : class, IJsonObject<T>
{
    /// <summary>Makes an object that has nothing yet, not even what it must have.</summary>
    /// <returns>The object.</returns>
    static abstract T New();

    /// <summary>Gives each member that is read what it will be, and shows each that is written.</summary>
    /// <param name="value">The object.</param>
    /// <param name="json">The members.</param>
    /// <typeparam name="TDirection">Whether they are read or written: the runtime makes code for each of the two.</typeparam>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    static abstract void Members<TDirection>(T value, ref ObjectMembers<TDirection> json)
        where TDirection : struct;

    static T IJsonCodec<T>.ReadJson(ref Utf8JsonReader json) => json.ReadObject<T>();

    static void IJsonCodec<T>.WriteJson(JsonOutput json, T value) => json.WriteObject(value);
}
