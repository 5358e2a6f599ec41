using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Diagnostics;

/// <summary>ARZ005x: the project. ARZ09xx: the generator itself.</summary>
internal static partial class DiagnosticDescriptors
{
    public static DiagnosticDescriptor UnknownOptionValue { get; } = Error(
        "ARZ0050", "Unknown option value", "'{0}' is not a value of {1}. Use one of: {2}.");

    public static DiagnosticDescriptor InvalidName { get; } = Error(
        "ARZ0051", "An option is not a C# name", "'{0}' is not a C# name that {1} can have");

    public static DiagnosticDescriptor LanguageVersionTooLow { get; } = Error(
        "ARZ0052", "The C# version is too low", "Generated code needs C# 14 or later: raise or remove the project's LangVersion. Nothing was generated.");

    public static DiagnosticDescriptor UnreadableFile { get; } = Error(
        "ARZ0053", "The file cannot be read", "The compiler cannot read the file as text");

    public static DiagnosticDescriptor InternalError { get; } = Error(
        "ARZ0901", "The generator failed", "The generator failed at '{0}'. Please report this with the specification: {1}");
}
