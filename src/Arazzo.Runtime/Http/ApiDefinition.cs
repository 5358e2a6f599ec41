using System.ComponentModel;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>What a client knows of its API.</summary>
/// <param name="name">The client's name.</param>
/// <param name="baseAddress">The first server of the description; may be relative or null, and then an address must be set in the options.</param>
/// <param name="securitySchemes">How credentials are sent.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiDefinition(string name, string? baseAddress, params ApiSecurityScheme[] securitySchemes)
{
    /// <summary>The client's name.</summary>
    public string Name { get; } = name;

    /// <summary>The first server of the description.</summary>
    public string? BaseAddress { get; } = baseAddress;

    /// <summary>How credentials are sent.</summary>
    public IReadOnlyList<ApiSecurityScheme> SecuritySchemes { get; } = securitySchemes;

    internal ApiSecurityScheme? FindScheme(string scheme) => Array.Find(securitySchemes, candidate => candidate.Name == scheme);
}
