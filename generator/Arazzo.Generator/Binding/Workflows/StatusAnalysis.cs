using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>Finds conditions that never hold: whatever the answer, for no status that it can have.</summary>
internal static class StatusAnalysis
{
    /// <summary>What a status can be, with 0 for that of no answer.</summary>
    public static IReadOnlyList<int> Everything { get; } = [0, .. Enumerable.Range(100, 500)];

    /// <summary>The statuses of answers that are good: 2xx unless there are criteria.</summary>
    public static List<int> Successes(IEnumerable<ConditionModel> criteria)
    {
        var conditions = criteria.ToList();
        return [.. Everything.Where(status => status >= 100 && (conditions.Count == 0 ? status is >= 200 and < 300 : conditions.TrueForAll(condition => Holds(condition, status) != false)))];
    }

    /// <summary>Whether a condition holds for no status among some.</summary>
    public static bool NeverHolds(ConditionModel condition, IReadOnlyList<int>? statuses = null) =>
        (statuses ?? Everything).All(status => Holds(condition, status) == false);

    /// <summary>Whether a condition holds for a status, 0 when no answer came; null: that depends on other things.</summary>
    public static bool? Holds(ConditionModel condition, int status) => condition switch
    {
        AllCondition all => All(all.Operands, status),
        AnyCondition any => Not(All(any.Operands, status, negated: true)),
        NoCondition no => Not(Holds(no.Operand, status)),
        CompareCondition compare => Compares(compare, status),
        NullCondition test when IsStatus(test.Value) => test.IsNull == (status == 0),
        TruthCondition { Value: LiteralValue { Type.Kind: TypeKind.Boolean } literal } => bool.Parse(literal.Text),
        TruthCondition { Value: ConditionValue inner } => Holds(inner.Condition, status),
        _ => null,
    };

    private static bool? All(EquatableArray<ConditionModel> operands, int status, bool negated = false)
    {
        bool? result = true;
        foreach (var operand in operands)
        {
            var holds = negated ? Not(Holds(operand, status)) : Holds(operand, status);
            if (holds == false)
            {
                return false;
            }
            result = holds is null ? null : result;
        }
        return result;
    }

    private static bool? Not(bool? value) => value is { } known ? !known : null;

    private static bool? Compares(CompareCondition compare, int status)
    {
        if (status == 0 && (IsStatus(compare.Left) || IsStatus(compare.Right)))
        {
            return compare.Operator == "!=";
        }
        if (Number(compare.Left, status) is { } left && Number(compare.Right, status) is { } right)
        {
            return compare.Operator switch
            {
                "==" => left == right,
                "!=" => left != right,
                "<" => left < right,
                "<=" => left <= right,
                ">" => left > right,
                _ => left >= right,
            };
        }
        return HaveNoOrder(compare.Left, compare.Right) || HaveNoOrder(compare.Right, compare.Left) ? compare.Operator == "!=" : null;
    }

    /// <summary>A number and a text that is none; a boolean, object or array and something else. Those are never equal, nor is one of them less.</summary>
    private static bool HaveNoOrder(ValueModel value, ValueModel other)
    {
        if (other is not LiteralValue literal)
        {
            return false;
        }
        return value.Type.Kind switch
        {
            TypeKind.Boolean => literal.Type.Kind != TypeKind.Boolean,
            TypeKind.Object or TypeKind.List or TypeKind.Map => true,
            TypeKind.String or TypeKind.Enum => literal.Type.Kind == TypeKind.Boolean,
            var kind => Conversions.IsNumber(kind) && (literal.Type.Kind == TypeKind.Boolean || (literal.Type.Kind == TypeKind.String && !IsNumber(literal.Text))),
        };
    }

    private static decimal? Number(ValueModel value, int status) => value switch
    {
        _ when IsStatus(value) => status,
        LiteralValue literal when (literal.Type.Kind == TypeKind.String || Conversions.IsNumber(literal.Type.Kind)) && IsNumber(literal.Text) =>
            decimal.Parse(literal.Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };

    private static bool IsStatus(ValueModel value) => value is ResponseValue { Member: "StatusCode" or "StatusOrNull" };

    private static bool IsNumber(string text) => decimal.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);
}
