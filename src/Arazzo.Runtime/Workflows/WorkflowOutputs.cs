using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Collects the outputs of a step as text, for progress.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WorkflowOutputs
{
    internal Dictionary<string, string> Items { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds an output unless it is missing.</summary>
    /// <param name="name">The output, as the document names it.</param>
    /// <param name="value">Its value.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    public void Add<T, TCodec>(string name, T? value)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        if (value is not null)
        {
            Items[name] = WorkflowText.Of<T, TCodec>(value);
        }
    }

    /// <summary>Adds an output unless it is missing.</summary>
    /// <param name="name">The output, as the document names it.</param>
    /// <param name="value">Its value.</param>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    public void AddValue<T, TCodec>(string name, T? value)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } present)
        {
            Items[name] = WorkflowText.Of<T, TCodec>(present);
        }
    }
}
