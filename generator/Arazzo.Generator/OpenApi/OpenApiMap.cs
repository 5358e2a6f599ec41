using System.Collections;
using System.Collections.Immutable;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.OpenApi;

/// <summary>Named objects in the order of the text.</summary>
internal sealed class OpenApiMap<T>(ImmutableArray<OpenApiEntry<T>> entries) : IReadOnlyList<OpenApiEntry<T>> where T : class
{
    private const int LinearSearchLimit = 12;
    private Dictionary<string, T>? _index;

    public static OpenApiMap<T> Empty { get; } = new([]);

    public ImmutableArray<OpenApiEntry<T>> Entries { get; } = entries;

    public int Count => Entries.Length;

    public OpenApiEntry<T> this[int index] => Entries[index];

    /// <summary>The object called <paramref name="name"/>, or null.</summary>
    public T? this[string name]
    {
        get
        {
            if (Entries.Length > LinearSearchLimit)
            {
                var index = _index ??= Entries.ToDictionary(static entry => entry.Name, static entry => entry.Value, StringComparer.Ordinal);
                return index.TryGetValue(name, out var found) ? found : null;
            }
            foreach (var entry in Entries)
            {
                if (string.Equals(entry.Name, name, StringComparison.Ordinal))
                {
                    return entry.Value;
                }
            }
            return null;
        }
    }

    public ImmutableArray<OpenApiEntry<T>>.Enumerator GetEnumerator() => Entries.GetEnumerator();

    IEnumerator<OpenApiEntry<T>> IEnumerable<OpenApiEntry<T>>.GetEnumerator() => ((IEnumerable<OpenApiEntry<T>>)Entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Entries).GetEnumerator();
}

/// <summary>A name and the object it stands for.</summary>
internal readonly record struct OpenApiEntry<T>(ScalarNode Key, T Value)
{
    public string Name => Key.Text;
}
