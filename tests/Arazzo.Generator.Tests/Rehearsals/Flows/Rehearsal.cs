using Arazzo.Generator.Tests.Harness;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Runtime;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>Takes a workflow from start to end through each of its actions.</summary>
internal sealed class Rehearsal(Flow flow, GeneratedWorkflow workflow)
{
    private readonly Demands _demands = new(flow);
    private readonly HashSet<Outcome> _impossible = [];

    private IEnumerable<Api> Apis => flow.All.SelectMany(static other => other.Apis);

    /// <summary>What no answer can bring about.</summary>
    public IReadOnlyCollection<Outcome> Impossible => _impossible;

    /// <summary>One run for each way in which a step can end, those in passing counted.</summary>
    public async Task<IReadOnlyList<(Script Script, Performance Performance)>> AllAsync()
    {
        var performed = new List<(Script, Performance)>();
        var covered = new HashSet<Outcome>();
        foreach (var target in flow.Steps.SelectMany(Outcome.Of))
        {
            for (var tries = 0; tries < 10 && !covered.Contains(target) && !_impossible.Contains(target); tries++)
            {
                if (new Routing(flow, _impossible).Through(target) is not { } route)
                {
                    _impossible.Add(target);
                    break;
                }
                var (script, performance) = await PerformAsync(route);
                if (performance.Blocked is { } blocked)
                {
                    _impossible.Add(blocked);
                    continue;
                }
                performed.Add((script, performance));
                covered.UnionWith(route);
            }
        }
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
        var script = new Script(flow, route, InputMaker.Make(flow, _demands, [], onlyRequired: true), []);
        var performance = await RunAsync(script);
        // Some ways lead past what was left out.
        return performance.Blocked is null ? [(script, performance)] : [];
    }

    /// <summary>Runs, and where an answer depends on what came before, once more with that.</summary>
    private async Task<(Script, Performance)> PerformAsync(IReadOnlyList<Outcome> route)
    {
        var script = Script(route, []);
        var performance = await RunAsync(script);
        foreach (var wish in performance.Wishes.Take(5))
        {
            if (performance.Blocked is not null)
            {
                var other = Script(route, wish);
                var again = await RunAsync(other);
                (script, performance) = again.Blocked is null ? (other, again) : (script, performance);
            }
        }
        return (script, performance);
    }

    private Script Script(IReadOnlyList<Outcome> route, IReadOnlyList<Assignment> presets) => new(flow, route, InputMaker.Make(flow, _demands, presets), presets);

    public async Task<Performance> RunAsync(Script script)
    {
        using var director = new Director(script, _demands);
        var options = Options(director);
        return await PlayAsync(director, () => workflow.RunAsync(director, Apis, script.Inputs, options));
    }

    /// <summary>
    /// Stops the run at each of its checkpoints, and goes on in a new instance of everything but the server: it has to end in the same way, with the same requests.
    /// </summary>
    /// <returns>What is otherwise.</returns>
    public async Task<IReadOnlyList<string>> StopEverywhereAsync(Script script, Performance whole)
    {
        var faults = new List<string>();
        for (var stop = 0; ; stop++)
        {
            using var director = new Director(script, _demands);
            // What a failed run stores is for trying once more what failed.
            if (await StopAsync(director, script, stop) is not { } stored || director.Last is { IsFatal: true })
            {
                return faults;
            }
            faults.AddRange(new Secrets(flow).Texts(script.Inputs).Where(stored.Contains).Select(secret => $"checkpoint {stop} holds '{secret}'"));
            var checkpoint = WorkflowCheckpoint.Parse(System.Text.Encoding.UTF8.GetBytes(stored));
            if (checkpoint.IsInFlight)
            {
                faults.AddRange(await RefuseAsync(director, checkpoint));
                checkpoint = checkpoint.AsNotSent();
            }
            var options = Options(director);
            var performance = await PlayAsync(director, () => workflow.ResumeAsync(director, Apis, checkpoint, director.State, options));
            faults.AddRange(performance.Faults.Concat(Difference(whole, performance)).Select(fault => $"resumed from checkpoint {stop} ({checkpoint.NextStep}): {fault}"));
        }
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
            await workflow.ResumeAsync(director, Apis, checkpoint, director.State, Options(director));
            return ["a step that is not safe to repeat is sent again"];
        }
        catch (WorkflowOutcomeUnknownException)
        {
            return director.Requests.Count == before ? [] : ["a request is sent, though the outcome of the last one is not known"];
        }
    }

    private static IEnumerable<string> Difference(Performance whole, Performance resumed)
    {
        var (expected, actual) = (whole.Requests.Select(static item => item.Request.ToString()), resumed.Requests.Select(static item => item.Request.ToString()));
        if (!expected.SequenceEqual(actual))
        {
            yield return $"the requests are\n  {string.Join("\n  ", actual)}\nnot\n  {string.Join("\n  ", expected)}";
        }
        if ((whole.Result?.Step, whole.Result?.Action, whole.Result?.IsFailure) != (resumed.Result?.Step, resumed.Result?.Action, resumed.Result?.IsFailure)
            || !Json.Equivalent(whole.Result?.Outputs, resumed.Result?.Outputs))
        {
            yield return $"the result is {resumed.Result}, not {whole.Result}";
        }
    }

    /// <summary>Runs or goes on, and says what is wrong with that.</summary>
    private static async Task<Performance> PlayAsync(Director director, Func<Task<RunResult>> run)
    {
        RunResult? result = null;
        try
        {
            result = await run();
        }
        catch (WorkflowStepFailedException exception) when (director.Blocked is null && director.Last is { IsFatal: true } last && last.Step.Id == exception.Step)
        {
        }
        catch (WorkflowStepFailedException exception) when (director.Blocked is null && exception.Response is null && director.IsDeadEnd(exception.Step))
        {
            // The way through the document ends here, because a value that the step needs is not there.
            return new Performance { Requests = director.Requests, Faults = director.Faults };
        }
        catch (Exception exception) when (director.Blocked is not null || exception is not OutOfMemoryException)
        {
            director.Faults.Add($"{exception.GetType().Name}: {exception.Message}");
        }
        if (director.Blocked is null)
        {
            Judge(director, result);
        }
        return new Performance { Requests = director.Requests, Faults = director.Faults, Blocked = director.Blocked, Wishes = director.Wishes, Result = result };
    }

    public static WorkflowOptions Options(IProgress<WorkflowProgress> progress) => new()
    {
        Progress = progress,
        TimeProvider = new JumpingTimeProvider(),
        Polling = new PollingOptions { FirstDelay = TimeSpan.Zero, MaximumDelay = TimeSpan.Zero },
    };

    private static void Judge(Director director, RunResult? result)
    {
        if (director.Left.Count > 0 && director.Faults.Count == 0)
        {
            director.Faults.Add($"The run ends before {director.Left.First()}");
        }
        if (result is null || director.Last is not { } last)
        {
            return;
        }
        if ((result.Step, result.Action, result.IsFailure) != (last.Step.Id, last.Taken?.Name, last.IsFailure))
        {
            director.Faults.Add($"{last}, but the result is of '{result.Step}' with '{result.Action}'");
        }
        // What a workflow yields that the run has gone on to is there beside its own outputs.
        var outputs = director.State.Outputs();
        foreach (var (name, value) in director.Innermost == director.State ? [] : director.Innermost.Outputs())
        {
            outputs[name] ??= value?.DeepClone();
        }
        foreach (var (name, expected) in outputs)
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
