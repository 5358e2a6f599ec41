using System.Globalization;
using Arazzo.Generator.Binding.Workflows.Expressions;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Binding.Workflows.Conditions;

/// <summary>Finds for which statuses conditions hold.</summary>
internal static class StatusAnalysis
{
    // A server may send any three digits (RFC 9110, Section 15), and some do: 999.
    private const int Greatest = 999;

    /// <summary>What a status can be, with 0 for that of no answer.</summary>
    public static IReadOnlyList<int> Everything { get; } = [0, .. Enumerable.Range(100, Greatest - 99)];

    /// <summary>Whether a condition holds, by the status; null: that depends on other things.</summary>
    public static bool?[] Holds(ConditionModel condition)
    {
        var rule = Rule(condition);
        var holds = new bool?[Greatest + 1];
        foreach (var status in Everything)
        {
            holds[status] = rule(status);
        }
        return holds;
    }

    private static Func<int, bool?> Rule(ConditionModel condition)
    {
        switch (condition)
        {
            case AllCondition all:
                return Combine(all.Operands, decisive: false);
            case AnyCondition any:
                return Combine(any.Operands, decisive: true);
            case NoCondition no:
                var operand = Rule(no.Operand);
                return status => !operand(status);
            case CompareCondition compare:
                return Rule(compare);
            case NullCondition test when IsStatus(test.Value):
                return status => test.IsNull == (status == 0);
            case TruthCondition { Value: LiteralValue { Type.Kind: TypeKind.Boolean } literal }:
                var value = bool.Parse(literal.Text);
                return _ => value;
            case TruthCondition { Value: ConditionValue inner }:
                return Rule(inner.Condition);
            default:
                return static _ => null;
        }
    }

    private static Func<int, bool?> Combine(EquatableArray<ConditionModel> operands, bool decisive)
    {
        var rules = operands.Select(Rule).ToArray();
        return status =>
        {
            bool? result = !decisive;
            foreach (var rule in rules)
            {
                var holds = rule(status);
                if (holds == decisive)
                {
                    return decisive;
                }
                result = holds is null ? null : result;
            }
            return result;
        };
    }

    private static Func<int, bool?> Rule(CompareCondition compare)
    {
        var (left, right) = (compare.Left, compare.Right);
        var (isLeftStatus, isRightStatus) = (IsStatus(left), IsStatus(right));
        if ((isLeftStatus || Number(left) is not null) && (isRightStatus || Number(right) is not null))
        {
            var (leftNumber, rightNumber) = (Number(left), Number(right));
            return status => status == 0 && (isLeftStatus || isRightStatus)
                ? compare.Operator == "!="
                : Holds(leftNumber ?? status, compare.Operator, rightNumber ?? status);
        }
        bool? always = HaveNoOrder(left, right) || HaveNoOrder(right, left) ? compare.Operator == "!=" : null;
        return status => status == 0 && (isLeftStatus || isRightStatus) ? compare.Operator == "!=" : always;
    }

    private static bool Holds(decimal left, string @operator, decimal right) => @operator switch
    {
        "==" => left == right,
        "!=" => left != right,
        "<" => left < right,
        "<=" => left <= right,
        ">" => left > right,
        _ => left >= right,
    };

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

    private static decimal? Number(ValueModel value) => value switch
    {
        LiteralValue literal when (literal.Type.Kind == TypeKind.String || Conversions.IsNumber(literal.Type.Kind))
            && decimal.TryParse(literal.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static bool IsStatus(ValueModel value) => value is ResponseValue { Member: "StatusCode" or "StatusOrNull" };

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
