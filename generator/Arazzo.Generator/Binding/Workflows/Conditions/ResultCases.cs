using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Model;

namespace Arazzo.Generator.Binding.Workflows.Conditions;

/// <summary>Which of several successes of an operation a step goes on with, as far as its criteria say so of the status.</summary>
internal static class ResultCases
{
    /// <summary>The only success with which all criteria can hold; null when there are several, or its body has no type of its own.</summary>
    public static ResultCaseModel? Only(OperationModel? operation, IEnumerable<ArazzoCriterion> criteria)
    {
        if (operation?.Results is not { } results)
        {
            return null;
        }
        var statuses = StatusCriteria.Left(criteria);
        if (statuses.Count == 0 || statuses.Exists(static status => status >= 300))
        {
            return null;
        }
        var cases = statuses.Select(status => Case(results, status)).Distinct().ToList();
        return cases.Count == 1 && cases[0] is { Type: { IsValueType: false, Kind: TypeKind.Object or TypeKind.Union or TypeKind.List or TypeKind.Map } } only ? only : null;
    }

    private static ResultCaseModel? Case(ResultModel results, int status) =>
        results.Cases.FirstOrDefault(item => item.Status == status) ?? results.Cases.FirstOrDefault(item => item.Status == status / 100) ?? results.Cases.FirstOrDefault(static item => item.Status == 0);
}
