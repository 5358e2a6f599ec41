using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Diagnostics;

/// <summary>
/// ARZ01xx: what an OpenAPI document says. Most are warnings: the document is often somebody else's, and what is sound in it is generated all the same.
/// </summary>
internal static partial class DiagnosticDescriptors
{
    public static DiagnosticDescriptor WrongNodeKind { get; } = Warning(
        "ARZ0101", "A value is of the wrong kind", "'{0}' must be {1}, but is {2}; it is ignored");

    public static DiagnosticDescriptor MissingField { get; } = Warning(
        "ARZ0102", "A required field is missing", "'{0}' is missing here; {1}");

    public static DiagnosticDescriptor UnknownValue { get; } = Warning(
        "ARZ0103", "A value is unknown", "'{0}' is no value of '{1}'; it must be {2}");

    public static DiagnosticDescriptor PathWithoutSlash { get; } = Warning(
        "ARZ0104", "A path does not begin with a slash", "The path '{0}' must begin with '/'");

    public static DiagnosticDescriptor DuplicateOperationId { get; } = Warning(
        "ARZ0105", "An operationId is used twice", "The operationId '{0}' is already used in line {1}; each operation needs its own");

    public static DiagnosticDescriptor UndeclaredPathVariable { get; } = Warning(
        "ARZ0106", "A variable of the path is not declared", "The path '{0}' has the variable '{1}', but no parameter with 'in: path' has that name; it is taken for a string");

    public static DiagnosticDescriptor PathParameterNotInPath { get; } = Warning(
        "ARZ0107", "A path parameter is not in the path", "The path '{0}' has no variable '{{{1}}}'; correct the name of the parameter or add the variable to the path");

    public static DiagnosticDescriptor LaterVersion { get; } = Info(
        "ARZ0161", "The version is later than the generator", "The generator knows OpenAPI up to 3.2, and reads this document of version {0} as one of 3.2; what is new in it is ignored");

    public static DiagnosticDescriptor DuplicateParameter { get; } = Warning(
        "ARZ0108", "A parameter is given twice", "The parameter '{0}' is already given for the same place; remove one of them (the last is used)");

    public static DiagnosticDescriptor MisplacedStyle { get; } = Info(
        "ARZ0109", "A style is not for this place", "The style '{0}' is not for parameters with 'in: {1}'; '{2}' is used");
}
