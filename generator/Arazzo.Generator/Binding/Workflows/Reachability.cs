using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Diagnostics;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>Finds steps that no way leads to.</summary>
internal static class Reachability
{
    public static void Check(WorkflowScope scope)
    {
        var reached = new HashSet<StepSymbol>();
        var pending = new Stack<StepSymbol>();
        pending.Push(scope.Steps[0]);
        while (pending.Count > 0)
        {
            var step = pending.Pop();
            if (!reached.Add(step))
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
        foreach (var step in scope.Steps.Where(step => !reached.Contains(step)))
        {
            scope.Report(DiagnosticDescriptors.UnreachableStep, step.Step.StepId.Range, step.Id);
        }

        void Push(StepSymbol? target)
        {
            if (target is not null)
            {
                pending.Push(target);
            }
        }
    }
}
