using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>Members are read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
#pragma warning disable CA1815 // It has no values.
public readonly struct Reading;
