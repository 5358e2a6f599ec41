using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Diagnostics;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>Finds steps that no way leads to.</summary>
internal static class Reachability
{
    public static void Check(WorkflowScope scope)
    {
        var reached = Reach(scope, without: null);
        foreach (var step in scope.Steps.Where(step => !reached.Contains(step)))
        {
            scope.Report(DiagnosticDescriptors.UnreachableStep, step.Step.StepId.Range, step.Id);
        }
        foreach (var step in scope.Steps.Where(reached.Contains))
        {
            foreach (var dependency in step.Step.DependsOn)
            {
                if (StepOrder.Local(scope, dependency) is { } id && scope.FindStep(id) is { } earlier && earlier.Index < step.Index && Reach(scope, without: earlier).Contains(step))
                {
                    scope.Report(DiagnosticDescriptors.RunsTooEarly, dependency.Range, step.Id, earlier.Id);
                }
            }
        }
    }

    /// <summary>The steps that a way leads to, when no way leads on from one of them.</summary>
    private static HashSet<StepSymbol> Reach(WorkflowScope scope, StepSymbol? without)
    {
        var reached = new HashSet<StepSymbol>();
        var pending = new Stack<StepSymbol>();
        pending.Push(scope.Steps[0]);
        while (pending.Count > 0)
        {
            var step = pending.Pop();
            if (!reached.Add(step) || step == without)
            {
                continue;
            }
            var goesOn = true;
            foreach (var action in step.OnSuccess)
            {
                Push(action.Target);
                if (action.Action.Criteria.IsEmpty && action.Action.Type != ArazzoActionType.Retry)
                {
                    goesOn = false;
                    break;
                }
            }
            foreach (var action in step.OnFailure)
            {
                Push(action.Target);
            }
            if (goesOn && step.Index + 1 < scope.Steps.Count)
            {
                pending.Push(scope.Steps[step.Index + 1]);
            }
        }
        return reached;

        void Push(StepSymbol? target)
        {
            if (target is not null)
            {
                pending.Push(target);
            }
        }
    }
}
