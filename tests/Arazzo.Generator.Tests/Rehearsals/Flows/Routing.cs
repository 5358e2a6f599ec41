namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>Finds short ways through a workflow.</summary>
internal sealed class Routing(Flow flow, IReadOnlySet<Outcome> impossible)
{
    /// <summary>From the first step to <paramref name="target"/>, and from there to an end; null when there is no way to it.</summary>
    public IReadOnlyList<Outcome>? Through(Outcome target)
    {
        if (Path(flow.Steps[0], outcome => outcome == target) is not { } before)
        {
            return null;
        }
        if (target.Next(flow) is not { } next)
        {
            return before;
        }
        var after = Path(next, outcome => outcome != target && outcome.Next(flow) is null && !outcome.IsFatal) ?? Path(next, outcome => outcome.Next(flow) is null);
        return after is null ? null : [.. before, .. after];
    }

    private List<Outcome>? Path(FlowStep start, Predicate<Outcome> isGoal)
    {
        var pending = new Queue<(FlowStep Step, List<Outcome> Path)>([(start, [])]);
        var seen = new HashSet<FlowStep> { start };
        while (pending.TryDequeue(out var place))
        {
            foreach (var outcome in Outcome.Of(place.Step).Where(outcome => !impossible.Contains(outcome)))
            {
                if (isGoal(outcome))
                {
                    return [.. place.Path, outcome];
                }
                if (outcome.Next(flow) is { } next && seen.Add(next))
                {
                    pending.Enqueue((next, [.. place.Path, outcome]));
                }
            }
        }
        return null;
    }
}
