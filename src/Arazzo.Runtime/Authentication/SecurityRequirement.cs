using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>One of an operation's security alternatives: all of its schemes are needed together. Without a scheme it allows anonymous calls.</summary>
/// <param name="schemes">The names of the schemes.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SecurityRequirement(params string[] schemes)
{
    /// <summary>The names of the schemes.</summary>
    public IReadOnlyList<string> Schemes { get; } = schemes;

    /// <summary>The scopes that the operation needs.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];
}
