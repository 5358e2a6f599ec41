using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using System.Xml.XPath;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Tests.Rehearsals.Documents;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>Whether criteria hold, by the words of the specification (section Criterion Object).</summary>
internal sealed class ConditionOracle(FlowState state, Exchange exchange)
{
    public bool Hold(IEnumerable<FlowCriterion> criteria) => criteria.All(Holds);

    public bool Holds(FlowCriterion criterion)
    {
        switch (criterion.Type)
        {
            case "jsonpath":
                var context = Context(criterion);
                return JsonPathConditionParser.Parse(criterion.Condition).Value switch
                {
                    { Query: { } query } => new JsonPathOracle(state, exchange).Select(query, context).Count > 0,
                    { Condition: { } condition } => Holds(condition, context),
                    _ => throw new InvalidOperationException($"No JSONPath: {criterion.Condition}"),
                };
            case "regex":
                return Context(criterion) is { } text && Regex.IsMatch(Json.Print(text), Json.Print(state.Value(TemplateParser.Parse(criterion.Condition).Value!, exchange)));
            case "xpath":
                return exchange.Answer.Xml is { } xml && XPath(xml, Json.Print(state.Value(TemplateParser.Parse(criterion.Condition).Value!, exchange)));
            default:
                return Holds(ConditionParser.Parse(criterion.Condition).Value ?? throw new InvalidOperationException($"No condition: {criterion.Condition}"), null);
        }
    }

    private JsonNode? Context(FlowCriterion criterion) => criterion.Context is { } text ? state.Value(text, exchange) : null;

    private bool Holds(Condition condition, JsonNode? context) => condition switch
    {
        OrCondition either => either.Operands.Any(operand => Holds(operand, context)),
        AndCondition every => every.Operands.All(operand => Holds(operand, context)),
        NotCondition negated => !Holds(negated.Operand, context),
        ComparisonCondition comparison => Compare(Value(comparison.Left, context), comparison.Operator, Value(comparison.Right, context)),
        OperandCondition operand => IsTruthy(Value(operand.Operand, context)),
        InCondition one => one.Values.Any(value => AreEqual(Value(one.Operand, context), Value(value, context))),
        EmptyCondition empty => (Value(empty.Operand, context) is null or JsonArray { Count: 0 } or JsonObject { Count: 0 } || Json.Text(Value(empty.Operand, context)) is "") == empty.IsEmpty,
        _ => throw new InvalidOperationException(condition.ToString()),
    };

    private JsonNode? Value(Operand operand, JsonNode? context) => operand switch
    {
        LiteralOperand literal => JsonPathOracle.Value(literal.Literal),
        ExpressionOperand expression => state.Value(expression.Expression, exchange),
        TemplateOperand template => state.Value(template.Template with { IsWhole = false }, exchange),
        ConditionOperand condition => Holds(condition.Condition, context),
        QueryOperand query => new JsonPathOracle(state, exchange).Select(query.Query, context) is { Count: > 0 } found ? found[0] : null,
        LengthOperand { Query.IsSingular: false } length => new JsonPathOracle(state, exchange).Select(length.Query, context).Count,
        LengthOperand length => new JsonPathOracle(state, exchange).Select(length.Query, context) is { Count: > 0 } found ? Length(found[0]) : null,
        _ => throw new InvalidOperationException(operand.ToString()),
    };

    private static JsonNode? Length(JsonNode? value) => value switch
    {
        JsonArray items => items.Count,
        JsonObject members => members["length"],
        _ => Json.Text(value)?.Length,
    };

    public static bool Compare(JsonNode? left, ComparisonOperator @operator, JsonNode? right)
    {
        if (@operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        {
            return AreEqual(left, right) == (@operator == ComparisonOperator.Equal);
        }
        var order = (Order(left), Order(right)) is ({ } one, { } other) ? one.CompareTo(other)
            : Json.Text(left) is { } text && Json.Text(right) is { } second ? string.Compare(text, second, StringComparison.OrdinalIgnoreCase)
            : (int?)null;
        return @operator switch
        {
            ComparisonOperator.Less => order < 0,
            ComparisonOperator.LessOrEqual => order <= 0,
            ComparisonOperator.Greater => order > 0,
            _ => order >= 0,
        };
    }

    private static bool AreEqual(JsonNode? left, JsonNode? right)
    {
        if (left is null || right is null)
        {
            return left is null && right is null;
        }
        if (Json.Text(left) is { } text && Json.Text(right) is { } other)
        {
            return text.Equals(other, StringComparison.OrdinalIgnoreCase);
        }
        return Json.Number(left) is not null || Json.Number(right) is not null ? Order(left) is { } one && one.Equals(Order(right)) : JsonNode.DeepEquals(left, right);
    }

    private static double? Order(JsonNode? value) => Json.Number(value) ?? (Json.Text(value) is { } text ? Json.Parse(text) : null);

    private static bool IsTruthy(JsonNode? value) => Json.Kind(value) switch
    {
        JsonValueKind.Null or JsonValueKind.False => false,
        JsonValueKind.Number => Json.Number(value) is not 0,
        JsonValueKind.String => Json.Text(value) is not "",
        _ => true,
    };

    private static bool XPath(XDocument xml, string expression) => xml.XPathEvaluate(expression) switch
    {
        bool truth => truth,
        double number => number is not 0 and not double.NaN,
        string text => text.Length > 0,
        System.Collections.IEnumerable nodes => nodes.Cast<object>().Any(),
        _ => false,
    };
}
