using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Tests.Harness;

/// <summary>A diagnostic as a user sees it: lines and columns count from one.</summary>
public sealed record FoundDiagnostic(string Path, int Line, int Column, int EndLine, int EndColumn, DiagnosticSeverity Severity, string Id, string Message)
{
    /// <summary><c>specs/a.yml(57,20): error ARZ0212: ...</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Path}({Line},{Column}): {Severity.ToString().ToLowerInvariant()} {Id}: {Message}");

    internal static FoundDiagnostic From(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        var path = span.Path ?? "";
        return new FoundDiagnostic(
            path.StartsWith(GeneratorTest.ProjectFolder, StringComparison.Ordinal) ? path[GeneratorTest.ProjectFolder.Length..] : path,
            span.StartLinePosition.Line + 1,
            span.StartLinePosition.Character + 1,
            span.EndLinePosition.Line + 1,
            span.EndLinePosition.Character + 1,
            diagnostic.Severity,
            diagnostic.Id,
            diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }
}
