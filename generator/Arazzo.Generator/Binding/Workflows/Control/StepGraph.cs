namespace Arazzo.Generator.Binding.Workflows.Control;

/// <summary>The ways from step to step that the document leaves open, whether a run ever takes them or not.</summary>
internal sealed class StepGraph(WorkflowScope scope)
{
    // A step that a retry refers to goes back to the one that failed.
    private readonly ILookup<StepSymbol?, StepSymbol> _failed = scope.Steps
        .SelectMany(static step => step.OnSuccess.Concat(step.OnFailure).Where(action => action.IsRetry && action.Target is not null && action.Target != step).Select(action => (action.Target, Step: step)))
        .ToLookup(static pair => pair.Target, static pair => pair.Step);

    /// <summary>Whether a step may have its turn when another has succeeded before, so that the outputs of that are there.</summary>
    public bool Leads(StepSymbol from, StepSymbol to) => Follow(Successors(from), without: null).Contains(to);

    /// <summary>The steps that a run may come to, when it never leaves one of them.</summary>
    public HashSet<StepSymbol> Reached(StepSymbol? without = null) => Follow([scope.Steps[0]], without);

    private HashSet<StepSymbol> Follow(IEnumerable<StepSymbol> steps, StepSymbol? without)
    {
        var reached = new HashSet<StepSymbol>();
        var pending = new Stack<StepSymbol>(steps);
        while (pending.Count > 0)
        {
            var step = pending.Pop();
            if (!reached.Add(step) || step == without)
            {
                continue;
            }
            foreach (var next in Successors(step).Concat(step.OnFailure.Select(action => Target(step, action)).OfType<StepSymbol>()))
            {
                pending.Push(next);
            }
        }
        return reached;
    }

    /// <summary>What may come next when a step has succeeded.</summary>
    private IEnumerable<StepSymbol> Successors(StepSymbol step)
    {
        foreach (var failed in _failed[step])
        {
            yield return failed;
        }
        foreach (var action in step.OnSuccess)
        {
            if (Target(step, action) is { } target)
            {
                yield return target;
            }
            if (action.IsCertain)
            {
                yield break;
            }
        }
        if (step.Index + 1 < scope.Steps.Count)
        {
            yield return scope.Steps[step.Index + 1];
        }
    }

    private static StepSymbol? Target(StepSymbol step, ActionSymbol action) => action.Target ?? (action.IsRetry ? step : null);
}
