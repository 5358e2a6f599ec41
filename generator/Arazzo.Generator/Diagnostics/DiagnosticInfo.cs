using Arazzo.Generator.Model;
using Arazzo.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Arazzo.Generator.Diagnostics;

/// <summary>A diagnostic as plain values, so that the pipeline can compare and cache it.</summary>
/// <param name="Descriptor">One of <see cref="DiagnosticDescriptors"/>.</param>
/// <param name="Path">The specification's full path; null when the fault has no file.</param>
/// <param name="Range">Where in that file.</param>
/// <param name="Arguments">What the descriptor's message format takes.</param>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, string? Path, TextRange Range, EquatableArray<string> Arguments)
{
    public static DiagnosticInfo Create(DiagnosticDescriptor descriptor, string? path, TextRange range, params string[] arguments) =>
        new(descriptor, path, range, arguments.ToEquatableArray());

    public Diagnostic ToDiagnostic()
    {
        var location = Path is null
            ? Location.None
            : Location.Create(Path, default, new LinePositionSpan(
                new LinePosition(Range.StartLine, Range.StartColumn), new LinePosition(Range.EndLine, Range.EndColumn)));
        return Diagnostic.Create(Descriptor, location, [.. Arguments]);
    }
}
