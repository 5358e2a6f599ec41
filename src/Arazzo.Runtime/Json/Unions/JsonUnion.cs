using System.ComponentModel;
using System.Text.Json;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime;

/// <summary>A value of one of several types (<c>oneOf</c>, <c>anyOf</c>), or JSON that is none of them. The generated unions derive from it.</summary>
public abstract class JsonUnion : IEquatable<JsonUnion>
{
    /// <summary>Only generated code derives from this class.</summary>
    /// <param name="value">The value.</param>
    /// <param name="index">The number of its case; 0 when the value is a <see cref="JsonElement"/> that is none of them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected JsonUnion(object value, int index)
    {
        Value = value ?? throw new ArgumentNullException(nameof(value));
        Index = index;
    }

    /// <summary>The value, for a <c>switch</c> over its type; a <see cref="JsonElement"/> when it is none of the documented types.</summary>
    public object Value { get; }

    /// <summary>Whether it is one of the types that the API's description lists.</summary>
    public bool IsKnown => Index != 0;

    /// <summary>The number of the case; 0 when it is none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected int Index { get; }

    /// <summary>Gives JSON that is none of the documented types.</summary>
    /// <param name="json">The JSON as it came.</param>
    /// <returns>Whether it is none of them.</returns>
    public bool TryGetUnknown(out JsonElement json) => TryGet(0, out json);

    /// <inheritdoc/>
    public bool Equals(JsonUnion? other) =>
        other is not null && other.GetType() == GetType() && other.Index == Index
        && (Index == 0 ? JsonElement.DeepEquals((JsonElement)Value, (JsonElement)other.Value) : Value.Equals(other.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as JsonUnion);

    /// <inheritdoc/>
    public override int GetHashCode() => Index == 0 ? 0 : HashCode.Combine(Index, Value);

    /// <summary>The text of a string, number, boolean or date; for all else, the name of its type.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value is string or ValueType or Uri ? ValueFormatter.ToText(Value) : Value.GetType().Name;

    /// <summary>Gives the value of a case.</summary>
    /// <param name="index">The number of the case.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>Whether it is this case.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool TryGet<T>(int index, out T value)
    {
        value = index == Index ? (T)Value : default!;
        return index == Index;
    }
}
