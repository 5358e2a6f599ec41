using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Runtime;

/// <summary>Where a run stands: in a checkpoint, and beside it what only memory has.</summary>
/// <param name="checkpoint">The checkpoint.</param>
/// <param name="state">The values, with secrets; null when they are those that the checkpoint holds.</param>
/// <param name="called">The same of the workflow that it called last, when it has ended with that.</param>
internal sealed class WorkflowPlace(WorkflowCheckpoint checkpoint, WorkflowState? state = null, WorkflowPlace? called = null)
{
    public WorkflowCheckpoint Checkpoint { get; } = checkpoint;

    public WorkflowState? State { get; } = state;

    /// <summary>Where the workflow stands that its next step calls; null when that has not begun.</summary>
    public WorkflowPlace? Called { get; } = called ?? (checkpoint.Called is { } inner ? new(inner) : null);

    /// <summary>Whether there are values that the checkpoint does not hold.</summary>
    public bool HasSecrets => State is { HasSecrets: true } || Called is { HasSecrets: true };
}
