using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>How values of <typeparamref name="T"/> are read from and written as JSON. Generated models implement it for themselves.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonCodec<T>
{
    /// <summary>Reads a value. On entry the reader stands on the value's first token, on exit on its last.</summary>
    /// <param name="json">The reader.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The JSON is not what the document says.</exception>
    static abstract T ReadJson(ref Utf8JsonReader json);

    /// <summary>Writes a value.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="value">The value.</param>
    static abstract void WriteJson(JsonOutput json, T value);
}
