using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Tests.Rehearsals.Documents;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>RFC 9535 by interpretation.</summary>
internal sealed class JsonPathOracle(FlowState state, Exchange? exchange)
{
    public static JsonNode? Value(Literal literal) => literal.Kind switch
    {
        LiteralKind.Null => null,
        LiteralKind.Boolean => literal.Text == "true",
        LiteralKind.Number => JsonNode.Parse(literal.Text),
        _ => literal.Text,
    };

    public IReadOnlyList<JsonNode?> Select(JsonPathQuery query, JsonNode? root) => Select(query, root, root);

    private List<JsonNode?> Select(JsonPathQuery query, JsonNode? root, JsonNode? current)
    {
        List<JsonNode?> nodes = [query.IsRelative ? current : root];
        foreach (var segment in query.Segments)
        {
            var from = segment.IsDescendant ? nodes.SelectMany(Json.Descendants) : nodes;
            nodes = [.. from.SelectMany(node => segment.Selectors.SelectMany(selector => Select(selector, node, root)))];
        }
        return nodes;
    }

    private IEnumerable<JsonNode?> Select(JsonPathSelector selector, JsonNode? node, JsonNode? root)
    {
        switch (selector)
        {
            case NameSelector name:
                return node is JsonObject members && members.TryGetPropertyValue(name.Name, out var member) ? [member] : [];
            case IndexSelector index when node is JsonArray items:
                var position = index.Index < 0 ? items.Count + index.Index : index.Index;
                return position >= 0 && position < items.Count ? [items[(int)position]] : [];
            case EmbeddedSelector embedded:
                var value = state.Value(embedded.Template, exchange);
                return Json.Number(value) is { } number ? Select(new IndexSelector((long)number), node, root) : Select(new NameSelector(Json.Print(value)), node, root);
            case WildcardSelector:
                return Children(node);
            case SliceSelector slice when node is JsonArray items:
                return Slice(slice, items);
            case FilterSelector filter:
                return Children(node).Where(child => Holds(filter.Expression, root, child));
            default:
                return [];
        }
    }

    private static IEnumerable<JsonNode?> Children(JsonNode? node) => node switch
    {
        JsonObject members => members.Select(static member => member.Value),
        JsonArray items => items,
        _ => [],
    };

    private static IEnumerable<JsonNode?> Slice(SliceSelector slice, JsonArray items)
    {
        var step = slice.Step ?? 1;
        long Normal(long index) => index < 0 ? items.Count + index : index;
        if (step > 0)
        {
            var end = Math.Min(Normal(slice.End ?? items.Count), items.Count);
            for (var index = Math.Max(Normal(slice.Start ?? 0), 0); index < end; index += step)
            {
                yield return items[(int)index];
            }
        }
        else if (step < 0)
        {
            var end = slice.End is { } last ? Math.Max(Normal(last), -1) : -1;
            for (var index = Math.Min(Normal(slice.Start ?? items.Count - 1), items.Count - 1); index > end; index += step)
            {
                yield return items[(int)index];
            }
        }
    }

    private bool Holds(FilterExpression expression, JsonNode? root, JsonNode? current) => expression switch
    {
        FilterOr either => either.Operands.Any(operand => Holds(operand, root, current)),
        FilterAnd every => every.Operands.All(operand => Holds(operand, root, current)),
        FilterNot negated => !Holds(negated.Operand, root, current),
        FilterExistence existence => Select(existence.Query, root, current).Count > 0,
        FilterComparison comparison => Compare(Operand(comparison.Left, root, current), comparison.Operator, Operand(comparison.Right, root, current)),
        FilterFunctionTest test => Call(test.Call, root, current) is [var found] && Json.IsTrue(found),
        _ => throw new InvalidOperationException(expression.ToString()),
    };

    /// <summary>The only value, or none.</summary>
    private JsonNode?[] Operand(FilterOperand operand, JsonNode? root, JsonNode? current) => operand switch
    {
        FilterLiteral literal => [Value(literal.Literal)],
        FilterTemplate template => [state.Value(template.Template, exchange)],
        FilterQuery query => [.. Select(query.Query, root, current).Take(1)],
        FilterFunction function => Call(function.Call, root, current),
        _ => throw new InvalidOperationException(operand.ToString()),
    };

    private JsonNode?[] Call(JsonPathFunctionCall call, JsonNode? root, JsonNode? current)
    {
        if (call.Function is JsonPathFunction.Count or JsonPathFunction.Value)
        {
            var nodes = call.Arguments[0] is FilterQuery query ? Select(query.Query, root, current) : [];
            return call.Function == JsonPathFunction.Count ? [nodes.Count] : nodes.Count == 1 ? [nodes[0]] : [];
        }
        var arguments = call.Arguments.Select(argument => Operand(argument, root, current)).ToList();
        if (call.Function == JsonPathFunction.Length)
        {
            return arguments[0] switch
            {
                [JsonArray items] => [items.Count],
                [JsonObject members] => [members.Count],
                [{ } value] when Json.Text(value) is { } text => [new StringInfo(text).LengthInTextElements],
                _ => [],
            };
        }
        return arguments is [[{ } subject], [{ } pattern]] && Json.Text(subject) is { } input && Json.Text(pattern) is { } regex
            ? [Regex.IsMatch(input, call.Function == JsonPathFunction.Match ? $"^(?:{regex})$" : regex)]
            : [false];
    }

    private static bool Compare(JsonNode?[] left, ComparisonOperator @operator, JsonNode?[] right) => @operator switch
    {
        ComparisonOperator.Equal => AreEqual(left, right),
        ComparisonOperator.NotEqual => !AreEqual(left, right),
        ComparisonOperator.Less => IsLess(left, right),
        ComparisonOperator.Greater => IsLess(right, left),
        ComparisonOperator.LessOrEqual => IsLess(left, right) || AreEqual(left, right),
        _ => IsLess(right, left) || AreEqual(left, right),
    };

    private static bool AreEqual(JsonNode?[] left, JsonNode?[] right) => (left, right) switch
    {
        ([], []) => true,
        ([var one], [var other]) => JsonNode.DeepEquals(one, other) || (Json.Number(one) is { } number && number.Equals(Json.Number(other))),
        _ => false,
    };

    private static bool IsLess(JsonNode?[] left, JsonNode?[] right) => (left, right) is ([var one], [var other])
        && ((Json.Number(one) < Json.Number(other)) || (Json.Text(one) is { } text && Json.Text(other) is { } second && string.CompareOrdinal(text, second) < 0));
}
