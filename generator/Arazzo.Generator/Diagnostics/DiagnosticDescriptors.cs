using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Diagnostics;

/// <summary>
/// Every diagnostic of the generator. Ids are a public contract and never reused:
/// ARZ00xx the text and the project, ARZ01xx OpenAPI, ARZ02xx Arazzo, ARZ03xx expressions and conditions, ARZ09xx the generator itself.
/// Each has a page <c>docs/diagnostics/ARZnnnn.md</c>.
/// </summary>
internal static partial class DiagnosticDescriptors
{
    private const string Category = "Arazzo.Generator";

    private static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) =>
        // No helpLinkUri: the pages have no public address yet.
        new(id, title, message, Category, severity, isEnabledByDefault: true);
}
