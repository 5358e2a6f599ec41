using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Diagnostics;

/// <summary>ARZ012x: what becomes of an OpenAPI document in C#.</summary>
internal static partial class DiagnosticDescriptors
{
    public static DiagnosticDescriptor UnresolvedReference { get; } = Warning(
        "ARZ0120", "A reference leads nowhere", "The reference '{0}' leads nowhere: {1}");

    public static DiagnosticDescriptor UntypedSchema { get; } = Info(
        "ARZ0121", "A schema has no finite type", "This schema contains itself without an object in between, or is nested too deep; it is emitted as JsonElement");

    public static DiagnosticDescriptor NameTaken { get; } = Info(
        "ARZ0122", "A type is renamed", "The schema '{0}' is emitted as '{1}', because '{2}' is taken; give the file a Namespace of its own to keep the plain name");

    public static DiagnosticDescriptor UnsendableParameter { get; } = Warning(
        "ARZ0123", "A parameter cannot be sent", "The parameter '{0}' is left out: {1}");

    public static DiagnosticDescriptor UnsupportedOperation { get; } = Warning(
        "ARZ0124", "An operation is not supported yet", "The operation '{0}' is left out: {1}");

    public static DiagnosticDescriptor UntypedResponse { get; } = Info(
        "ARZ0125", "An error has no typed body", "The body of the error '{0}' has the media type '{1}', which is neither JSON nor text; read it from ApiException.RawBody");

    public static DiagnosticDescriptor UnsupportedSecurity { get; } = Info(
        "ARZ0127", "A way to authenticate is left to the HttpClient", "The security scheme '{0}' {1}; nothing is sent for it");

    public static DiagnosticDescriptor NoServer { get; } = Info(
        "ARZ0128", "The document names no absolute server", "The document names no server with an absolute address; set ApiClientOptions.BaseAddress");

    public static DiagnosticDescriptor UnknownSecurityScheme { get; } = Warning(
        "ARZ0160", "A security scheme is not declared", "No security scheme is called '{0}', so this alternative cannot be met and is left out; declare the scheme under components.securitySchemes");

    public static DiagnosticDescriptor AncestorsLeftOut { get; } = Warning(
        "ARZ0130", "A schema has too many generations of parents", "The properties from here on are left out: 'allOf' leads to parents of parents more than {0} times");

    public static DiagnosticDescriptor InvalidMediaType { get; } = Warning(
        "ARZ0150", "A media type is none", "'{0}' is no media type, so bodies of it are left out; write type and subtype with a slash between them, such as application/json");

    public static DiagnosticDescriptor UnusablePattern { get; } = Info(
        "ARZ0131", "A pattern is not checked", "Validate does not check this pattern, which is no regular expression: {0}");
}
