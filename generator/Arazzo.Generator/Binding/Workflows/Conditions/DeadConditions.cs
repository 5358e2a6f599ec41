using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Binding.Workflows.Control;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Binding.Workflows.Conditions;

/// <summary>Reports criteria that never hold and actions that never have their turn, and finds the actions that always apply.</summary>
internal sealed class DeadConditions(WorkflowScope scope, StepSymbol step)
{
    private const string AfterSuccess = " after a success of this step";

    public void Check(List<(ArazzoCriterion Criterion, ConditionModel? Condition)> criteria, List<ActionModel?> onSuccess, List<ActionModel?> onFailure)
    {
        var successes = Enumerable.Range(200, 100).ToList();
        var (known, stillKnown) = (new Contradictions(scope.Types), new Contradictions(scope.Types));
        var isFirst = true;
        foreach (var (criterion, condition) in criteria)
        {
            var holds = StatusAnalysis.Holds(condition!);
            var conjuncts = Contradictions.Conjuncts(condition!).ToList();
            if (!StatusAnalysis.Everything.Any(status => holds[status] != false) || new Contradictions(scope.Types).Add(conjuncts))
            {
                Report(criterion, "");
                return;
            }
            successes = [.. (isFirst ? StatusAnalysis.Everything.Skip(1) : successes).Where(status => holds[status] != false)];
            isFirst = false;
            if (successes.Count == 0 || known.Add(conjuncts))
            {
                Report(criterion, " together with those before it");
                return;
            }
            stillKnown.Add(conjuncts.Where(conjunct => !ReadsOwnOutput(conjunct)));
        }
        CheckDocumented(criteria);
        // A workflow that is called has a status of its own kind: that of its last answer, whatever that was.
        Check(step.OnSuccess, onSuccess, step.Call is null ? successes : StatusAnalysis.Everything, stillKnown, step.Call is null ? AfterSuccess : "");
        // An answer with any status may be a failure: its body may be unreadable.
        Check(step.OnFailure, onFailure, StatusAnalysis.Everything, new Contradictions(scope.Types), "");
    }

    private void Check(List<ActionSymbol> symbols, List<ActionModel?> actions, IReadOnlyList<int> statuses, Contradictions known, string when)
    {
        var remaining = statuses;
        var earlier = new List<(string Name, List<ConditionModel> Conditions)>();
        string? end = null;
        for (var index = 0; index < symbols.Count; index++)
        {
            var (symbol, action) = (symbols[index], symbols[index].Action);
            if (end is not null)
            {
                NeverTried(symbol, end);
                continue;
            }
            if (actions[index] is not { } bound || (bound.Condition is null && !action.Criteria.IsEmpty))
            {
                // Broken, which has been said.
                continue;
            }
            if (bound.Condition is not { } condition)
            {
                end = symbol.IsRetry ? null : ActionBinder.Always(action);
                continue;
            }
            var holds = StatusAnalysis.Holds(condition);
            var conditions = Contradictions.Conjuncts(condition).Select(Current).ToList();
            if (!StatusAnalysis.Everything.Any(status => holds[status] != false) || new Contradictions(scope.Types).Add(conditions))
            {
                NeverHolds(symbol, "");
            }
            else if (!statuses.Any(status => holds[status] != false) || known.Has(conditions))
            {
                NeverHolds(symbol, when);
            }
            else if (!remaining.Any(status => holds[status] != false))
            {
                NeverTried(symbol, "one before it applies to each status that it is for");
            }
            else if (earlier.Find(other => other.Conditions.TrueForAll(conditions.Contains)) is { Name: { } name })
            {
                NeverTried(symbol, $"'{name}' before it applies whenever it would");
            }
            if (symbol.IsRetry)
            {
                continue;
            }
            var isOtherwise = conditions.Count == 1 && earlier.Exists(other => other.Conditions.Count == 1 && Contradictions.AreOpposite(other.Conditions[0], conditions[0]));
            earlier.Add((action.Name.Text, conditions));
            remaining = [.. remaining.Where(status => holds[status] != true)];
            if (remaining.Count == 0 || isOtherwise)
            {
                symbol.IsCertain = true;
                end = $"'{action.Name.Text}' before it always applies{when}";
            }
        }
    }

    /// <summary>Reports the criterion with which no status is left that the operation documents. Failures need not be documented.</summary>
    private void CheckDocumented(List<(ArazzoCriterion Criterion, ConditionModel? Condition)> criteria)
    {
        var documented = step.Variant?.Responses.Select(static response => response.Status).Distinct().OrderBy(static status => status).ToList() ?? [];
        if (documented.Count == 0 || documented.Contains(0))
        {
            return;
        }
        var successes = StatusAnalysis.Everything.Skip(1).Where(status => status >= 400 || documented.Contains(status) || documented.Contains(status / 100)).ToList();
        foreach (var (criterion, condition) in criteria)
        {
            var holds = StatusAnalysis.Holds(condition!);
            successes.RemoveAll(status => holds[status] == false);
            if (successes.Count == 0)
            {
                scope.Report(
                    DiagnosticDescriptors.UndocumentedStatus, criterion.Condition.Range, criterion.Condition.Text, step.Variant!.Id,
                    string.Join(", ", documented.Select(static status => status < 10 ? $"{status}XX" : status.ToString(System.Globalization.CultureInfo.InvariantCulture))));
                return;
            }
        }
    }

    /// <summary>A condition of an action, whose outputs of the step are those that were just kept.</summary>
    private ConditionModel Current(ConditionModel condition) => condition switch
    {
        CompareCondition compare => compare with { Left = Current(compare.Left), Right = Current(compare.Right) },
        NullCondition test => test with { Value = Current(test.Value) },
        _ => condition,
    };

    private ValueModel Current(ValueModel value) => value is StepOutputValue kept ? step.Outputs.Values.FirstOrDefault(output => output.Field == kept.Field)?.Value ?? value : value;

    /// <summary>Whether a criterion is about an output of the step from the round before, which its actions do not see any more.</summary>
    private bool ReadsOwnOutput(ConditionModel condition) => condition switch
    {
        CompareCondition compare => ReadsOwnOutput(compare.Left) || ReadsOwnOutput(compare.Right),
        NullCondition test => ReadsOwnOutput(test.Value),
        _ => false,
    };

    private bool ReadsOwnOutput(ValueModel value) => value switch
    {
        StepOutputValue kept => step.Outputs.Values.Any(output => output.Field == kept.Field),
        MemberValue member => ReadsOwnOutput(member.Target),
        ElementValue element => ReadsOwnOutput(element.Target),
        PointerValue pointer => ReadsOwnOutput(pointer.Target),
        LengthValue length => ReadsOwnOutput(length.Target),
        ConvertedValue converted => ReadsOwnOutput(converted.Value),
        _ => false,
    };

    private void NeverTried(ActionSymbol symbol, string why)
    {
        // What a workflow gives to all its steps need not be for each of them.
        if (symbol.Place is { } place)
        {
            scope.Report(DiagnosticDescriptors.ActionNeverTried, place.Range, symbol.Action.Name.Text, why);
        }
    }

    private void NeverHolds(ActionSymbol symbol, string when)
    {
        if (symbol.IsInline)
        {
            Report(symbol.Action.Criteria[0], when);
        }
    }

    private void Report(ArazzoCriterion criterion, string when) =>
        scope.Report(DiagnosticDescriptors.NeverHolds, criterion.Condition.Range, criterion.Condition.Text, when);
}
