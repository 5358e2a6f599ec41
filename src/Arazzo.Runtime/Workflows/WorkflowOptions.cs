namespace Arazzo.Runtime;

/// <summary>What a caller may decide about a run of a workflow. Nothing has to be set.</summary>
public sealed class WorkflowOptions
{
    /// <summary>How the run waits while it polls.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public PollingOptions Polling
    {
        get;
        set => field = value ?? throw new ArgumentNullException(nameof(value));
    } = new();

    /// <summary>Hears of each step as it starts and ends, of waits, and of the end.</summary>
    public IProgress<WorkflowProgress>? Progress { get; set; }

    /// <summary>
    /// Takes a checkpoint after every step, and before a step is sent that is not safe to repeat, to store it. The run goes on when it returns, so
    /// a run can be resumed from the last checkpoint stored, on another machine too. Secrets are not in it.
    /// </summary>
    public Func<WorkflowCheckpoint, CancellationToken, ValueTask>? Checkpoint { get; set; }

    /// <summary>The clock of waits and timeouts.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public TimeProvider TimeProvider
    {
        get;
        set => field = value ?? throw new ArgumentNullException(nameof(value));
    } = TimeProvider.System;
}
