namespace Arazzo.Generator.Model.Workflows;

/// <summary>A workflow: its class, and those of its inputs, outputs and credentials.</summary>
/// <param name="HintName">See <see cref="FileModel"/>.</param>
/// <param name="Visibility">Public or internal.</param>
/// <param name="Namespace">The C# namespace.</param>
/// <param name="Name">The C# name of the workflow's class.</param>
/// <param name="Id">The workflowId.</param>
/// <param name="Fingerprint">Stands for what the document says, so that a run is resumed only by the code that began it.</param>
/// <param name="Documentation">Its summary and description.</param>
/// <param name="Source">Where it comes from: <c>specs/arazzo/x.yml: inbox-draft-upload</c>.</param>
/// <param name="Clients">The clients that its steps call, in the order of their first use.</param>
/// <param name="Inputs">The class of the inputs.</param>
/// <param name="Outputs">The class of the outputs.</param>
/// <param name="Credentials">The class of the secrets; null when there are none.</param>
/// <param name="Steps">In the order in which they follow each other: workflows that come first, the document's steps, workflows that actions lead to.</param>
/// <param name="Patterns">The regular expressions of its conditions.</param>
/// <param name="HasJumps">Whether a step may run again, so that the code has to be a loop.</param>
internal sealed record WorkflowModel(
    string HintName,
    Visibility Visibility,
    string Namespace,
    string Name,
    string Id,
    string Fingerprint,
    string? Documentation,
    string Source,
    EquatableArray<WorkflowClientModel> Clients,
    WorkflowInputsModel Inputs,
    WorkflowOutputsModel Outputs,
    WorkflowCredentialsModel? Credentials,
    EquatableArray<StepModel> Steps,
    EquatableArray<PatternModel> Patterns,
    bool HasJumps) : FileModel(HintName);

/// <summary>A client that a workflow calls.</summary>
/// <param name="Namespace">Of its class.</param>
/// <param name="Name">The name of its class.</param>
/// <param name="Variable">The parameter's name, ready to print.</param>
/// <param name="Field">The field's name.</param>
internal sealed record WorkflowClientModel(string Namespace, string Name, string Variable, string Field);

/// <summary>The class of a workflow's inputs.</summary>
internal sealed record WorkflowInputsModel(string Name, string? Documentation, EquatableArray<WorkflowInputModel> Items);

/// <summary>An input.</summary>
/// <param name="DocumentName">Its name in the document.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Type">Its type; nullable when it may be left out and has no default.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Default">What it is when it is not given, or null.</param>
/// <param name="IsSecret">Whether it must not be stored or shown.</param>
/// <param name="Documentation">Its description.</param>
internal sealed record WorkflowInputModel(
    string DocumentName, string Name, TypeReference Type, bool IsRequired, ValueModel? Default, bool IsSecret, string? Documentation);

/// <summary>The class of what a run needs and a checkpoint must not hold.</summary>
internal sealed record WorkflowCredentialsModel(string Name, EquatableArray<WorkflowCredentialModel> Items);

/// <summary>A secret.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Variable">The name as that of a parameter.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Input">The input that it is, or null.</param>
/// <param name="Field">The field of the run's state that it is, or null.</param>
/// <param name="IsCalled">Whether the field is there only for a workflow that a step calls.</param>
/// <param name="Documentation">Its description.</param>
internal sealed record WorkflowCredentialModel(string Name, string Variable, TypeReference Type, bool IsRequired, string? Input, string? Field, bool IsCalled, string? Documentation)
{
    /// <summary>What it is when it is not given, or null.</summary>
    public ValueModel? Default { get; init; }
}

/// <summary>The class of a workflow's outputs.</summary>
internal sealed record WorkflowOutputsModel(string Name, EquatableArray<WorkflowOutputModel> Items);

/// <summary>An output of a workflow.</summary>
/// <param name="DocumentName">Its name in the document.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Type">Its type, nullable.</param>
/// <param name="Value">Where it comes from; null when only a workflow yields it that an action leads to.</param>
internal sealed record WorkflowOutputModel(string DocumentName, string Name, TypeReference Type, ValueModel? Value);

/// <summary>A regular expression.</summary>
/// <param name="Name">The C# name of its member.</param>
/// <param name="Text">In the form of .NET.</param>
/// <param name="IsLinear">Whether it needs no backtracking.</param>
internal sealed record PatternModel(string Name, string Text, bool IsLinear);
