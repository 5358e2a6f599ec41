namespace Arazzo.Generator.Diagnostics;

/// <summary>Makes the diagnostic for what must not happen: without it the compiler would say CS8785 and drop everything.</summary>
internal static class Fault
{
    /// <param name="path">The full path of the file at fault, when it is known.</param>
    /// <param name="place">The file or stage, as a name.</param>
    /// <param name="exception">What was thrown.</param>
    public static DiagnosticInfo Create(string? path, string place, Exception exception) =>
        Create(path, place, $"{exception.GetType().FullName}: {exception.Message}");

    public static DiagnosticInfo Create(string? path, string place, string message) =>
        DiagnosticInfo.Create(DiagnosticDescriptors.InternalError, path, range: default, place, message);
}
