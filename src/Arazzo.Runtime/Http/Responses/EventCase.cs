using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>How the data of events of a name is read.</summary>
/// <param name="name">The events' name.</param>
/// <param name="read">Reads the data.</param>
/// <typeparam name="T">The type of all events' data.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventCase<T>(string name, EventCase<T>.Reader read)
{
    /// <summary>Reads a value.</summary>
    /// <param name="json">The reader, on the value's first token.</param>
    /// <returns>The value.</returns>
    public delegate T Reader(ref Utf8JsonReader json);

    internal string Name => name;

    internal T Read(ref Utf8JsonReader json) => read(ref json);
}
