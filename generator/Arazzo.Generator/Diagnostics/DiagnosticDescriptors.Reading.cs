using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Diagnostics;

/// <summary>ARZ00xx: the text and what kind of document it is.</summary>
internal static partial class DiagnosticDescriptors
{
    public static DiagnosticDescriptor InvalidYaml { get; } = Error(
        "ARZ0001", "The YAML is not well-formed", "The YAML is not well-formed: {0}");

    public static DiagnosticDescriptor InvalidJson { get; } = Error(
        "ARZ0002", "The JSON is not well-formed", "The JSON is not well-formed: {0}");

    public static DiagnosticDescriptor EmptyFile { get; } = Error(
        "ARZ0003", "The file is empty", "The file holds no document; write an OpenAPI or Arazzo document into it, or remove it from the project's ApiSpec items");

    public static DiagnosticDescriptor UnknownDocumentKind { get; } = Warning(
        "ARZ0004", "The file is neither an OpenAPI nor an Arazzo document",
        "The root has neither 'openapi' nor 'swagger' nor 'arazzo', so nothing is generated from this file; add the key with the version, or remove the file from the project's ApiSpec items");

    public static DiagnosticDescriptor RootIsNotMapping { get; } = Error(
        "ARZ0005", "The root is not a mapping", "The document must be a mapping with the key 'openapi' or 'arazzo', but is {0}");

    public static DiagnosticDescriptor DuplicateKey { get; } = Error(
        "ARZ0006", "A key is given twice", "The key '{0}' is already given in line {1}; remove or rename one of them (the first is used)");

    public static DiagnosticDescriptor KeyIsNotScalar { get; } = Error(
        "ARZ0007", "A key is not a scalar", "A key must be a single value, but this one is {0}; put it into quotes if it is meant as text");

    public static DiagnosticDescriptor MultipleDocuments { get; } = Warning(
        "ARZ0008", "The file holds several YAML documents", "A second YAML document begins here, and only the first is read; put it into a file of its own");

    public static DiagnosticDescriptor UnknownAlias { get; } = Error(
        "ARZ0009", "An alias has no anchor", "The alias '*{0}' stands for nothing: no '&{0}' comes before it; put the value into quotes if the asterisk is meant as text");

    public static DiagnosticDescriptor RecursiveAlias { get; } = Error(
        "ARZ0010", "An alias lies inside its own anchor", "The alias '*{0}' lies inside the value that '&{0}' names, which makes that value endless; use '$ref' for recursion");

    public static DiagnosticDescriptor NestedTooDeep { get; } = Error(
        "ARZ0011", "The document is nested too deep", "The document is nested deeper than {0} levels, which is more than the generator reads; use '$ref' for the inner parts");

    public static DiagnosticDescriptor ExpandsTooFar { get; } = Error(
        "ARZ0012", "The aliases expand too far", "With all aliases written out the document would have more than {0} values, which is more than the generator reads; use '$ref' in their place");

    public static DiagnosticDescriptor FileTooLarge { get; } = Error(
        "ARZ0013", "The file is too large", "The file has {0} characters, and the generator reads no more than {1}; split it into several files");

    public static DiagnosticDescriptor InvalidTag { get; } = Error(
        "ARZ0014", "A tag does not fit its value", "The value '{0}' is no {1}; correct the value or remove the tag");

    public static DiagnosticDescriptor InvalidMerge { get; } = Error(
        "ARZ0015", "A merge key has no mapping", "The value of '<<' must be a mapping or a sequence of mappings, but is {0}");

    public static DiagnosticDescriptor UnsupportedVersion { get; } = Error(
        "ARZ0016", "The version is not supported", "The generator reads {0}, but this document says '{1}'; convert it to a version that is supported");
}
