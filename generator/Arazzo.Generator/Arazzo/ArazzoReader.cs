using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo;

/// <summary>Reads the nodes of an Arazzo document.</summary>
internal static class ArazzoReader
{
    /// <summary>
    /// Reads what is sound and reports the rest. Never throws but for cancellation.
    /// </summary>
    /// <returns>Null when <paramref name="root"/> is no Arazzo document of a version that is known.</returns>
    public static ArazzoDocument? Read(MappingNode root, Dialect dialect, DiagnosticBag diagnostics, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
