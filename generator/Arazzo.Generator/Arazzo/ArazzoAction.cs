using System.Collections.Immutable;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo;

/// <summary>The Success Action Object and the Failure Action Object.</summary>
internal sealed class ArazzoAction : ArazzoObject
{
    public required ScalarNode Name { get; init; }

    /// <summary>
    /// A success action's <see cref="ArazzoActionType.Retry"/> is dialect: the step runs again after <see cref="RetryAfter"/>, at most <see cref="RetryLimit"/> times.
    /// </summary>
    public required ArazzoActionType Type { get; init; }

    /// <summary>A workflowId, or <c>$sourceDescriptions.name.workflowId</c>; never together with <see cref="StepId"/>.</summary>
    public ScalarNode? WorkflowId { get; init; }

    public ScalarNode? StepId { get; init; }

    /// <summary>Inputs of the workflow (1.1).</summary>
    public ImmutableArray<ArazzoReusable<ArazzoParameter>> Parameters { get; init; } = [];

    /// <summary>How long to wait before the next attempt.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Null: one.</summary>
    public int? RetryLimit { get; init; }

    /// <summary>All must hold; none: always.</summary>
    public ImmutableArray<ArazzoCriterion> Criteria { get; init; } = [];
}

internal enum ArazzoActionType
{
    End,
    Goto,
    Retry,
}
