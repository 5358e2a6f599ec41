using Arazzo.Generator.Tests.Harness;
using Arazzo.Generator.Tests.Rehearsals.Documents;
using Arazzo.Runtime;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>Takes a workflow from start to end through each of its actions.</summary>
internal sealed class Rehearsal(Flow flow, GeneratedWorkflow workflow)
{
    private readonly Demands _demands = new(flow);
    private readonly HashSet<Outcome> _impossible = [];

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
        return performed;
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
        RunResult? result = null;
        try
        {
            result = await workflow.RunAsync(director, flow.Apis, script.Inputs, Options(director));
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
        foreach (var (name, expected) in director.State.Outputs())
        {
            if (!Json.Equivalent(expected, result.Outputs[name]))
            {
                director.Faults.Add($"output '{name}' is {result.Outputs[name]?.ToJsonString() ?? "null"}, not {expected?.ToJsonString() ?? "null"}");
            }
        }
    }
}
