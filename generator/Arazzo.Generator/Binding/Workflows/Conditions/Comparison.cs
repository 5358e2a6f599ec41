using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Binding.Workflows.Expressions;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Conditions;

/// <summary>Decides how two values compare: as C# does where both types are known and it means the same, else by Arazzo's rules at run time.</summary>
internal sealed class Comparison(WorkflowScope scope, ScalarNode place)
{
    public ConditionModel Bind(ValueModel left, ComparisonOperator @operator, ValueModel right)
    {
        var isEquality = @operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual;
        var symbol = Symbol(@operator);
        if (isEquality && (IsNull(left) || IsNull(right)))
        {
            return new NullCondition(IsNull(left) ? right : left, @operator == ComparisonOperator.Equal);
        }
        if (isEquality && Enum(left, right) is { } comparedWithRight)
        {
            return new CompareCondition(left, symbol, comparedWithRight, EnumKind(left));
        }
        if (isEquality && Enum(right, left) is { } comparedWithLeft)
        {
            return new CompareCondition(right, symbol, comparedWithLeft, EnumKind(right));
        }
        if (@operator == ComparisonOperator.Equal && left is ResponseValue { Member: "StatusOrNull" } && right is LiteralValue { Type.Kind: TypeKind.Int32, Text: not "0" })
        {
            // No answer has the status 0, which equals no other either.
            left = new ResponseValue(new TypeReference(TypeKind.Int32), "StatusCode");
        }
        // Two literals are compared when the workflow runs: C# would see through a constant, and complain about what is never reached.
        var kind = left is LiteralValue && right is LiteralValue ? ComparisonKind.Untyped : Kind(left.Type.Kind, right.Type.Kind, isEquality);
        return new CompareCondition(left, symbol, right, kind);
    }

    /// <summary>The member that <paramref name="literal"/> names when <paramref name="value"/> is of an enum.</summary>
    private EnumMemberValue? Enum(ValueModel value, ValueModel literal)
    {
        if (literal is not LiteralValue text
            || (value.Type.Kind, text.Type.Kind) is not ((TypeKind.Enum, TypeKind.String) or (TypeKind.IntegerEnum, TypeKind.Int32 or TypeKind.Int64)))
        {
            return null;
        }
        if (Literals.Member(scope, value.Type, text.Text) is { } member)
        {
            return new EnumMemberValue(value.Type.NotNull(), member.Name);
        }
        scope.Report(
            DiagnosticDescriptors.UnlistedEnumValue, place.Range, text.Text, Conversions.Describe(value.Type),
            Suggestion.For(text.Text, scope.Types.FindEnum(value.Type.NotNull())?.Members.Select(static item => item.Value) ?? []));
        return null;
    }

    private static ComparisonKind EnumKind(ValueModel value) => value.Type.Kind == TypeKind.Enum ? ComparisonKind.Text : ComparisonKind.Typed;

    private static ComparisonKind Kind(TypeKind left, TypeKind right, bool isEquality)
    {
        if (Conversions.IsNumber(left) && Conversions.IsNumber(right))
        {
            // C# does not compare decimal with double.
            return left == right || Conversions.IsWidening(left, right) || Conversions.IsWidening(right, left) ? ComparisonKind.Typed : ComparisonKind.Untyped;
        }
        if (isEquality && left == right && left is TypeKind.Boolean)
        {
            return ComparisonKind.Typed;
        }
        return isEquality && left == TypeKind.String && right == TypeKind.String ? ComparisonKind.Text : ComparisonKind.Untyped;
    }

    private static bool IsNull(ValueModel value) => value is JsonLiteralValue { Json: "null" };

    /// <summary>The operator in C#.</summary>
    public static string Symbol(ComparisonOperator @operator) => @operator switch
    {
        ComparisonOperator.Equal => "==",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };
}
