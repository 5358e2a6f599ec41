using System.Diagnostics.CodeAnalysis;

namespace Arazzo.Runtime;

/// <summary>
/// A property that may be absent, which is not the same as null: in a PATCH body, absent leaves a value alone and null clears it.
/// </summary>
/// <typeparam name="T">The type of the value, usually nullable.</typeparam>
/// <param name="value">The value; null is a value.</param>
public readonly struct Optional<T>(T value) : IEquatable<Optional<T>>
{
    /// <summary>Whether there is a value, which may be null. False by default.</summary>
    public bool IsPresent { get; } = true;

    /// <summary>The value; the default of <typeparamref name="T"/> when absent.</summary>
    public T Value { get; } = value;

    /// <summary>Makes a present value.</summary>
    /// <param name="value">The value; null is a value.</param>
    [SuppressMessage("Usage", "CA2225", Justification = "The constructor is the named alternative.")]
    public static implicit operator Optional<T>(T value) => new(value);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => IsPresent == other.IsPresent && EqualityComparer<T>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsPresent, Value);

    /// <summary>The value as text; empty when absent or null.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value?.ToString() ?? "";

    /// <summary>Compares two properties.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether both are absent, or both present with equal values.</returns>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Compares two properties.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);
}
