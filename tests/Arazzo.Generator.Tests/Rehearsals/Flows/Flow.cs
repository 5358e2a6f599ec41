using System.Text.Json.Nodes;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Generator.Tests.Rehearsals.Schemas;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>A workflow as its document has it, references to components followed.</summary>
internal sealed record Flow(Spec Document, string Id, Spec? Inputs, IReadOnlyList<FlowStep> Steps, IReadOnlyDictionary<string, JsonNode?> Outputs, IReadOnlyList<Api> Apis)
{
    /// <summary>The workflows of the project.</summary>
    public required IReadOnlyList<Flow> All { get; init; }

    /// <summary>The workflows that run before it.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    public IEnumerable<string> InputNames => (Inputs?.Together() ?? []).SelectMany(static part => part.Raw("properties")?.Members ?? []).Select(static property => property.Name);

    public bool Equals(Flow? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    /// <summary>The workflow that a reference names, of this document rather than of another.</summary>
    public Flow? Find(string reference) => reference.Split('.')[^1] is var id
        ? All.FirstOrDefault(other => other.Id == id && other.Document.File == Document.File) ?? All.FirstOrDefault(other => other.Id == id)
        : null;

    public FlowStep? Step(string id) => Steps.FirstOrDefault(step => step.Id == id);

    public FlowStep? After(FlowStep step) => Steps.SkipWhile(other => other != step).ElementAtOrDefault(1);

    public override string ToString() => $"{Path.GetFileName(Document.File)}: {Id}";
}

/// <summary>A step.</summary>
internal sealed record FlowStep(
    string Id,
    ApiOperation? Operation,
    string? WorkflowId,
    IReadOnlyList<FlowParameter> Parameters,
    Spec? Body,
    IReadOnlyList<FlowCriterion> Criteria,
    IReadOnlyList<FlowAction> OnSuccess,
    IReadOnlyList<FlowAction> OnFailure,
    IReadOnlyDictionary<string, JsonNode?> Outputs)
{
    /// <summary>How long an answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    public IReadOnlyList<FlowAction> Actions(bool isFailure) => isFailure ? OnFailure : OnSuccess;

    public bool Equals(FlowStep? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

internal sealed record FlowParameter(string Name, string? In, JsonNode? Value);

internal sealed record FlowCriterion(string Condition, string? Context, string Type);

internal sealed record FlowAction(string Name, string Type, string? StepId, string? WorkflowId, int Limit, double Seconds, IReadOnlyList<FlowCriterion> Criteria, IReadOnlyList<FlowParameter> Parameters);
