using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Binding.Workflows.Expressions;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Binding.Workflows.Conditions;

/// <summary>Decides what simple conditions become, and the comparisons that the dialect writes in place of JSONPath.</summary>
/// <param name="expressions">Binds the runtime expressions.</param>
/// <param name="place">The condition in the document.</param>
/// <param name="context">What <c>$</c> is in the dialect's JSONPath, else null.</param>
internal sealed class ConditionBinder(ExpressionBinder expressions, ScalarNode place, ValueModel? context)
{
    private readonly WorkflowScope _scope = expressions.Scope;

    /// <summary>The condition; null after an error.</summary>
    public ConditionModel? Bind(Condition condition)
    {
        switch (condition)
        {
            case OrCondition or:
                return All(or.Operands) is { } any ? new AnyCondition(any) : null;
            case AndCondition and:
                return All(and.Operands) is { } all ? new AllCondition(all) : null;
            case NotCondition not:
                return Bind(not.Operand) is { } operand ? new NoCondition(operand) : null;
            case ComparisonCondition comparison:
                return Operand(comparison.Left) is { } left && Operand(comparison.Right) is { } right
                    ? new Comparison(_scope, place).Bind(left, comparison.Operator, right)
                    : null;
            case OperandCondition { Operand: ConditionOperand inner }:
                return Bind(inner.Condition);
            case OperandCondition single:
                return Operand(single.Operand) is { } value ? new TruthCondition(value) : null;
            case InCondition list:
                return All(list.Values.Select(value => (Condition)new ComparisonCondition(list.Operand, ComparisonOperator.Equal, value))) is { } equal
                    ? new AnyCondition(equal)
                    : null;
            case EmptyCondition empty:
                return Operand(empty.Operand) is not { } tested ? null
                    : empty.IsEmpty ? new BlankCondition(tested) : new NoCondition(new BlankCondition(tested));
            default:
                throw new InvalidOperationException(condition.GetType().Name);
        }
    }

    private EquatableArray<ConditionModel>? All(IEnumerable<Condition> operands)
    {
        var bound = operands.Select(Bind).ToList();
        return bound.Contains(null) ? null : bound.OfType<ConditionModel>().ToEquatableArray();
    }

    private ValueModel? Operand(Operand operand) => operand switch
    {
        LiteralOperand { Literal: var literal } => Literals.Constant(literal),
        ExpressionOperand expression => expressions.Bind(expression.Expression, place.Range),
        TemplateOperand template => new TemplateBinder(expressions).Bind(template.Template, place, "the condition"),
        ConditionOperand inner => Bind(inner.Condition) is { } condition ? new ConditionValue(condition) : null,
        QueryOperand { Query: var query } => Query(query),
        LengthOperand { Query: var query } => Length(query),
        _ => throw new InvalidOperationException(operand.GetType().Name),
    };

    private ValueModel? Length(JsonPathQuery query)
    {
        if (!query.IsSingular)
        {
            return Select(query) is { } nodes ? new LengthValue(nodes) : null;
        }
        return Query(query) is not { } target ? null : target.Type.Kind switch
        {
            TypeKind.List or TypeKind.String or TypeKind.Any => new LengthValue(target),
            TypeKind.Union => new LengthValue(Conversions.Convert(target, TypeReference.Any)!),
            _ => new Navigation(_scope, place.Text, place.Range).Follow(target, ["length"]),
        };
    }

    private ValueModel? Query(JsonPathQuery query)
    {
        if (JsonPathTypes.Tokens(query) is { } tokens)
        {
            return new Navigation(_scope, place.Text, place.Range).Follow(context!, tokens) is { } found ? expressions.Kept(found) : null;
        }
        if (query.IsSingular)
        {
            return Select(query);
        }
        _scope.Report(
            DiagnosticDescriptors.InvalidJsonPath, place.Range, place.Text,
            "a query that can select several nodes cannot be compared; write a filter, such as '$.items[?@.status == 'ok']', or count with '.length'");
        return null;
    }

    private SelectedValue? Select(JsonPathQuery query)
    {
        new JsonPathTypes(_scope, place).Select(context!.Type, query);
        var root = Conversions.Convert(context, TypeReference.Any) ?? context;
        return new JsonPathBinder(expressions, root, place).Bind(query) is { } path ? new SelectedValue(path, query.IsSingular ? SelectedNodes.First : SelectedNodes.All) : null;
    }
}
