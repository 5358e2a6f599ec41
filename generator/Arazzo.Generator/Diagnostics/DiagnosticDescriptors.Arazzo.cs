using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Diagnostics;

/// <summary>ARZ02xx: what an Arazzo document says. ARZ0201 to ARZ0239 are about its structure alone.</summary>
internal static partial class DiagnosticDescriptors
{
    public static DiagnosticDescriptor ArazzoFieldMissing { get; } = Error(
        "ARZ0201", "A required field is missing", "{0} has no '{1}'; add it");

    public static DiagnosticDescriptor ArazzoWrongKind { get; } = Error(
        "ARZ0202", "A value is of the wrong kind", "'{0}' must be {1}, but is {2}");

    public static DiagnosticDescriptor ArazzoUnknownValue { get; } = Error(
        "ARZ0203", "A value is unknown", "'{0}' is no value of '{1}'; it must be {2}");

    public static DiagnosticDescriptor ArazzoUnknownField { get; } = Warning(
        "ARZ0204", "A field is unknown", "'{0}' is no field of {1} and is ignored; {2}");

    public static DiagnosticDescriptor ArazzoDuplicateName { get; } = Error(
        "ARZ0205", "A name is used twice", "The {0} '{1}' is already used in line {2}; give each its own");

    public static DiagnosticDescriptor ArazzoListEmpty { get; } = Error(
        "ARZ0206", "A list is empty", "'{0}' must have at least one entry; add one{1}");

    public static DiagnosticDescriptor ArazzoSeveralTargets { get; } = Error(
        "ARZ0207", "A step has several targets", "Step '{0}' has '{1}' beside '{2}'; a step calls one operation or one workflow, so keep one of them");

    public static DiagnosticDescriptor ArazzoNoTarget { get; } = Error(
        "ARZ0208", "A step has no target", "Step '{0}' calls nothing; add 'operationId', 'operationPath' or 'workflowId'");

    public static DiagnosticDescriptor ArazzoActionSeveralTargets { get; } = Error(
        "ARZ0209", "An action has several targets", "Action '{0}' has both 'stepId' and 'workflowId'; keep one of them");

    public static DiagnosticDescriptor ArazzoActionNoTarget { get; } = Error(
        "ARZ0210", "A goto goes nowhere", "Action '{0}' is a 'goto' without a target; add 'stepId' or 'workflowId'");

    public static DiagnosticDescriptor ArazzoFieldNotAllowed { get; } = Error(
        "ARZ0211", "A field is not allowed here", "'{0}' cannot stand here, because {1}; remove it");

    public static DiagnosticDescriptor ArazzoFieldWithoutEffect { get; } = Warning(
        "ARZ0212", "A field has no effect", "'{0}' has no effect, because {1}; remove it");

    public static DiagnosticDescriptor ArazzoNumberOutOfRange { get; } = Error(
        "ARZ0213", "A number is out of range", "'{0}' must be {1}, but is {2}");

    public static DiagnosticDescriptor ArazzoInvalidReference { get; } = Error(
        "ARZ0214", "A reference has the wrong form", "'{0}' is no reference that can stand here; write {1}");

    public static DiagnosticDescriptor ArazzoSelfHasFragment { get; } = Error(
        "ARZ0215", "$self has a fragment", "'$self' must be a URI without a fragment, but '{0}' has a '#'; remove it and what follows");

    public static DiagnosticDescriptor ArazzoAsyncApi { get; } = Warning(
        "ARZ0216", "AsyncAPI is not supported", "Step '{0}' sends or receives messages of AsyncAPI ('{1}'), which is not supported; workflow '{2}' is left out");

    public static DiagnosticDescriptor ArazzoDialect { get; } = Info(
        "ARZ0220", "The document is not by the letter of the specification", "By the letter of the specification {0}; the meaning is clear and it is accepted");

    public static DiagnosticDescriptor ArazzoDialectForbidden { get; } = Error(
        "ARZ0221", "The document is not by the letter of the specification", "By the letter of the specification {0}; or set Dialect=\"Compat\" on this file's ApiSpec item");
}
