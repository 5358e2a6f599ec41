using System.Collections.Immutable;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo;

/// <summary>The Step Object. In a sound workflow exactly one of the four targets is set.</summary>
internal sealed class ArazzoStep : ArazzoObject
{
    public required ScalarNode StepId { get; init; }

    public ScalarNode? Description { get; init; }

    /// <summary>An operationId, or <c>$sourceDescriptions.name.operationId</c>.</summary>
    public ScalarNode? OperationId { get; init; }

    /// <summary><c>{$sourceDescriptions.name.url}#/paths/~1pets/get</c>; in the dialect also <c>name#/paths/...</c>.</summary>
    public ScalarNode? OperationPath { get; init; }

    /// <summary>A workflowId, or <c>$sourceDescriptions.name.workflowId</c>.</summary>
    public ScalarNode? WorkflowId { get; init; }

    /// <summary>AsyncAPI (1.1); reported as not supported.</summary>
    public ScalarNode? ChannelPath { get; init; }

    public ImmutableArray<ArazzoReusable<ArazzoParameter>> Parameters { get; init; } = [];

    public ArazzoRequestBody? RequestBody { get; init; }

    public ImmutableArray<ArazzoCriterion> SuccessCriteria { get; init; } = [];

    public ImmutableArray<ArazzoReusable<ArazzoAction>> OnSuccess { get; init; } = [];

    public ImmutableArray<ArazzoReusable<ArazzoAction>> OnFailure { get; init; } = [];

    public ImmutableArray<ArazzoOutput> Outputs { get; init; } = [];

    /// <summary>How long one attempt may take (1.1).</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Ids of steps, <c>$workflows.id.steps.id</c> or <c>$sourceDescriptions.name.id.steps.id</c> (1.1).</summary>
    public ImmutableArray<ScalarNode> DependsOn { get; init; } = [];
}
