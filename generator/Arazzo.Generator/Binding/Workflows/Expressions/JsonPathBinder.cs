using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Binding.Workflows.Conditions;
using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Model;
using Arazzo.Generator.Model.Workflows;
using Arazzo.Generator.Reading;
using Arazzo.Runtime.CompilerServices;

namespace Arazzo.Generator.Binding.Workflows.Expressions;

/// <summary>Decides what the parts of a JSONPath query become.</summary>
/// <param name="expressions">Binds the runtime expressions in it.</param>
/// <param name="root">What <c>$</c> is: untyped JSON.</param>
/// <param name="place">The query in the document.</param>
internal sealed class JsonPathBinder(ExpressionBinder expressions, ValueModel root, ScalarNode place)
{
    private readonly WorkflowScope _scope = expressions.Scope;

    /// <summary>The query; null after an error.</summary>
    /// <param name="query">The query.</param>
    /// <param name="testsRoot">Whether its first selector is a filter that tests the root itself (dialect).</param>
    public PathModel? Bind(JsonPathQuery query, bool testsRoot = false)
    {
        var segments = new List<PathSegmentModel>();
        foreach (var segment in query.Segments)
        {
            if (All(segment.Selectors, selector => Selector(selector, testsRoot && segments.Count == 0)) is not { } selectors)
            {
                return null;
            }
            segments.Add(new PathSegmentModel(segment.IsDescendant, selectors));
        }
        return new PathModel(query.IsRelative ? null : root, segments.ToEquatableArray());
    }

    private PathSelectorModel? Selector(JsonPathSelector selector, bool isOwn) => selector switch
    {
        NameSelector name => new NamePathSelector(name.Name),
        IndexSelector index => new IndexPathSelector(index.Index),
        SliceSelector slice => new SlicePathSelector(slice.Start, slice.End, slice.Step ?? 1),
        FilterSelector filter => Condition(filter.Expression) is { } condition ? new FilterPathSelector(condition, isOwn) : null,
        EmbeddedSelector embedded => Value(embedded.Template) is { } value ? new ValuePathSelector(value) : null,
        _ => new WildcardPathSelector(),
    };

    private PathConditionModel? Condition(FilterExpression expression)
    {
        switch (expression)
        {
            case FilterOr or:
                return All(or.Operands, Condition) is { } any ? new AnyPathCondition(any) : null;
            case FilterAnd and:
                return All(and.Operands, Condition) is { } all ? new AllPathCondition(all) : null;
            case FilterNot not:
                return Condition(not.Operand) is { } operand ? new NoPathCondition(operand) : null;
            case FilterComparison comparison:
                return Operand(comparison.Left) is { } left && Operand(comparison.Right) is { } right
                    ? new ComparePathCondition(left, Comparison.Symbol(comparison.Operator), right)
                    : null;
            case FilterExistence existence:
                return Bind(existence.Query) is { } path ? new SelectsPathCondition(path) : null;
            case FilterFunctionTest test:
                return Match(test.Call);
            default:
                throw new InvalidOperationException(expression.GetType().Name);
        }
    }

    private PathConditionModel? Match(JsonPathFunctionCall call)
    {
        var isWhole = call.Function == JsonPathFunction.Match;
        if (Operand(call.Arguments[0]) is not { } text)
        {
            return null;
        }
        if (call.Arguments[1] is not FilterLiteral { Literal: { Kind: LiteralKind.String, Text: var pattern } })
        {
            return Operand(call.Arguments[1]) is { } operand ? new MatchPathCondition(text, operand, isWhole) : null;
        }
        if ((isWhole ? InteroperableRegex.Whole(pattern) : InteroperableRegex.Part(pattern)) is { } translated && PatternChecker.CheckRegex(translated) is null)
        {
            return new FitsPathCondition(text, _scope.Pattern(translated, isLinear: true));
        }
        _scope.Report(DiagnosticDescriptors.InvalidRegex, place.Range, pattern, "it is no I-Regexp (RFC 9485), so nothing would ever match; look for what I-Regexp does not have, such as '\\d'");
        return null;
    }

    private PathOperandModel? Operand(FilterOperand operand)
    {
        switch (operand)
        {
            case FilterLiteral literal:
                return new ValuePathOperand(Literals.Constant(literal.Literal));
            case FilterTemplate embedded:
                return Value(embedded.Template) is { } value ? new ValuePathOperand(value) : null;
            case FilterQuery query:
                return Bind(query.Query) is { } path ? new NodePathOperand(path) : null;
            case FilterFunction { Call: { Function: JsonPathFunction.Length } call }:
                return Operand(call.Arguments[0]) is { } target ? new LengthPathOperand(target) : null;
            case FilterFunction { Call: var call } when call.Arguments[0] is FilterQuery query:
                return Bind(query.Query) is not { } nodes ? null : call.Function == JsonPathFunction.Count ? new CountPathOperand(nodes) : new OnlyPathOperand(nodes);
            default:
                throw new InvalidOperationException(operand.GetType().Name);
        }
    }

    private ValueModel? Value(Template template) => new TemplateBinder(expressions).Bind(template, place, "the JSONPath");

    private static EquatableArray<TResult>? All<TSource, TResult>(IEnumerable<TSource> items, Func<TSource, TResult?> bind)
        where TResult : class, IEquatable<TResult>
    {
        var bound = new List<TResult>();
        foreach (var item in items)
        {
            if (bind(item) is not { } result)
            {
                return null;
            }
            bound.Add(result);
        }
        return bound.ToEquatableArray();
    }
}
