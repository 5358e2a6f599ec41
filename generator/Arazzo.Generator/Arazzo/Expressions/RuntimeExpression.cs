namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>A runtime expression (Arazzo 1.1, section Runtime Expressions).</summary>
/// <param name="Text">As written, without braces.</param>
internal abstract record RuntimeExpression(string Text);

/// <summary><c>$url</c>.</summary>
internal sealed record UrlExpression(string Text) : RuntimeExpression(Text);

/// <summary><c>$method</c>.</summary>
internal sealed record MethodExpression(string Text) : RuntimeExpression(Text);

/// <summary><c>$statusCode</c>, a number.</summary>
internal sealed record StatusCodeExpression(string Text) : RuntimeExpression(Text);

/// <summary><c>$self</c>: the document's URI.</summary>
internal sealed record SelfExpression(string Text) : RuntimeExpression(Text);

/// <summary><c>$request.header.name</c>, <c>$response.query.name</c>, <c>$message.header.name</c> and their like.</summary>
/// <param name="Name">Of a header without case.</param>
internal sealed record FieldExpression(string Text, MessageKind Message, FieldLocation Location, string Name) : RuntimeExpression(Text);

/// <summary><c>$response.body</c>, <c>$response.body#/pointer</c>, <c>$response.body.a[0].b</c>, and the same with <c>payload</c>.</summary>
/// <param name="Value">What of the body; <see cref="ValueReference.Path"/> is what follows <c>body</c>, with its first dot or bracket.</param>
internal sealed record BodyExpression(string Text, MessageKind Message, ValueReference Value) : RuntimeExpression(Text);

/// <summary><c>$inputs.name</c>.</summary>
internal sealed record InputExpression(string Text, ValueReference Value) : RuntimeExpression(Text);

/// <summary><c>$inputs</c>: all inputs as an object (dialect).</summary>
internal sealed record InputsExpression(string Text) : RuntimeExpression(Text);

/// <summary><c>$outputs.name</c>: of the workflow itself, or of the workflow that the step calls.</summary>
internal sealed record OutputExpression(string Text, ValueReference Value) : RuntimeExpression(Text);

/// <summary><c>$steps.id.outputs.name</c>.</summary>
internal sealed record StepOutputExpression(string Text, string StepId, ValueReference Value) : RuntimeExpression(Text);

/// <summary><c>$steps.id.outputs</c>: all outputs of a step as an object (dialect).</summary>
internal sealed record StepOutputsExpression(string Text, string StepId) : RuntimeExpression(Text);

/// <summary><c>$outputs</c>: all outputs of the workflow that the step calls (dialect).</summary>
internal sealed record OutputsExpression(string Text) : RuntimeExpression(Text);

/// <summary><c>$workflows.id.inputs.name</c>.</summary>
internal sealed record WorkflowInputExpression(string Text, string WorkflowId, ValueReference Value) : RuntimeExpression(Text);

/// <summary><c>$workflows.id.outputs.name</c>.</summary>
internal sealed record WorkflowOutputExpression(string Text, string WorkflowId, ValueReference Value) : RuntimeExpression(Text);

/// <summary><c>$workflows.id.steps.id</c>, only in <c>dependsOn</c>.</summary>
internal sealed record WorkflowStepExpression(string Text, string WorkflowId, string StepId) : RuntimeExpression(Text);

/// <summary><c>$sourceDescriptions.name.reference</c>: an operationId, else a workflowId, else a field of the source description.</summary>
/// <param name="Reference">Everything after the source's name: operationIds may hold dots and slashes.</param>
internal sealed record SourceDescriptionExpression(string Text, string SourceName, string Reference) : RuntimeExpression(Text);

/// <summary><c>$components.parameters.key</c>, <c>$components.successActions.key</c>, <c>$components.failureActions.key</c>.</summary>
internal sealed record ComponentExpression(string Text, ComponentKind Kind, string Key) : RuntimeExpression(Text);

internal enum MessageKind
{
    Request,
    Response,

    /// <summary>AsyncAPI (1.1).</summary>
    Message,
}

internal enum FieldLocation
{
    Header,
    Query,
    Path,
}

internal enum ComponentKind
{
    Parameters,
    SuccessActions,
    FailureActions,
}
