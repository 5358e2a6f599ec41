using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>The body of operations that have none.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NoContent;
