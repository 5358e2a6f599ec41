using System.Collections.Immutable;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Runtime;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>Takes a workflow from start to end through each of its actions.</summary>
internal sealed class Rehearsal(Flow flow, GeneratedWorkflow workflow)
{
    private const int MostRuns = 40;

    private readonly Demands _demands = new(flow);
    private readonly Secrets _secrets = new(flow);
    private readonly HashSet<Outcome> _exhausted = [];
    private readonly HashSet<Outcome> _impossible = [];

    private IEnumerable<Api> Apis => flow.All.SelectMany(static other => other.Apis);

    /// <summary>What no answer can bring about.</summary>
    public IReadOnlyCollection<Outcome> Impossible => _impossible;

    /// <summary>The retries whose attempts were all in vain in some run.</summary>
    public IReadOnlyCollection<Outcome> Exhausted => _exhausted;

    /// <summary>One run for each way in which a step can end, those in passing counted, and one for each retry that is in vain.</summary>
    public async Task<IReadOnlyList<(Script Script, Performance Performance)>> AllAsync()
    {
        var performed = new List<(Script, Performance Performance)>();
        var covered = new HashSet<Outcome>();
        foreach (var target in flow.Steps.SelectMany(Outcome.Of))
        {
            for (var tries = 0; tries < 10 && !covered.Contains(target) && !_impossible.Contains(target); tries++)
            {
                var routing = new Routing(flow, _impossible);
                if (routing.Through(target) is not { } route)
                {
                    _impossible.Add(target);
                    break;
                }
                var (script, performance) = await PerformAsync(route);
                if (performance.Blocked?.Outcome == target && routing.Exhausting(target) is { } longer)
                {
                    (script, performance) = await PerformAsync(longer);
                }
                if (performance.Blocked is { } blocked)
                {
                    _impossible.Add(blocked.Outcome!);
                    continue;
                }
                performed.Add((script, performance));
                covered.UnionWith(performance.Seen);
                // Some ways end before it, because a value that a step needs is not there.
                break;
            }
        }
        foreach (var retry in covered.Where(static outcome => outcome.Taken?.Type == "retry").ToList())
        {
            if (new Routing(flow, _impossible).UpTo(retry) is { } route && await PerformAsync(route) is { Item2: { Blocked: null } performance } run)
            {
                performed.Add(run);
                covered.UnionWith(performance.Seen);
                _exhausted.Add(retry);
            }
        }
        _impossible.ExceptWith(covered);
        performed.AddRange(await WithoutOptionalInputsAsync());
        return performed;
    }

    /// <summary>One more run to an end, with nothing but the inputs that have to be there.</summary>
    private async Task<IReadOnlyList<(Script, Performance)>> WithoutOptionalInputsAsync()
    {
        var last = flow.Steps.SelectMany(Outcome.Of).LastOrDefault(outcome => !outcome.IsFailure && outcome.Next(flow) is null && !_impossible.Contains(outcome));
        if (last is null || new Routing(flow, _impossible).Through(last) is not { } route)
        {
            return [];
        }
        var script = new Script(flow, route, InputMaker.Make(flow, _demands, _secrets, [], onlyRequired: true), []);
        var performance = await RunAsync(script);
        // Some ways lead past what was left out.
        return performance.Blocked is null ? [(script, performance)] : [];
    }

    /// <summary>Runs, and where an end depends on what came before, or on the way that a called workflow goes, once more with that.</summary>
    private async Task<(Script, Performance)> PerformAsync(IReadOnlyList<Scene> route)
    {
        (Script, Performance)? first = null;
        var pending = new Queue<(ImmutableDictionary<Outcome, int> Turns, IReadOnlyList<Assignment> Presets)>([(ImmutableDictionary<Outcome, int>.Empty, [])]);
        for (var runs = 0; runs < MostRuns && pending.TryDequeue(out var plan); runs++)
        {
            var script = new Script(flow, [.. route.Select((scene, index) => Turn(route, index, plan.Turns))], InputMaker.Make(flow, _demands, _secrets, plan.Presets), plan.Presets);
            var performance = await RunAsync(script);
            first ??= (script, performance);
            if (performance.Blocked is not { } blocked)
            {
                return (script, performance);
            }
            foreach (var wish in plan.Presets.Count < 4 ? performance.Wishes.Take(5) : [])
            {
                pending.Enqueue((plan.Turns, [.. plan.Presets, .. wish]));
            }
            if (blocked.Outcome is { } outcome && plan.Turns.GetValueOrDefault(outcome) + 1 is var turn && turn < Ways(outcome).Count)
            {
                pending.Enqueue((plan.Turns.SetItem(outcome, turn), []));
            }
        }
        return first!.Value;
    }

    private Scene Turn(IReadOnlyList<Scene> route, int index, ImmutableDictionary<Outcome, int> turns)
    {
        var outcome = route[index].Outcome ?? route[index - 1].Outcome!;
        return Ways(outcome) is { Count: > 0 } ways ? route[index] with { Called = ways[turns.GetValueOrDefault(outcome)] } : route[index];
    }

    /// <summary>How the workflow can go that a step calls, so that the step may end as it shall.</summary>
    private List<IReadOnlyList<Scene>> Ways(Outcome outcome)
    {
        if (new FlowScope(flow).Called(outcome.Step)?.Flow is not { } called)
        {
            return [];
        }
        var ends = called.Steps.SelectMany(Outcome.Of).Where(end => end.Next(called) is null).ToLookup(static end => end.IsFatal ? 2 : end.IsFailure ? 1 : 0);
        IEnumerable<Outcome> wanted = outcome.IsFailure ? ends[2].Concat(ends[1]).Concat(outcome.Step.Criteria.Count > 0 ? ends[0] : []) : ends[0].Concat(outcome.Step.Criteria.Count > 0 ? ends[1] : []);
        var routing = new Routing(called, new HashSet<Outcome>());
        return [.. outcome.IsFailure ? [] : (IReadOnlyList<Scene>[])[[]], .. wanted.Select(routing.Through).OfType<IReadOnlyList<Scene>>()];
    }

    public async Task<Performance> RunAsync(Script script)
    {
        using var director = new Director(script, _demands, _secrets);
        var options = Options(director);
        return await PlayAsync(director, () => workflow.RunAsync(director, Apis, script.Inputs, options));
    }

    /// <summary>
    /// Stops the run at each of its checkpoints, and goes on in a new instance of everything but the server: it has to end in the same way, with the same requests.
    /// </summary>
    /// <returns>What is otherwise, and how many checkpoints there are.</returns>
    public async Task<(IReadOnlyList<string> Faults, int Checkpoints)> StopEverywhereAsync(Script script, Performance whole)
    {
        var faults = new List<string>();
        for (var stop = 0; ; stop++)
        {
            using var director = new Director(script, _demands, _secrets);
            // What a failed run stores is for trying once more what failed.
            if (await StopAsync(director, script, stop) is not { } stored || director is { FatalStep: not null, Frames.Count: 1 })
            {
                return (faults, stop);
            }
            if (stored.Contains(Secrets.Mark, StringComparison.Ordinal))
            {
                faults.Add($"checkpoint {stop} tells a secret: {stored}");
            }
            var checkpoint = WorkflowCheckpoint.Parse(System.Text.Encoding.UTF8.GetBytes(stored));
            if (checkpoint.IsInFlight)
            {
                faults.AddRange(await RefuseAsync(director, checkpoint));
                checkpoint = checkpoint.AsNotSent();
            }
            var options = Options(director);
            var performance = await PlayAsync(director, () => workflow.ResumeAsync(director, Apis, checkpoint, director.Frames, options));
            faults.AddRange(performance.Faults.Concat(Difference(whole, performance)).Select(fault => $"resumed from checkpoint {stop} ({checkpoint}): {fault}"));
        }
    }

    /// <summary>
    /// Lets each kind of mishap happen to a request of each step, once. What must not be repeated stops the run until somebody knows better; any other failure is one that actions can care for,
    /// or else a checkpoint to try once more from.
    /// </summary>
    /// <returns>What is otherwise, and how many mishaps there were.</returns>
    public async Task<(IReadOnlyList<string> Faults, int Mishaps)> BreakEverywhereAsync(IEnumerable<(Script Script, Performance Performance)> performed)
    {
        var (faults, count) = (new List<string>(), 0);
        var requests = performed.SelectMany(static run => run.Performance.Requests.Select((request, index) => (run.Script, request.Step, Index: index))).DistinctBy(static item => item.Step).ToList();
        foreach (var (script, step, index) in requests)
        {
            foreach (var kind in Enum.GetValues<MishapKind>())
            {
                using var director = new Director(script, _demands, _secrets) { Mishap = new Mishap(index, kind) };
                var performance = await BreakAsync(director, script);
                if (performance.Blocked is null)
                {
                    count++;
                    faults.AddRange(performance.Faults.Select(fault => $"{step.Id} is {kind}: {fault}"));
                }
            }
        }
        return (faults, count);
    }

    private async Task<Performance> BreakAsync(Director director, Script script)
    {
        var options = Options(director);
        var performance = await PlayAsync(director, () => workflow.RunAsync(director, Apis, script.Inputs, options));
        if (director.Failure?.Checkpoint is not { } checkpoint || director.Frames.Count > 1 && director.LostStep is null)
        {
            return performance;
        }
        if (director.LostStep is not null)
        {
            if (!checkpoint.IsInFlight)
            {
                director.Faults.Add($"the checkpoint {checkpoint} is not in flight");
            }
            director.Faults.AddRange(await RefuseAsync(director, checkpoint));
            checkpoint = checkpoint.AsNotSent();
        }
        else if (director.FatalStep is null || director.Root.Step?.Id != director.FatalStep || director.Root.Step.Operation is null)
        {
            return performance;
        }
        var before = director.Requests.Count;
        var sent = director.Requests[^1].Request.ToString();
        (director.LostStep, director.Failure) = (null, null);
        performance = await PlayAsync(director, () => workflow.ResumeAsync(director, Apis, checkpoint, director.Frames, options));
        if (performance.Blocked is null && (director.Requests.Count == before || director.Requests[before].Request.ToString() != sent))
        {
            director.Faults.Add($"the run goes on with {(director.Requests.Count == before ? "nothing" : director.Requests[before].Request.ToString())}, not with {sent}");
        }
        return performance;
    }

    private async Task<string?> StopAsync(Director director, Script script, int stop)
    {
        var (count, stored) = (0, (string?)null);
        var options = Options(director);
        options.Checkpoint = (checkpoint, _) => count++ < stop ? default : throw new StopException(stored = System.Text.Encoding.UTF8.GetString(checkpoint.ToUtf8Json()));
        try
        {
            await workflow.RunAsync(director, Apis, script.Inputs, options);
        }
        catch (Exception exception) when (exception is StopException or WorkflowException)
        {
        }
        return stored;
    }

    private async Task<IEnumerable<string>> RefuseAsync(Director director, WorkflowCheckpoint checkpoint)
    {
        var before = director.Requests.Count;
        try
        {
            await workflow.ResumeAsync(director, Apis, checkpoint, director.Frames, Options(director));
            return ["a step that is not safe to repeat is sent again"];
        }
        catch (WorkflowOutcomeUnknownException)
        {
            return director.Requests.Count == before ? [] : ["a request is sent, though the outcome of the last one is not known"];
        }
    }

    private IEnumerable<string> Difference(Performance whole, Performance resumed)
    {
        var (expected, actual) = (whole.Requests.Select(static item => item.Request.ToString()).ToList(), resumed.Requests.Select(static item => item.Request.ToString()).ToList());
        if (!expected.SequenceEqual(actual) && !IsRepeated(whole, resumed))
        {
            yield return $"the requests are\n  {string.Join("\n  ", actual)}\nnot\n  {string.Join("\n  ", expected)}";
        }
        if (!AreSame(whole.Result, resumed.Result))
        {
            yield return $"the result is {resumed.Result}, not {whole.Result}";
        }
    }

    /// <summary>A workflow that others depend on and that yields a secret, which no checkpoint has, runs once more.</summary>
    private bool IsRepeated(Performance whole, Performance resumed)
    {
        var steps = All(new FlowScope(flow)).SelectMany(static other => other.Flow.DependsOn.Select(other.First)).OfType<FlowScope>()
            .Where(dependency => All(dependency).Any(inner => workflow.HasSecrets(inner.Flow)) || !IsGivenOwnSecrets(dependency)).SelectMany(All).SelectMany(static scope => scope.Flow.Steps).ToHashSet();
        // How far the whole run may have come: what is repeated may look like what comes next.
        var places = new HashSet<int> { 0 };
        foreach (var (step, request) in resumed.Requests)
        {
            places = [.. places.Where(place => place < whole.Requests.Count && step == whole.Requests[place].Step && request.ToString() == whole.Requests[place].Request.ToString())
                .Select(static place => place + 1).Concat(steps.Contains(step) ? places : [])];
        }
        return places.Contains(whole.Requests.Count);
    }

    /// <summary>Whether the secrets that a workflow is given are those of the run, which it has again when it is resumed.</summary>
    private bool IsGivenOwnSecrets(FlowScope scope) => workflow.SecretInputs(scope.Flow).All(name =>
        scope.Given!.FirstOrDefault(given => given.Name == name) is not { } given
        || (Json.Text(given.Value) is { } text && Place.Of(scope.Caller!, scope.Step, RuntimeExpressionParser.Parse(text).Value) is { Kind: PlaceKind.Input, Tokens.Count: 1 }));

    private static IEnumerable<FlowScope> All(FlowScope scope) => scope.Inner.SelectMany(All).Prepend(scope);

    private static bool AreSame(RunResult? one, RunResult? other) =>
        (one?.WorkflowId, one?.Step, one?.Action, one?.IsFailure) == (other?.WorkflowId, other?.Step, other?.Action, other?.IsFailure) && Json.Equivalent(one?.Outputs, other?.Outputs);

    /// <summary>Runs or goes on, and says what is wrong with that.</summary>
    private static async Task<Performance> PlayAsync(Director director, Func<Task<RunResult>> run)
    {
        RunResult? result = null;
        var isAtEnd = true;
        try
        {
            result = await run();
        }
        catch (WorkflowStepFailedException exception) when (director.Blocked is null && director.FatalStep == exception.Step)
        {
            director.Failure = exception;
        }
        catch (WorkflowOutcomeUnknownException exception) when (director.Blocked is null && director.LostStep == exception.Step)
        {
            director.Failure = exception;
            isAtEnd = false;
        }
        catch (WorkflowStepFailedException exception) when (director.Blocked is null && exception.Response is null && director.IsDeadEnd(exception.Step))
        {
            // The way through the document ends here, because a value that the step needs is not there.
            isAtEnd = false;
        }
        catch (Exception exception) when (director.Blocked is not null || exception is not OutOfMemoryException)
        {
            director.Faults.Add($"{exception.GetType().Name}: {exception.Message}");
        }
        if (director.Blocked is null && isAtEnd)
        {
            Judge(director, result);
        }
        return new Performance { Requests = director.Requests, Faults = director.Faults, Seen = director.Seen, Blocked = director.Blocked, Wishes = director.Wishes, Result = result };
    }

    /// <summary>The options of a run on the director's clock.</summary>
    private static WorkflowOptions Options(Director director) => new()
    {
        Progress = director,
        TimeProvider = director.Waits.Clock,
        Polling = new PollingOptions { FirstDelay = Waits.Poll, MaximumDelay = Waits.Poll, Jitter = 0, TotalTimeout = TimeSpan.FromDays(1) },
    };

    private static void Judge(Director director, RunResult? result)
    {
        if (director.LostStep is { } lost)
        {
            director.Faults.Add($"nobody knows whether '{lost}' was carried out, but the run goes on");
        }
        // What an action leads to has no script, and may break off, and so may what it depends on.
        var isBroken = result is null && (director.Root.IsBroken || director.Root.Last?.Taken is { WorkflowId: not null });
        if (director.Root is { Scenes.Count: > 0, IsScripted: true } && !isBroken && director.Faults.Count == 0)
        {
            director.Faults.Add($"The run ends before {director.Root.Scenes.Peek()}");
        }
        if (result is null || director.Root.Innermost is not { Last: { } last } end)
        {
            return;
        }
        if ((result.WorkflowId, result.Step, result.Action, result.IsFailure) != (end.Flow.Id, last.Step.Id, last.Taken?.Name, last.IsFailure))
        {
            director.Faults.Add($"{last}, but the result is of '{result.WorkflowId}', '{result.Step}' with '{result.Action}'");
        }
        foreach (var (name, expected) in director.Root.State.Outputs())
        {
            if (!Json.Equivalent(expected, result.Outputs[name]))
            {
                director.Faults.Add($"output '{name}' is {result.Outputs[name]?.ToJsonString() ?? "null"}, not {expected?.ToJsonString() ?? "null"}");
            }
        }
    }

    /// <summary>The power is cut.</summary>
    private sealed class StopException(string checkpoint) : Exception(checkpoint);
}
