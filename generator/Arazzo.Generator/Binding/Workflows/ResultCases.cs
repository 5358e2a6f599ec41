using System.Globalization;
using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Model;

namespace Arazzo.Generator.Binding.Workflows;

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
        var conditions = criteria.Where(static criterion => criterion.Type.Kind == ArazzoExpressionKind.Simple)
            .Select(static criterion => ConditionParser.Parse(criterion.Condition.Text).Value).OfType<Condition>().ToList();
        // Whatever is said of 1xx, those are no answers.
        var statuses = Enumerable.Range(200, 400).Where(status => conditions.TrueForAll(condition => Holds(condition, status) != false)).ToList();
        if (statuses.Count == 0 || statuses.Exists(static status => status >= 300))
        {
            return null;
        }
        var cases = statuses.Select(status => Case(results, status)).Distinct().ToList();
        return cases.Count == 1 && cases[0] is { Type: { IsValueType: false, Kind: TypeKind.Object or TypeKind.Union or TypeKind.List or TypeKind.Map } } only ? only : null;
    }

    private static ResultCaseModel? Case(ResultModel results, int status) =>
        results.Cases.FirstOrDefault(item => item.Status == status) ?? results.Cases.FirstOrDefault(item => item.Status == status / 100) ?? results.Cases.FirstOrDefault(static item => item.Status == 0);

    /// <summary>Whether a condition holds for a status; null: that depends on other things.</summary>
    private static bool? Holds(Condition condition, int status) => condition switch
    {
        AndCondition all => All(all.Operands, status, expected: true),
        OrCondition any => Not(All(any.Operands, status, expected: false)),
        NotCondition not => Not(Holds(not.Operand, status)),
        ComparisonCondition { Left: ExpressionOperand { Expression: StatusCodeExpression }, Right: var right } comparison when Number(right) is { } number => Compare(status, comparison.Operator, number),
        ComparisonCondition { Right: ExpressionOperand { Expression: StatusCodeExpression }, Left: var left } comparison when Number(left) is { } number => Compare(number, comparison.Operator, status),
        InCondition { Operand: ExpressionOperand { Expression: StatusCodeExpression } } one when one.Values.All(static value => Number(value) is not null) => one.Values.Any(value => Number(value) == status),
        _ => null,
    };

    /// <summary>Whether each operand is as expected; false as soon as one is not.</summary>
    private static bool? All(EquatableArray<Condition> operands, int status, bool expected)
    {
        bool? result = true;
        foreach (var operand in operands)
        {
            var holds = Holds(operand, status);
            if (holds == !expected)
            {
                return false;
            }
            result = holds is null ? null : result;
        }
        return result;
    }

    private static bool? Not(bool? value) => value is { } known ? !known : null;

    private static bool Compare(decimal left, ComparisonOperator @operator, decimal right) => @operator switch
    {
        ComparisonOperator.Equal => left == right,
        ComparisonOperator.NotEqual => left != right,
        ComparisonOperator.Less => left < right,
        ComparisonOperator.LessOrEqual => left <= right,
        ComparisonOperator.Greater => left > right,
        _ => left >= right,
    };

    private static decimal? Number(Operand operand) =>
        operand is LiteralOperand { Literal: { Kind: LiteralKind.Number or LiteralKind.String, Text: var text } } && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
