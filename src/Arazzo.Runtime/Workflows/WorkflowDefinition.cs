using System.ComponentModel;
using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>What the runtime has to know of a generated workflow.</summary>
/// <param name="id">The workflow, as the document names it.</param>
/// <param name="fingerprint">Stands for what the document says, so that a checkpoint of another version is recognised.</param>
/// <param name="steps">The steps, as the document names them, in its order.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WorkflowDefinition(string id, string fingerprint, params string[] steps)
{
    internal string Id { get; } = id;

    internal string Fingerprint { get; } = fingerprint;

    /// <summary>What the document says of a step, in one line; null when it says nothing.</summary>
    public Func<string, string?>? Describe { get; init; }

    internal string FirstStep { get; } = steps[0];

    /// <summary>Checks that a checkpoint is one of this workflow and can be resumed.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <returns>The state that it holds.</returns>
    /// <exception cref="WorkflowCheckpointException">It belongs to another workflow or to another version of the document.</exception>
    /// <exception cref="WorkflowOutcomeUnknownException">A step that is not safe to repeat was being sent.</exception>
    public JsonElement Open(WorkflowCheckpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        if (checkpoint.WorkflowId != Id)
        {
            throw new WorkflowCheckpointException(
                $"The checkpoint is one of workflow '{checkpoint.WorkflowId}', not of '{Id}'. Resume it with its own workflow.", checkpoint);
        }
        if (checkpoint.Fingerprint != Fingerprint)
        {
            throw new WorkflowCheckpointException(
                $"The checkpoint was made by another version of workflow '{Id}', or of one that it calls. Resume it with the version that made it, or start a new run.", checkpoint);
        }
        if (checkpoint.NextStep is { } next ? Array.IndexOf(steps, next) < 0 : checkpoint.EndStep is null)
        {
            throw new WorkflowCheckpointException($"The checkpoint is damaged: workflow '{Id}' has no step '{checkpoint.NextStep}'.", checkpoint);
        }
        return checkpoint.IsInFlight ? throw InFlight(checkpoint) : checkpoint.State;
    }

    private static WorkflowOutcomeUnknownException InFlight(WorkflowCheckpoint checkpoint)
    {
        var place = checkpoint;
        while (place is { IsSending: false, Called: { } called })
        {
            place = called;
        }
        return new(
            $"Workflow '{place.WorkflowId}' stopped while step '{place.NextStep}' was being sent. The step is not safe to repeat, and whether it was carried out is not known, "
            + "so it is not sent again. Find out at the server; if it was not carried out, resume from checkpoint.AsNotSent().",
            place.WorkflowId, place.NextStep!, checkpoint, null);
    }
}
