using System.ComponentModel;
using System.Diagnostics;

namespace Arazzo.Runtime.CompilerServices;

/// <summary>A run of a generated workflow: which step is next, and all that every workflow needs.</summary>
/// <remarks>The generated code sends a step, judges the answer, and ends the step with exactly one of the methods that move the run on.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class WorkflowRun : IDisposable
{
    // Never handed out.
    private static readonly WorkflowOptions DefaultOptions = new();

    private readonly WorkflowDefinition _definition;
    private readonly WorkflowState _state;
    private readonly WorkflowOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly long _started;
    private readonly string _runId;
    private long? _stepStarted;
    private string? _endStep;
    private string? _endAction;

    // The run that this one has gone on to for good.
    private WorkflowRun? _successor;
    private bool _isFailure;
    private bool _isInFlight;
    private int _status;
    private DateTimeOffset? _due;

    // Whether the answer is known of a step that the last checkpoint says to be in flight.
    private bool _isOutdated;
    private string _outcome = "failed";

    // Of the outermost run: whether it began at a checkpoint, which has no secrets.
    private bool _isResumed;

    // Failed steps that have their turn again once the step has run that their retry refers to, the last one first.
    private Stack<string>? _returnSteps;
    private Dictionary<string, int>? _attempts;
    private List<PollingLoop>? _loops;
    private Activity? _activity;
    private Activity? _stepActivity;

    // Of the step that is being judged.
    private ApiResponse? _answer;

    private WorkflowRun(
        WorkflowDefinition definition, WorkflowState state, string runId, WorkflowOptions options, CancellationToken cancellationToken)
    {
        _definition = definition;
        _state = state;
        _options = options;
        _cancellationToken = cancellationToken;
        _started = options.TimeProvider.GetTimestamp();
        _runId = runId;
        Next = definition.FirstStep;
    }

    /// <summary>The step to execute; null when the run has ended.</summary>
    public string? Next { get; private set; }

    /// <summary>Starts a run at the first step.</summary>
    /// <param name="definition">The workflow.</param>
    /// <param name="state">The values of the run.</param>
    /// <param name="options">What the caller decides.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The run.</returns>
    public static WorkflowRun Start(
        WorkflowDefinition definition, WorkflowState state, WorkflowOptions? options, CancellationToken cancellationToken)
    {
        options ??= DefaultOptions;
        return new(definition, state, WorkflowRunId.Create(options.TimeProvider), options, cancellationToken);
    }

    /// <summary>Goes on with a run from a checkpoint that <see cref="WorkflowDefinition.Open"/> has checked, once its next step is due.</summary>
    /// <param name="definition">The workflow.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="state">The values of the run, read from the checkpoint.</param>
    /// <param name="options">What the caller decides.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The run.</returns>
    public static async ValueTask<WorkflowRun> ResumeAsync(
        WorkflowDefinition definition, WorkflowCheckpoint checkpoint, WorkflowState state, WorkflowOptions? options, CancellationToken cancellationToken)
    {
        var run = new WorkflowRun(definition, state, checkpoint.RunId, options ?? DefaultOptions, cancellationToken);
        run.GoOn(new(checkpoint));
        run._isResumed = true;
        if (checkpoint.NotBefore - run._options.TimeProvider.GetUtcNow() is { } delay && delay > TimeSpan.Zero)
        {
            await run.WaitAsync(run.Next!, null, delay, 0).ConfigureAwait(false);
        }
        return run;
    }

    private void GoOn(WorkflowPlace place)
    {
        var checkpoint = place.Checkpoint;
        Next = checkpoint.NextStep;
        _endStep = checkpoint.EndStep;
        _endAction = checkpoint.EndAction;
        _isFailure = checkpoint.IsFailure;
        _status = checkpoint.Status;
        _returnSteps = checkpoint.ReturnSteps is { } steps ? new(steps) : null;
        _loops = Loops(checkpoint);
        _attempts = checkpoint.Attempts is { } attempts ? new(attempts, StringComparer.Ordinal) : null;
        _called = place.Called;
        _done = checkpoint.Done?.Select(static end => new WorkflowPlace(end)).ToList();
    }

    /// <summary>The polls that go on with the time that they have left. What is left of a wait is time that they have yet to take.</summary>
    private List<PollingLoop>? Loops(WorkflowCheckpoint checkpoint)
    {
        if (checkpoint.Polls is not { } polls)
        {
            return null;
        }
        var rest = checkpoint.Due - _options.TimeProvider.GetUtcNow() is { } wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        return [.. polls.Select(poll => new PollingLoop(
            poll.Step, poll.Action, _options.Polling, _options.TimeProvider, poll.Rounds, poll.Elapsed > rest ? poll.Elapsed - rest : TimeSpan.Zero))];
    }

    /// <summary>Opens the run's span.</summary>
    /// <returns>The run, to dispose of when the workflow's method ends.</returns>
    public WorkflowRun Begin()
    {
        if (!_isOver)
        {
            _activity = WorkflowTelemetry.StartRun(_definition.Id, _runId);
        }
        return this;
    }

    /// <summary>Closes the run's span.</summary>
    public void Dispose()
    {
        if (_outcome == "failed" && _cancellationToken.IsCancellationRequested)
        {
            _outcome = "canceled";
        }
        _stepActivity?.Dispose();
        if (!_isOver)
        {
            WorkflowTelemetry.EndRun(_activity, _definition.Id, _outcome, _options.TimeProvider, _started);
        }
    }

    /// <summary>Waits for the workflow's method, and says which step a value does not fit.</summary>
    /// <param name="execution">The method.</param>
    /// <typeparam name="TOutputs">The type of the outputs.</typeparam>
    /// <returns>The method's result.</returns>
    /// <exception cref="WorkflowStepFailedException">A value cannot be converted to what its place wants.</exception>
    public Task<WorkflowResult<TOutputs>> CompleteAsync<TOutputs>(Task<WorkflowResult<TOutputs>> execution) =>
        execution.IsCompletedSuccessfully ? execution : AwaitAsync(execution);

    private async Task<WorkflowResult<TOutputs>> AwaitAsync<TOutputs>(Task<WorkflowResult<TOutputs>> execution)
    {
        try
        {
            return await execution.ConfigureAwait(false);
        }
        catch (WorkflowStepFailedException exception) when (_isOutdated && exception.Checkpoint is not null && _options.Checkpoint is { } store)
        {
            // Not before now: a failure that a caller's action cares for must not be stored as something to try again.
            await store(exception.Checkpoint, _cancellationToken).ConfigureAwait(false);
            throw;
        }
        catch (WorkflowConversionException exception)
        {
            var step = Next ?? _endStep!;
            throw new WorkflowStepFailedException(
                $"{Title} cannot go on at step '{step}': {exception.Message} Correct the input, or look at the answer, that the value comes from.",
                _definition.Id, step, Snapshot(), null, null);
        }
    }

    /// <summary>Makes the result once there is no next step.</summary>
    /// <param name="outputs">The workflow's outputs.</param>
    /// <typeparam name="TOutputs">Their type.</typeparam>
    /// <returns>The result.</returns>
    public WorkflowResult<TOutputs> Result<TOutputs>(TOutputs outputs)
    {
        var step = _endStep!;
        _outcome = _isFailure ? "failed" : "ended";
        if (_caller is null)
        {
            // Of a workflow that a step calls, the end of that step tells.
            _options.Progress?.Report(new(WorkflowProgressKind.Ended, _definition.Id, _runId, step, Elapsed, Said(step)) { Action = _endAction });
        }
        return new(outputs, _runId, EndWorkflow, step, _endAction, _isFailure);
    }

    private string EndWorkflow => _successor?.EndWorkflow ?? _definition.Id;

    private TimeSpan Elapsed => _options.TimeProvider.GetElapsedTime(_started);

    /// <summary>The whole run: of a workflow that a step calls, it is a part of that of the caller.</summary>
    private WorkflowCheckpoint Snapshot(WorkflowCheckpoint? called = null) => _caller is null ? Own(called) : _caller.Snapshot(Own(called));

    private WorkflowCheckpoint Own(WorkflowCheckpoint? called) => new(_definition.Id, _definition.Fingerprint, _runId)
    {
        NextStep = Next,
        IsSending = _isInFlight,
        Due = _due,
        EndStep = _endStep,
        EndAction = _endAction,
        IsFailure = _isFailure,
        Status = _caller is not null && Next is null ? _status : 0,
        ReturnSteps = _returnSteps is { Count: > 0 } steps ? [.. steps.Reverse()] : null,
        Attempts = _attempts is { Count: > 0 } attempts ? new Dictionary<string, int>(attempts, StringComparer.Ordinal) : null,
        Polls = _loops is { Count: > 0 } loops ? loops.ConvertAll(Poll) : null,
        Called = called,
        // One that yields a secret, which a checkpoint never holds, has to run again, and one that was given a secret which a resumed run does not know.
        Done = _done?.Where(static done => !done.HasSecrets).Select(done => done.ToCheckpoint(_state)).OfType<WorkflowCheckpoint>().ToArray(),
        State = _state.ToJson(),
    };

    private PollingState Poll(PollingLoop loop)
    {
        var wait = _due - _options.TimeProvider.GetUtcNow() ?? TimeSpan.Zero;
        return new(loop.Step, loop.Action, loop.Count, loop.Elapsed + (wait > TimeSpan.Zero ? wait : TimeSpan.Zero));
    }

    private ValueTask StoreAsync()
    {
        Outermost._isOutdated = false;
        return _options.Checkpoint is { } store ? store(Snapshot(), _cancellationToken) : default;
    }
}
