using System.Text.RegularExpressions;
using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Binding.Workflows.Expressions;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;

namespace Arazzo.Generator.Binding.Workflows.Conditions;

/// <summary>What criteria say of the status alone, which has to be known before their other values can be bound to types.</summary>
internal static class StatusCriteria
{
    // Three characters take no time, whatever the pattern.
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Whether some of the criteria are about the status and yet hold for one that is no success, so that the answer may have a body of another type.</summary>
    public static bool AcceptFailures(IEnumerable<ArazzoCriterion> criteria) => criteria.Any(IsAboutStatus) && Left(criteria).Exists(static status => status >= 300);

    /// <summary>The statuses with which all criteria can hold. Whatever is said of 1xx, those are no answers.</summary>
    public static List<int> Left(IEnumerable<ArazzoCriterion> criteria)
    {
        var rules = criteria.Where(IsAboutStatus).Select(Rule).ToList();
        return [.. StatusAnalysis.Everything.Where(status => status >= 200 && rules.TrueForAll(rule => rule(status) != false))];
    }

    private static bool IsAboutStatus(ArazzoCriterion criterion) => (criterion.Condition.Text + criterion.Context?.Text).Contains("$statusCode");

    private static Func<int, bool?> Rule(ArazzoCriterion criterion)
    {
        switch (criterion.Type.Kind)
        {
            case ArazzoExpressionKind.Simple when ConditionParser.Parse(criterion.Condition.Text).Value is { } condition:
                var holds = StatusAnalysis.Holds(Bind(condition));
                return status => holds[status];
            case ArazzoExpressionKind.Regex when criterion.Context?.Text == "$statusCode" && !criterion.Condition.Text.Contains("{$") && PatternChecker.CheckRegex(criterion.Condition.Text) is null:
                var pattern = new Regex(criterion.Condition.Text, RegexOptions.CultureInvariant, MatchTimeout);
                return status => pattern.IsMatch(status.ToString(System.Globalization.CultureInfo.InvariantCulture));
            default:
                return static _ => null;
        }
    }

    private static ConditionModel Bind(Condition condition) => condition switch
    {
        OrCondition or => new AnyCondition(or.Operands.Select(Bind).ToEquatableArray()),
        AndCondition and => new AllCondition(and.Operands.Select(Bind).ToEquatableArray()),
        NotCondition not => new NoCondition(Bind(not.Operand)),
        ComparisonCondition comparison => new CompareCondition(Bind(comparison.Left), Comparison.Symbol(comparison.Operator), Bind(comparison.Right), ComparisonKind.Untyped),
        InCondition list => new AnyCondition(list.Values.Select(value => Bind(new ComparisonCondition(list.Operand, ComparisonOperator.Equal, value))).ToEquatableArray()),
        OperandCondition { Operand: ConditionOperand inner } => Bind(inner.Condition),
        _ => new TruthCondition(new MissingValue()),
    };

    private static ValueModel Bind(Operand operand) => operand switch
    {
        LiteralOperand literal => Literals.Constant(literal.Literal),
        ExpressionOperand { Expression: StatusCodeExpression } => new ResponseValue(new TypeReference(TypeKind.Int32), "StatusCode"),
        _ => new MissingValue(),
    };
}
