using System.Collections.Immutable;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo;

/// <summary>The Workflow Object.</summary>
internal sealed class ArazzoWorkflow : ArazzoObject
{
    public required ScalarNode WorkflowId { get; init; }

    public ScalarNode? Summary { get; init; }

    public ScalarNode? Description { get; init; }

    /// <summary>A JSON Schema 2020-12, or a <c>$ref</c> to one.</summary>
    public Node? Inputs { get; init; }

    /// <summary>Ids of workflows, or <c>$sourceDescriptions.name.workflowId</c>.</summary>
    public ImmutableArray<ScalarNode> DependsOn { get; init; } = [];

    /// <summary>Ids are unique.</summary>
    public ImmutableArray<ArazzoStep> Steps { get; init; } = [];

    public ImmutableArray<ArazzoReusable<ArazzoAction>> SuccessActions { get; init; } = [];

    public ImmutableArray<ArazzoReusable<ArazzoAction>> FailureActions { get; init; } = [];

    public ImmutableArray<ArazzoOutput> Outputs { get; init; } = [];

    public ImmutableArray<ArazzoReusable<ArazzoParameter>> Parameters { get; init; } = [];

    /// <summary>False when something inside could not be read or is not supported; a diagnostic says what. Such a workflow must not be generated.</summary>
    public required bool IsSound { get; init; }
}

/// <summary>An entry of <c>outputs</c>.</summary>
/// <param name="Name">The key.</param>
/// <param name="Value">A scalar with a runtime expression, or the mapping of <paramref name="Selector"/>.</param>
/// <param name="Selector">The value when it is a Selector Object (1.1).</param>
internal sealed record ArazzoOutput(ScalarNode Name, Node Value, ArazzoSelector? Selector);

/// <summary>Either the object itself or a Reusable Object that refers to one in <see cref="ArazzoComponents"/>; exactly one is not null.</summary>
internal sealed record ArazzoReusable<T>(T? Object, ArazzoReference? Reference)
    where T : ArazzoObject;

/// <summary>The Reusable Object.</summary>
internal sealed class ArazzoReference : ArazzoObject
{
    /// <summary>A runtime expression <c>$components.parameters.key</c>, <c>.successActions.</c> or <c>.failureActions.</c>.</summary>
    public required ScalarNode Reference { get; init; }

    /// <summary>Takes the place of the parameter's value.</summary>
    public Node? Value { get; init; }
}
