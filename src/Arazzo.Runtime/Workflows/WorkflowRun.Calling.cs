using System.Text.Json;

namespace Arazzo.Runtime.CompilerServices;

/// <content>Workflows that steps call: runs inside of a run, with its id, options and checkpoints.</content>
public sealed partial class WorkflowRun
{
    private readonly WorkflowRun? _caller;
    private readonly CallDeadline? _deadline;

    // Of the run that is resumed: where the workflow stands that the next step calls.
    private WorkflowPlace? _called;

    // Of the outermost run: the ends of the workflows that others depend on and that have run.
    private List<WorkflowPlace>? _done;

    // Whether it is one of them.
    private bool _isDependency;

    // Whether it is one of them that is needed once more, or what that went on to: only its outputs are of interest, and nothing is told of it.
    private bool _isOver;

    private WorkflowRun(WorkflowDefinition definition, WorkflowState state, WorkflowRun caller, TimeSpan? timeout)
    {
        _definition = definition;
        _state = state;
        _options = caller._options;
        _cancellationToken = caller._cancellationToken;
        _started = caller._started;
        _runId = caller._runId;
        _caller = caller;
        _deadline = timeout is { } limit ? CallDeadline.Earlier(caller._deadline, new(caller.Next!, limit, _options.TimeProvider)) : caller._deadline;
        Next = definition.FirstStep;
    }

    /// <summary>Whether this run was stopped inside of the workflow that the next step calls. Secrets of then are not those of a call that begins.</summary>
    public bool GoesOnInside => _called is not null;

    /// <summary>Starts the workflow that the next step calls; goes on with it when this run was stopped inside of it.</summary>
    /// <param name="definition">The workflow.</param>
    /// <param name="state">The values of its run; those of the run that has been, when the workflow has run before.</param>
    /// <param name="timeout">The step's time limit.</param>
    /// <param name="once">Whether the caller depends on the workflow, so that it need not run again with the same inputs.</param>
    /// <typeparam name="TState">The class of the values.</typeparam>
    /// <returns>Its run.</returns>
    public WorkflowRun Call<TState>(WorkflowDefinition definition, ref TState state, TimeSpan? timeout = null, bool once = false)
        where TState : WorkflowState
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (!_isOver)
        {
            var step = Next!;
            StartStepClock();
            _options.Progress?.Report(new(WorkflowProgressKind.StepStarted, _definition.Id, _runId, step, Elapsed, Said(step)));
            _stepActivity = WorkflowTelemetry.StartStep(_definition.Id, step, _runId);
        }
        var done = once && _called is null ? Outermost.Find(definition, state) : null;
        var place = done ?? _called;
        _called = null;
        state = place?.State as TState ?? state;
        var run = new WorkflowRun(definition, state, this, timeout) { _isDependency = once && done is null, _isOver = _isOver || done is not null };
        if (place is not null)
        {
            if (place.State is null)
            {
                state.Restore(definition.Open(place.Checkpoint));
            }
            run.GoOn(place);
        }
        return run;
    }

    /// <summary>Waits for the method of a workflow that a step calls.</summary>
    /// <param name="execution">The method.</param>
    /// <typeparam name="TOutputs">The type of the outputs.</typeparam>
    /// <returns>What the workflow came to; that one of its steps failed is for the calling step to judge.</returns>
    public async Task<WorkflowAnswer<TOutputs>> ReturnAsync<TOutputs>(Task<WorkflowResult<TOutputs>> execution)
        where TOutputs : class
    {
        try
        {
            var result = await CompleteAsync(execution).ConfigureAwait(false);
            if (_isDependency && !result.IsFailure)
            {
                (Outermost._done ??= []).Add(End());
            }
            return new(result, this, _status);
        }
        catch (WorkflowStepFailedException exception)
        {
            return new(_definition.Id, exception, exception.Response?.StatusCode ?? 0);
        }
    }

    /// <summary>Whether a step with success criteria can be judged by them.</summary>
    /// <param name="answer">What the workflow that it calls came to.</param>
    /// <returns>Null; or, when the workflow broke off, the empty text, as no condition is to blame.</returns>
    public static string? Unanswered(WorkflowAnswer answer) => answer.Failure is null ? null : "";

    /// <summary>Judges a step by a success criterion.</summary>
    /// <param name="_">What the workflow that it calls came to, which has not broken off.</param>
    /// <param name="holds">Whether the criterion holds.</param>
    /// <param name="condition">The criterion, as the document writes it.</param>
    /// <returns>Null when it holds, else the criterion.</returns>
    public static string? Unmet(WorkflowAnswer _, bool holds, string condition) => holds ? null : condition;

    /// <summary>Whether a step without success criteria succeeded: the workflow that it calls ended, and not by a failure action.</summary>
    /// <param name="answer">What the workflow came to.</param>
    /// <returns>Null; or, when it failed, the empty text, as no condition is to blame.</returns>
    public static string? Unsuccessful(WorkflowAnswer answer) => answer.IsFailure ? "" : null;

    /// <summary>Ends a step whose workflow failed, and that no failure action cares for.</summary>
    /// <param name="step">The step.</param>
    /// <param name="answer">What the workflow came to.</param>
    /// <param name="condition">The condition that did not hold; empty when none is to blame.</param>
    /// <returns>The exception to throw.</returns>
    public ValueTask<WorkflowStepFailedException> FailedAsync(string step, WorkflowAnswer answer, string condition)
    {
        ReportEnd(step, answer, null);
        EndStep(step, answer.StatusCode, "failed");
        if (answer.Failure is { } failure)
        {
            return new(failure);
        }
        var cause = condition.Length == 0 ? "ended by a failure action." : $"ended, but '{condition}' does not hold.";
        return new(new WorkflowStepFailedException(
            $"{Title} failed at step '{step}': workflow '{answer.WorkflowId}' {cause}{Quoted(step)} Remove the cause, then resume from Checkpoint, which calls it again, or start a new run.",
            _definition.Id, step, Snapshot(), condition.Length == 0 ? null : condition, null));
    }

    /// <summary>Goes back to a failed step, once the workflow has run that its retry refers to.</summary>
    /// <param name="step">The step that called the workflow.</param>
    /// <param name="answer">What that came to.</param>
    /// <returns>When the checkpoint is stored.</returns>
    public ValueTask GoBackAsync(string step, StepAnswer answer) => ContinueAsync(step, answer, _returnSteps!.Peek());

    /// <summary>Makes the result of a run that has gone to another workflow for good.</summary>
    /// <param name="answer">What that workflow came to.</param>
    /// <param name="outputs">The outputs, taken from it.</param>
    /// <typeparam name="TOutputs">Their type.</typeparam>
    /// <typeparam name="TTarget">The type of that workflow's outputs.</typeparam>
    /// <returns>The result.</returns>
    /// <exception cref="WorkflowStepFailedException">That workflow broke off.</exception>
    public WorkflowResult<TOutputs> Result<TOutputs, TTarget>(WorkflowAnswer<TTarget> answer, TOutputs outputs)
        where TTarget : class
    {
        var step = Next!;
        if (!_isOver)
        {
            ReportEnd(step, answer, null);
        }
        EndStep(step, answer.StatusCode, answer.Failure is null ? "ended" : "failed");
        var result = answer.Result ?? throw answer.Failure!;
        _endStep = result.Step;
        _endAction = result.Action;
        _successor = answer.Run;
        _isFailure = result.IsFailure;
        return Result(outputs);
    }

    /// <summary>Where it has ended, and what it has gone on to.</summary>
    private WorkflowPlace End()
    {
        var successor = _successor?.End();
        return new(Own(successor?.Checkpoint), _state, successor);
    }

    private WorkflowRun Outermost => _caller?.Outermost ?? this;

    /// <summary>A run of a workflow that has been, with the same inputs.</summary>
    private WorkflowPlace? Find(WorkflowDefinition definition, WorkflowState state)
    {
        foreach (var done in _done ?? [])
        {
            if (done.Checkpoint.WorkflowId == definition.Id && done.Checkpoint.Fingerprint == definition.Fingerprint
                && done.SecretInputs(Outermost._state).SequenceEqual(state.SecretInputs) && Inputs(done.Checkpoint.State) == Inputs(state.ToJson()))
            {
                return done;
            }
        }
        return null;
    }

    private static string Inputs(JsonElement state) => string.Concat(state.EnumerateObject()
        .Where(static value => value.Name.StartsWith("$inputs.", StringComparison.Ordinal)).Select(static value => $"{value.Name}\n{value.Value.GetRawText()}\n"));

    /// <summary>The workflow in words, with the steps that called it.</summary>
    private string Title => _caller is null ? $"Workflow '{_definition.Id}'" : $"Workflow '{_definition.Id}' (step '{_caller.Next}' of {Uncapitalized(_caller.Title)})";

    private static string Uncapitalized(string title) => "w" + title[1..];

    /// <summary>The time that a request or a wait may take; null for any.</summary>
    private TimeSpan? Limit(TimeSpan? own) => _deadline?.Remaining is { } remaining && (own is null || remaining < own) ? remaining : own;

    private void ThrowIfLate(string step)
    {
        if (_deadline is { } deadline && deadline.Remaining <= TimeSpan.Zero)
        {
            throw new WorkflowStepFailedException(
                $"{Title} stopped at step '{step}': {deadline}. Resume from Checkpoint, or give the step a longer timeout.", _definition.Id, step, Snapshot(), null, null);
        }
    }
}
