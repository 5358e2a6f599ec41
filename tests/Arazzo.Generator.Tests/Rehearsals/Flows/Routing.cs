namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>Finds short ways through a workflow.</summary>
internal sealed class Routing(Flow flow, IReadOnlySet<Outcome> impossible)
{
    private const int MostAttempts = 50;

    /// <summary>From the first step to <paramref name="target"/>, and from there to an end; null when there is no way to it.</summary>
    public IReadOnlyList<Scene>? Through(Outcome target) => To(target) is { } before && From(target) is { } after ? Scene.Of([.. before, .. after]) : null;

    /// <summary>The same, when all attempts of the retries before the action have been in vain.</summary>
    public IReadOnlyList<Scene>? Exhausting(Outcome target)
    {
        List<Outcome> retries = [.. Enumerable.Range(0, target.Action < 0 ? target.Step.Actions(target.IsFailure).Count : target.Action).Select(index => target with { Action = index })
            .Where(outcome => outcome.Taken is { Type: "retry", Limit: > 0 } && !impossible.Contains(outcome))];
        return retries.Count > 0 && retries.Sum(static retry => retry.Taken!.Limit) <= MostAttempts && To(target) is [.. var before, _] && From(target) is { } after
            ? Scene.Of([.. before, .. retries.SelectMany(static retry => Enumerable.Repeat(retry, retry.Taken!.Limit)), target, .. after])
            : null;
    }

    /// <summary>To a <c>retry</c>, and to the same answer until there is none left: what comes then is for the document to say.</summary>
    public IReadOnlyList<Scene>? UpTo(Outcome retry) => retry.Taken!.Limit is > 0 and <= MostAttempts && To(retry) is { } before ? [.. Scene.Of(before), new Scene(retry.Step, null, [])] : null;

    private List<Outcome>? To(Outcome target) => Path(flow.Steps[0], outcome => outcome == target);

    private List<Outcome>? From(Outcome target) => target.Next(flow) is not { } next ? []
        : Path(next, outcome => outcome != target && outcome.Next(flow) is null && !outcome.IsFatal) ?? Path(next, outcome => outcome.Next(flow) is null);

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
