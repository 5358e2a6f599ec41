using System.Collections.ObjectModel;

namespace Arazzo.Runtime;

/// <summary>Something that happened in a run.</summary>
public sealed class WorkflowProgress
{
    internal WorkflowProgress(WorkflowProgressKind kind, string workflowId, string runId, string step, TimeSpan elapsed, string? description)
    {
        Kind = kind;
        WorkflowId = workflowId;
        RunId = runId;
        Step = step;
        Elapsed = elapsed;
        Description = description;
    }

    /// <summary>What happened.</summary>
    public WorkflowProgressKind Kind { get; }

    /// <summary>The workflow, as the document names it.</summary>
    public string WorkflowId { get; }

    /// <summary>The run.</summary>
    public string RunId { get; }

    /// <summary>The step, as the document names it.</summary>
    public string Step { get; }

    /// <summary>
    /// What the document says of the step, in one line of some 200 characters at most; of a step that the document does not have, because it is the call of a workflow that an action leads
    /// to or that comes first, what it does. Null when there is nothing to say.
    /// </summary>
    public string? Description { get; }

    /// <summary>The time since the run was started or resumed.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>The action that decides what comes next, as the document names it; null when none did.</summary>
    public string? Action { get; internal init; }

    /// <summary>The answer's HTTP status when a step ended; null otherwise, and when no answer came.</summary>
    public int? StatusCode { get; internal init; }

    /// <summary>The step's outputs as text when it ended, without secrets and without those that are missing.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; internal init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>How long the run waits; zero when it does not.</summary>
    public TimeSpan Delay { get; internal init; }

    /// <summary>Which wait of this polling loop, or which further attempt, it is, counted from 1; 0 otherwise.</summary>
    public int Attempt { get; internal init; }

    /// <summary>One line for a log.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => Kind switch
    {
        WorkflowProgressKind.StepStarted => $"{WorkflowId}/{Step} started",
        WorkflowProgressKind.StepEnded => $"{WorkflowId}/{Step} ended: {(StatusCode is { } status ? FormattableString.Invariant($"{status}") : "no answer")}{Described()}",
        WorkflowProgressKind.Waiting => FormattableString.Invariant($"{WorkflowId}/{Step} waits {Delay.TotalSeconds:0.###} s ({Action}, {Attempt})"),
        _ => $"{WorkflowId} ended{(Action is null ? "" : $" ({Action})")}",
    };

    private string Described() => Outputs.Count == 0 ? "" : ", " + string.Join(", ", Outputs.Select(static output => $"{output.Key}: {output.Value}"));
}
