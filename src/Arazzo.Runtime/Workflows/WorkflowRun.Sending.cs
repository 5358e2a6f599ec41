namespace Arazzo.Runtime.CompilerServices;

/// <content>Sending a step and judging its answer.</content>
public sealed partial class WorkflowRun
{
    /// <summary>Sends a step's request. A failure comes back in the answer.</summary>
    /// <param name="step">The step.</param>
    /// <param name="request">Its request.</param>
    /// <param name="timeout">The step's own time limit.</param>
    /// <param name="isRepeated">True when the document itself sends the step again and again, so that one more time does no harm.</param>
    /// <typeparam name="T">The type of the documented success body.</typeparam>
    /// <returns>The answer; its status is 0 when none came.</returns>
    /// <exception cref="WorkflowOutcomeUnknownException">The outcome of a step that is not safe to repeat is not known.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async ValueTask<ApiResponse<T>> SendAsync<T>(string step, ApiRequest<T> request, TimeSpan? timeout = null, bool isRepeated = false)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        ThrowIfLate(step);
        StartStepClock();
        _options.Progress?.Report(new(WorkflowProgressKind.StepStarted, _definition.Id, _runId, step, Elapsed, Said(step)));
        var mustNotRepeat = !isRepeated && !request.Operation.IsRepeatable;
        if (mustNotRepeat && _options.Checkpoint is not null)
        {
            _isInFlight = true;
            await StoreAsync().ConfigureAwait(false);
        }
        _stepActivity = WorkflowTelemetry.StartStep(_definition.Id, step, _runId);
        // A step is judged by its whole answer.
        request.IsBuffered = true;
        var options = Limit(timeout) is { } limit
            ? new RequestOptions { Timeout = limit, TimeoutName = limit == timeout ? $"the timeout of step '{step}'" : $"the rest of the timeout of the calling step '{_deadline!.Step}'" }
            : null;
        var response = (ApiResponse<T>)await request.StartAsync(options, BodyUse.Lend, _cancellationToken).ConfigureAwait(false);
        if (mustNotRepeat && response.Failure is { OutcomeUnknown: true } lost)
        {
            _isInFlight = true;
            EndStep(step, response.StatusCode, "failed");
            throw new WorkflowOutcomeUnknownException(
                $"{Title}: whether step '{step}' was carried out is not known: {lost.Message} The step is not safe to repeat, "
                + "so it is not sent again. Find out at the server; if it was not carried out, resume from Checkpoint.AsNotSent().",
                _definition.Id, step, Snapshot(), lost);
        }
        _answer = response;
        return response;
    }

    /// <summary>Judges a step by a success criterion.</summary>
    /// <param name="response">Its answer.</param>
    /// <param name="holds">Whether the criterion holds.</param>
    /// <param name="condition">The criterion, as the document writes it.</param>
    /// <returns>Null when the step succeeded; else the criterion, or the empty text when no answer came or the API refused in spite of its status, so that no criterion is to blame.</returns>
    public static string? Unmet(ApiResponse response, bool holds, string condition) => response.StatusCode == 0 || response.IsRefusal ? "" : holds ? null : condition;

    /// <summary>Whether a step without success criteria succeeded: with any 2xx.</summary>
    /// <param name="response">Its answer.</param>
    /// <returns>Null; or, when it failed, the empty text, as no condition is to blame.</returns>
    public static string? Unsuccessful(ApiResponse response) => response.IsSuccess ? null : "";

    /// <summary>Ends a step that failed and that no failure action cares for.</summary>
    /// <param name="step">The step.</param>
    /// <param name="response">Its answer.</param>
    /// <param name="condition">The condition that did not hold; empty when none is to blame.</param>
    /// <returns>The exception to throw.</returns>
    public ValueTask<WorkflowStepFailedException> FailedAsync(string step, ApiResponse response, string condition)
    {
        response.KeepBody();
        ReportEnd(step, response, null);
        EndStep(step, response.StatusCode, "failed");
        Outermost._isOutdated |= _isInFlight;
        _isInFlight = false;
        return new(new WorkflowStepFailedException(
            Describe(step, response, condition), _definition.Id, step, Snapshot(), condition.Length == 0 ? null : condition, response));
    }

    /// <summary>Ends a run whose step cannot be sent because a value that it needs is missing.</summary>
    /// <param name="step">The step.</param>
    /// <param name="target">What needs the value.</param>
    /// <param name="expression">The expression that yields none.</param>
    /// <returns>The exception to throw.</returns>
    public WorkflowStepFailedException Missing(string step, string target, string expression) => new(
        $"{Title} cannot send step '{step}': {target} is needed, and {expression} has no value. "
        + (Outermost._isResumed && _state.CredentialOf(expression) is { } credential
            ? $"It is a secret, which no checkpoint holds: give ResumeAsync the {credential}{(_caller is null ? "" : $" of workflow '{_definition.Id}'")} in its credentials, as it was when the run was stopped, or start a new run."
            : expression.StartsWith("$inputs", StringComparison.Ordinal) ? "Give that input."
            : "An earlier answer did not hold it; see its step's outputs."),
        _definition.Id, step, Snapshot(), null, null);

    private string Describe(string step, ApiResponse response, string condition)
    {
        var cause = response.Failure is { } failure
            ? failure.Message
            : FormattableString.Invariant($"{response.OperationId} ({response.Method} {response.PathTemplate}) answered {response.StatusCode}.");
        var unmet = condition.Length == 0 ? "" : $" '{condition}' does not hold.";
        var advice = response.Failure is { IsTransient: true }
            ? "Another attempt may help: resume from Checkpoint."
            : "Remove the cause, then resume from Checkpoint, which sends this step again, or start a new run.";
        return $"{Title} failed at step '{step}': {cause}{unmet}{Quoted(step)} {advice}";
    }

    private string? Said(string step) => _definition.Describe?.Invoke(step);

    /// <summary>What the document says of a step, for a message.</summary>
    private string Quoted(string step) => Said(step) is { } description ? $" Of this step the document says: \"{description}\"" : "";

    private void ReportEnd(string step, StepAnswer answer, string? action)
    {
        if (_options.Progress is { } progress)
        {
            var outputs = new WorkflowOutputs();
            _state.Describe(step, outputs);
            progress.Report(new(WorkflowProgressKind.StepEnded, _definition.Id, _runId, step, Elapsed, Said(step))
            {
                Action = action,
                StatusCode = answer.StatusCode == 0 ? null : answer.StatusCode,
                Outputs = outputs.Items,
            });
        }
    }

    private void EndStep(string step, int status, string outcome)
    {
        _status = status;
        // Nobody looks at a step's answer once it has ended.
        _answer?.GiveBodyBack();
        _answer = null;
        var elapsed = _stepStarted is { } started ? _options.TimeProvider.GetElapsedTime(started) : default(TimeSpan?);
        WorkflowTelemetry.EndStep(_stepActivity, _definition.Id, step, status, outcome, elapsed);
        _stepActivity = null;
    }

    private void StartStepClock() => _stepStarted = WorkflowTelemetry.MeasuresSteps ? _options.TimeProvider.GetTimestamp() : null;
}
