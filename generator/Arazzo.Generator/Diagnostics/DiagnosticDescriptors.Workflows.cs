using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Diagnostics;

/// <summary>ARZ025x to ARZ029x: what binding finds out about workflows. An error spoils the workflow that it is in, and no other.</summary>
internal static partial class DiagnosticDescriptors
{
    public static DiagnosticDescriptor UnknownSourceDescription { get; } = Error(
        "ARZ0250", "A source description is unknown", "The document has no source description '{0}'{1}");

    public static DiagnosticDescriptor SourceFileNotFound { get; } = Error(
        "ARZ0251", "The file of a source description is not part of the project",
        "'{0}' is no {1} document among the project's ApiSpec items; add the file to the project or correct the url");

    public static DiagnosticDescriptor UnknownOperation { get; } = Error(
        "ARZ0252", "An operation is unknown", "Step '{0}' calls the operation '{1}', which {2}{3}");

    public static DiagnosticDescriptor AmbiguousOperation { get; } = Error(
        "ARZ0253", "An operationId is ambiguous", "Several source descriptions have an operation '{0}'; write '$sourceDescriptions.{1}.{0}'");

    public static DiagnosticDescriptor UnsupportedOperationCall { get; } = Error(
        "ARZ0254", "An operation cannot be called", "Step '{0}' calls the operation '{1}', for which nothing is generated; see what is reported for it in '{2}'");

    public static DiagnosticDescriptor NotSupportedYet { get; } = Error(
        "ARZ0255", "This is not supported yet", "{0} not supported yet, so nothing is generated for workflow '{1}'");

    public static DiagnosticDescriptor UnknownInput { get; } = Error(
        "ARZ0256", "An input is unknown", "Workflow '{0}' has no input '{1}'{2}");

    public static DiagnosticDescriptor UnknownStep { get; } = Error(
        "ARZ0257", "A step is unknown", "Workflow '{0}' has no step '{1}'{2}");

    public static DiagnosticDescriptor UnknownStepOutput { get; } = Error(
        "ARZ0258", "An output of a step is unknown", "Step '{0}' has no output '{1}'{2}");

    public static DiagnosticDescriptor UnknownProperty { get; } = Error(
        "ARZ0259", "A schema has no such property", "'{0}' reads '{1}' from {2}, which has no such property{3}");

    public static DiagnosticDescriptor NotNavigable { get; } = Error(
        "ARZ0260", "A value has no parts", "'{0}' reads '{1}' from {2}, which is {3} and has no parts");

    public static DiagnosticDescriptor ForwardReference { get; } = Error(
        "ARZ0261", "A value is read before it is there", "Step '{0}' reads an output of step '{1}', which never succeeds before it");

    public static DiagnosticDescriptor TypeClash { get; } = Error(
        "ARZ0262", "A value has the wrong type", "{0} takes {1}, but the value is {2}");

    public static DiagnosticDescriptor MissingParameter { get; } = Error(
        "ARZ0263", "A required parameter is missing", "Step '{0}' does not give the parameter '{1}' (in: {2}), which operation '{3}' requires");

    public static DiagnosticDescriptor UndeclaredParameter { get; } = Info(
        "ARZ0264", "A parameter is not declared", "Operation '{0}' declares no parameter '{1}' (in: {2}){3}; it is sent as written");

    public static DiagnosticDescriptor UnknownPathParameter { get; } = Error(
        "ARZ0265", "A path parameter is unknown", "The path '{0}' has no variable '{1}'{2}");

    public static DiagnosticDescriptor UnknownBodyProperty { get; } = Error(
        "ARZ0266", "The request's schema has no such property", "The request body of operation '{0}' has no property '{1}' in {2}{3}");

    public static DiagnosticDescriptor MissingBodyProperty { get; } = Error(
        "ARZ0267", "A required property is missing", "The request body of operation '{0}' requires the property '{1}' in {2}");

    public static DiagnosticDescriptor MissingBody { get; } = Error(
        "ARZ0268", "The request body is missing", "Step '{0}' gives no request body, which operation '{1}' requires");

    public static DiagnosticDescriptor UnlistedEnumValue { get; } = Info(
        "ARZ0269", "An enum does not list the value", "'{0}' is not among the values of {1}{2}");

    public static DiagnosticDescriptor UnreachableStep { get; } = Warning(
        "ARZ0270", "A step is never reached", "No way leads to step '{0}': a step before it always ends the workflow or jumps past it");

    public static DiagnosticDescriptor UnknownComponent { get; } = Error(
        "ARZ0271", "A component is unknown", "The document has no '{0}'{1}");

    public static DiagnosticDescriptor ExpressionNotHere { get; } = Error(
        "ARZ0272", "An expression has no value here", "'{0}' has no value here: {1}");

    public static DiagnosticDescriptor UnqualifiedOperationId { get; } = Info(
        "ARZ0273", "An operationId is not qualified", "The document has several source descriptions, so the specification wants '$sourceDescriptions.{0}.{1}' here");

    public static DiagnosticDescriptor UnqualifiedOperationIdError { get; } = Error(
        "ARZ0274", "An operationId is not qualified", "The document has several source descriptions; write '$sourceDescriptions.{0}.{1}'");

    public static DiagnosticDescriptor InputsWithoutProperties { get; } = Error(
        "ARZ0278", "The inputs are no object", "The inputs of workflow '{0}' must be an object schema with properties");

    public static DiagnosticDescriptor DuplicateName { get; } = Error(
        "ARZ0279", "A name is used twice", "'{0}' is already used in this list; give each its own name");

    public static DiagnosticDescriptor NoDefaultForType { get; } = Error(
        "ARZ0281", "A default does not fit", "The default of input '{0}' is no value of its type");

    public static DiagnosticDescriptor UnknownWorkflow { get; } = Error(
        "ARZ0282", "A workflow is unknown", "There is no workflow '{0}'{1}");

    public static DiagnosticDescriptor UncallableWorkflow { get; } = Error(
        "ARZ0283", "A workflow cannot be called", "Workflow '{0}' calls workflow '{1}', for which nothing is generated; see what is reported for it in '{2}'");

    public static DiagnosticDescriptor RecursiveWorkflow { get; } = Error(
        "ARZ0284", "A workflow calls itself",
        "Workflow '{0}' calls '{1}', which is on the way to it, and so would never end; for a loop write a 'goto' to an earlier step, which waits between rounds");

    public static DiagnosticDescriptor MissingInput { get; } = Error(
        "ARZ0285", "A required input is missing", "{0} does not give the input '{1}', which workflow '{2}' requires{3}");

    public static DiagnosticDescriptor WorkflowNotRun { get; } = Error(
        "ARZ0286", "A workflow has not run", "'{0}' has no value here: workflow '{1}' has not run by then; call it in an earlier step, or name it in 'dependsOn'");

    public static DiagnosticDescriptor UnknownOutput { get; } = Error(
        "ARZ0287", "An output of a workflow is unknown", "Workflow '{0}' has no output '{1}'{2}");

    public static DiagnosticDescriptor NeverHolds { get; } = Warning(
        "ARZ0288", "A criterion never holds", "'{0}' never holds{1}, whatever the answer is");

    public static DiagnosticDescriptor ActionNeverTried { get; } = Warning(
        "ARZ0289", "An action is never reached", "Action '{0}' is never reached: {1}");

    public static DiagnosticDescriptor CircularDependency { get; } = Error(
        "ARZ0290", "Steps depend on each other", "Step '{0}' depends on '{1}', which depends on it, so neither could be first");

    public static DiagnosticDescriptor RunsTooEarly { get; } = Warning(
        "ARZ0291", "A step may run before one that it depends on", "A way leads to step '{0}' on which '{1}' has not run, although it depends on it");

    public static DiagnosticDescriptor UndocumentedStatus { get; } = Info(
        "ARZ0292", "A status is not documented", "'{0}' holds for no answer that operation '{1}' documents ({2})");

    public static DiagnosticDescriptor UnusedParameter { get; } = Warning(
        "ARZ0293", "A parameter goes nowhere", "{0} '{1}'{2}, so the parameter is not passed on");

    public static DiagnosticDescriptor ParameterOfClient { get; } = Info(
        "ARZ0294", "The client gives a parameter",
        "Step '{0}' does not give the parameter '{1}' (in: {2}), which operation '{3}' requires, so the client has to: see ApiClientOptions.Parameters");
}
