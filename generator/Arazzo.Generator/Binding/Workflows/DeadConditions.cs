using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>Reports criteria that never hold, so that what depends on them never happens.</summary>
internal static class DeadConditions
{
    public static void Check(
        WorkflowScope scope, StepSymbol step, List<(ArazzoCriterion Criterion, ConditionModel? Condition)> criteria, List<ActionModel?> onSuccess, List<ActionModel?> onFailure)
    {
        var before = new List<ConditionModel>();
        foreach (var (criterion, condition) in criteria)
        {
            before.Add(condition!);
            if (StatusAnalysis.NeverHolds(condition!) || StatusAnalysis.Successes(before).Count == 0)
            {
                Report(scope, criterion, before.Count == 1 ? "" : " together with those before it");
                return;
            }
        }
        // A workflow that is called has a status of its own kind: that of its last answer, whatever that was.
        var successes = step.Call is null ? StatusAnalysis.Successes(before) : null;
        Check(scope, step.OnSuccess, onSuccess, successes, successes is null ? "" : " after a success of this step");
        Check(scope, step.OnFailure, onFailure, null, "");
    }

    private static void Check(WorkflowScope scope, List<ActionSymbol> symbols, List<ActionModel?> actions, List<int>? statuses, string when)
    {
        for (var index = 0; index < symbols.Count; index++)
        {
            // What a workflow gives to all its steps need not hold for each of them.
            if (symbols[index].IsOwn && actions[index]?.Condition is { } condition && StatusAnalysis.NeverHolds(condition, statuses))
            {
                Report(scope, symbols[index].Action.Criteria[0], StatusAnalysis.NeverHolds(condition) ? "" : when);
            }
        }
    }

    private static void Report(WorkflowScope scope, ArazzoCriterion criterion, string when) =>
        scope.Report(DiagnosticDescriptors.NeverHolds, criterion.Condition.Range, criterion.Condition.Text, when);
}
