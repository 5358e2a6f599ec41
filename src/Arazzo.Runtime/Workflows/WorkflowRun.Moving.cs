namespace Arazzo.Runtime.CompilerServices;

/// <content>What comes after a step.</content>
public sealed partial class WorkflowRun
{
    /// <summary>Goes on with another step.</summary>
    /// <param name="step">The step that ends.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="next">The step to go on with.</param>
    /// <param name="action">The <c>goto</c> that says so; null when it is the next in order.</param>
    /// <returns>When the checkpoint is stored.</returns>
    public ValueTask ContinueAsync(string step, StepAnswer answer, string next, string? action = null)
    {
        Leave(step, answer, action);
        // Once the step that a retry refers to has run, the failed step has its turn again.
        Next = _returnSteps is { Count: > 0 } failed ? failed.Pop() : next;
        return StoreAsync();
    }

    /// <summary>Ends the run.</summary>
    /// <param name="step">The step that ends.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="action">The <c>end</c> that says so; null when the steps have run out.</param>
    /// <param name="isFailure">Whether it is a failure action.</param>
    /// <returns>When the checkpoint is stored.</returns>
    public ValueTask EndAsync(string step, StepAnswer answer, string? action = null, bool isFailure = false)
    {
        if (_returnSteps is { Count: > 0 } failed && action is null)
        {
            return ContinueAsync(step, answer, failed.Peek());
        }
        Leave(step, answer, action);
        Next = null;
        _endStep = step;
        _endAction = action;
        _isFailure = isFailure;
        return StoreAsync();
    }

    /// <summary>Waits, then goes back to the same or an earlier step.</summary>
    /// <param name="step">The step that ends.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="next">The step to go back to.</param>
    /// <param name="action">The <c>goto</c> that says so.</param>
    /// <returns>When the wait is over.</returns>
    /// <exception cref="WorkflowTimeoutException">The loop took longer than <see cref="PollingOptions.TotalTimeout"/>.</exception>
    public ValueTask PollAsync(string step, StepAnswer answer, string next, string action)
    {
        var loop = FindLoop(step, action);
        Leave(step, answer, action);
        loop ??= new PollingLoop(step, action, _options.Polling, _options.TimeProvider);
        (_loops ??= new(1)).Add(loop);
        Next = next;
        return WaitForNextRoundAsync(loop, answer.RetryAfter);
    }

    /// <summary>Whether a <c>retry</c> has attempts left.</summary>
    /// <param name="step">The failed step.</param>
    /// <param name="action">The <c>retry</c>.</param>
    /// <param name="limit">How often it tries again.</param>
    /// <returns>True when the step may be tried again.</returns>
    public bool CanRetry(string step, string action, int limit) => (_attempts?.GetValueOrDefault(AttemptKey(step, action)) ?? 0) < limit;

    /// <summary>Waits, then tries a failed step again.</summary>
    /// <param name="step">The failed step.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="action">The <c>retry</c> that says so.</param>
    /// <param name="seconds">How long to wait; the server's <c>Retry-After</c> overrules it.</param>
    /// <param name="first">A step to run before; null for none.</param>
    /// <returns>When the wait is over.</returns>
    public async ValueTask RetryAsync(string step, StepAnswer answer, string action, double seconds = 0, string? first = null)
    {
        var key = AttemptKey(step, action);
        var attempt = (_attempts?.GetValueOrDefault(key) ?? 0) + 1;
        (_attempts ??= new(StringComparer.Ordinal))[key] = attempt;
        ReportEnd(step, answer, action);
        EndStep(step, answer.StatusCode, "failed");
        _isInFlight = false;
        Next = first ?? step;
        if (first is not null)
        {
            (_returnSteps ??= []).Push(step);
        }
        var delay = answer.RetryAfter ?? TimeSpan.FromSeconds(seconds);
        _due = Due(delay);
        await StoreAsync().ConfigureAwait(false);
        await WaitAsync(step, action, delay, attempt).ConfigureAwait(false);
        _due = null;
    }

    private async ValueTask WaitForNextRoundAsync(PollingLoop loop, TimeSpan? retryAfter)
    {
        var next = loop.Next(retryAfter);
        // Checkpoints have it, stored ones and that of a run whose time is up.
        _due = _options.Checkpoint is null && _deadline is null && next is not null ? null : Due(next ?? retryAfter);
        if (next is null)
        {
            // Whoever resumes it from here wants it to go on polling, for as long again.
            _loops!.Remove(loop);
        }
        await StoreAsync().ConfigureAwait(false);
        if (next is not { } delay)
        {
            throw new WorkflowTimeoutException(
                FormattableString.Invariant($"{Title} gave up at step '{loop.Step}': '{loop.Action}' has been polling for {loop.Elapsed.TotalSeconds:0} s in {loop.Count + 1} rounds ")
                + "(PollingOptions.TotalTimeout). Resume from Checkpoint to go on polling.",
                _definition.Id, loop.Step, Snapshot());
        }
        await WaitAsync(loop.Step, loop.Action, delay, loop.Count).ConfigureAwait(false);
        _due = null;
    }

    private DateTimeOffset? Due(TimeSpan? delay) => delay is { } wait && wait > TimeSpan.Zero ? _options.TimeProvider.GetUtcNow() + Possible(wait) : null;

    private Task WaitAsync(string step, string? action, TimeSpan delay, int attempt)
    {
        ThrowIfLate(step);
        delay = Limit(delay) ?? delay;
        delay = Possible(delay);
        _options.Progress?.Report(new(WorkflowProgressKind.Waiting, _definition.Id, _runId, step, Elapsed, Said(step)) { Action = action, Delay = delay, Attempt = attempt });
        WorkflowTelemetry.Wait(_definition.Id, step);
        return Task.Delay(delay, _options.TimeProvider, _cancellationToken);
    }

    private void Leave(string step, StepAnswer answer, string? action)
    {
        ReportEnd(step, answer, action);
        EndStep(step, answer.StatusCode, "ended");
        _isInFlight = false;
        // Most steps neither poll nor try again, and pay for no closure.
        if (_loops is { Count: > 0 })
        {
            EndLoops(step);
        }
        if (_attempts is { Count: > 0 })
        {
            EndAttempts(step);
        }
    }

    private PollingLoop? FindLoop(string step, string action)
    {
        for (var index = 0; index < _loops?.Count; index++)
        {
            if (_loops[index].Step == step && _loops[index].Action == action)
            {
                return _loops[index];
            }
        }
        return null;
    }

    private void EndLoops(string step)
    {
        for (var index = _loops!.Count - 1; index >= 0; index--)
        {
            if (_loops[index].Step == step)
            {
                _loops.RemoveAt(index);
            }
        }
    }

    private void EndAttempts(string step)
    {
        var prefix = AttemptKey(step, "");
        foreach (var key in _attempts!.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).ToArray())
        {
            _attempts.Remove(key);
        }
    }

    // Timers cannot wait for longer than 49 days.
    private static TimeSpan Possible(TimeSpan delay) => TimeSpan.FromMilliseconds(Math.Min(delay.TotalMilliseconds, uint.MaxValue - 1));

    // A step id cannot be told from a prefix of another without a separator that ids do not have.
    private static string AttemptKey(string step, string action) => step + "\n" + action;
}
