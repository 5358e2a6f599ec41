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

    /// <summary>The secrets that the workflow was given.</summary>
    /// <param name="run">The values of the whole run.</param>
    public object?[] SecretInputs(WorkflowState run)
    {
        if (State is not null)
        {
            return State.SecretInputs;
        }
        var known = run.SecretInputs;
        return [.. (Checkpoint.Secrets ?? []).Select(index => index >= 0 && index < known.Length ? known[index] : null)];
    }

    /// <summary>The place without what only memory has; null when a run that is resumed could not tell which secrets it was given.</summary>
    /// <param name="run">The values of the whole run.</param>
    public WorkflowCheckpoint? ToCheckpoint(WorkflowState run)
    {
        if (State is null)
        {
            return Checkpoint;
        }
        var known = run.SecretInputs;
        var secrets = Array.ConvertAll(State.SecretInputs, secret => secret is null ? -1 : Array.FindIndex(known, other => secret.Equals(other)));
        return secrets.Index().All(item => item.Item >= 0 || State.SecretInputs[item.Index] is null) ? Checkpoint.With(secrets) : null;
    }

    /// <summary>Whether there are values that the checkpoint does not hold.</summary>
    public bool HasSecrets => State is { HasSecrets: true } || Called is { HasSecrets: true };
}
