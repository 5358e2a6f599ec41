using System.Globalization;
using Arazzo.Generator.Arazzo;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows;

/// <summary>Decides what criteria become.</summary>
internal sealed class CriterionBinder(ExpressionBinder expressions)
{
    private readonly WorkflowScope _scope = expressions.Scope;

    /// <summary>All criteria of an action as one condition. Null: there are none, or one is broken.</summary>
    public ConditionModel? BindAll(IEnumerable<ArazzoCriterion> criteria)
    {
        var conditions = criteria.Select(Bind).OfType<ConditionModel>().ToList();
        return conditions.Count switch
        {
            0 => null,
            1 => conditions[0],
            _ => new AllCondition(conditions.ToEquatableArray()),
        };
    }

    /// <summary>A criterion; null after an error.</summary>
    public ConditionModel? Bind(ArazzoCriterion criterion)
    {
        switch (criterion.Type.Kind)
        {
            case ArazzoExpressionKind.Simple:
                return _scope.Checked(_scope.Expressions.ReadCondition(criterion.Condition)) is { } condition
                    ? Condition(condition, null, criterion.Condition)
                    : null;
            case ArazzoExpressionKind.JsonPath:
                return JsonPath(criterion);
            case ArazzoExpressionKind.Regex when _scope.Checked(_scope.Expressions.ReadRegex(criterion.Condition)) is null:
            case ArazzoExpressionKind.XPath when _scope.Checked(_scope.Expressions.ReadXPath(criterion.Condition)) is null:
                return null;
            default:
                _scope.NotSupported(criterion.Type.Range, $"Criteria of type '{criterion.Type.Kind.ToString().ToLowerInvariant()}' are");
                return null;
        }
    }

    private ConditionModel? JsonPath(ArazzoCriterion criterion)
    {
        if (_scope.Checked(_scope.Expressions.ReadJsonPathCriterion(criterion.Condition)) is not { } path
            || criterion.Context is not { } contextText
            || _scope.Checked(_scope.Expressions.ReadExpression(contextText)) is not { } contextExpression
            || expressions.Bind(contextExpression, contextText.Range) is not { } context)
        {
            return null;
        }
        if (path.Condition is { } condition)
        {
            return Condition(condition, context, criterion.Condition);
        }
        if (path.Query is { IsSingular: true } query && Tokens(query) is { } tokens)
        {
            var json = Conversions.Convert(context, TypeReference.Any) ?? context;
            return new ExistsCondition(tokens.Count == 0 ? json : new PointerValue(json, tokens.ToEquatableArray()));
        }
        _scope.NotSupported(criterion.Condition.Range, "JSONPath queries with filters, wildcards or descendants are");
        return null;
    }

    private ConditionModel? Condition(Condition condition, ValueModel? context, ScalarNode place)
    {
        switch (condition)
        {
            case OrCondition or:
                return Operands(or.Operands, context, place) is { } any ? new AnyCondition(any) : null;
            case AndCondition and:
                return Operands(and.Operands, context, place) is { } all ? new AllCondition(all) : null;
            case NotCondition not:
                return Condition(not.Operand, context, place) is { } operand ? new NoCondition(operand) : null;
            case ComparisonCondition comparison:
                return Operand(comparison.Left, context, place) is { } left && Operand(comparison.Right, context, place) is { } right
                    ? new Comparison(_scope, place).Bind(left, comparison.Operator, right)
                    : null;
            case OperandCondition { Operand: ConditionOperand inner }:
                return Condition(inner.Condition, context, place);
            case OperandCondition single:
                return Operand(single.Operand, context, place) is { } value ? new TruthCondition(value) : null;
            case InCondition list:
                return In(list, context, place);
            default:
                _scope.NotSupported(place.Range, "The operator 'empty' is");
                return null;
        }
    }

    private AnyCondition? In(InCondition list, ValueModel? context, ScalarNode place)
    {
        var comparisons = list.Values
            .Select(value => Condition(new ComparisonCondition(list.Operand, ComparisonOperator.Equal, value), context, place))
            .ToList();
        return comparisons.Contains(null) ? null : new AnyCondition(comparisons.OfType<ConditionModel>().ToEquatableArray());
    }

    private EquatableArray<ConditionModel>? Operands(EquatableArray<Condition> operands, ValueModel? context, ScalarNode place)
    {
        var bound = operands.Select(operand => Condition(operand, context, place)).ToList();
        return bound.Contains(null) ? null : bound.OfType<ConditionModel>().ToEquatableArray();
    }

    private ValueModel? Operand(Operand operand, ValueModel? context, ScalarNode place)
    {
        switch (operand)
        {
            case LiteralOperand { Literal: var literal }:
                return Literal(literal);
            case ExpressionOperand expression:
                return expressions.Bind(expression.Expression, place.Range);
            case QueryOperand { Query: var query } when context is not null:
                return Query(query, context, place);
            case LengthOperand { Query: var query } when context is not null:
                return Query(query, context, place) is { } target ? Length(target, place) : null;
            default:
                _scope.NotSupported(place.Range, "This operand of a condition is");
                return null;
        }
    }

    private ValueModel? Length(ValueModel target, ScalarNode place) => target.Type.Kind switch
    {
        TypeKind.List or TypeKind.String or TypeKind.Any => new LengthValue(target),
        TypeKind.Union => new LengthValue(Conversions.Convert(target, TypeReference.Any)!),
        _ => new Navigation(_scope, place.Text, place.Range).Follow(target, ["length"]),
    };

    private ValueModel? Query(JsonPathQuery query, ValueModel context, ScalarNode place)
    {
        if (Tokens(query) is { } tokens)
        {
            return new Navigation(_scope, place.Text, place.Range).Follow(context, tokens) is { } found ? expressions.Kept(found) : null;
        }
        _scope.NotSupported(place.Range, "JSONPath queries with filters, wildcards or descendants are");
        return null;
    }

    /// <summary>The reference tokens of a singular query; null for any other.</summary>
    private static List<string>? Tokens(JsonPathQuery query)
    {
        var tokens = new List<string>();
        foreach (var segment in query.Segments)
        {
            if (segment.IsDescendant || segment.Selectors.Count != 1)
            {
                return null;
            }
            switch (segment.Selectors[0])
            {
                case NameSelector name:
                    tokens.Add(name.Name);
                    break;
                case IndexSelector { Index: >= 0 } index:
                    tokens.Add(index.Index.ToString(CultureInfo.InvariantCulture));
                    break;
                default:
                    return null;
            }
        }
        return tokens;
    }

    private static ValueModel Literal(Literal literal) => literal.Kind switch
    {
        LiteralKind.Null => new JsonLiteralValue("null"),
        LiteralKind.Boolean => new LiteralValue(new TypeReference(TypeKind.Boolean), literal.Text),
        LiteralKind.Number => Number(literal.Text),
        _ => new LiteralValue(TypeReference.String, literal.Text),
    };

    private static LiteralValue Number(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? new LiteralValue(new TypeReference(TypeKind.Int32), text)
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? new LiteralValue(new TypeReference(TypeKind.Int64), text)
        : new LiteralValue(new TypeReference(TypeKind.Double), text);
}
