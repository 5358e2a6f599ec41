using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>The cases that a value may be, best first.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // It is never compared.
public struct UnionFits
{
    private readonly int[] _indexes;
    private int _position;

    internal UnionFits(int[] indexes)
    {
        _indexes = indexes;
        _position = -1;
    }

    /// <summary>How many there are.</summary>
    public readonly int Count => _indexes.Length;

    /// <summary>The number of the case that is looked at.</summary>
    public readonly int Index => _indexes[_position];

    /// <summary>Moves to the next.</summary>
    /// <returns>False when there is none left.</returns>
    public bool Next() => ++_position < _indexes.Length;
}
