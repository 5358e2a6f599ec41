using System.Text.Json.Nodes;
using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Tests.Rehearsals.Documents;

namespace Arazzo.Generator.Tests.Rehearsals.Flows;

/// <summary>Ways to make a criterion true or false, each by a few assignments. They are proposals: whether one works is for the oracle to say.</summary>
internal sealed class Steering(FlowScope scope, FlowStep step, FlowState state, Exchange exchange)
{
    private static readonly IReadOnlyList<IReadOnlyList<Assignment>> None = [];

    public IReadOnlyList<IReadOnlyList<Assignment>> Ways(FlowCriterion criterion, bool wanted)
    {
        var context = criterion.Context is { } text && TemplateParser.Parse(text).Value is { IsWhole: true } template ? Of(((ExpressionPart)template.Parts[0]).Expression) : null;
        switch (criterion.Type)
        {
            case "jsonpath":
                var parsed = JsonPathConditionParser.Parse(criterion.Condition).Value;
                return parsed?.Condition is { } dialect ? Ways(dialect, wanted, context) : parsed?.Query is { } query && context is not null ? Existence(query, wanted, context) : None;
            case "regex":
                var pattern = Json.Print(state.Value(TemplateParser.Parse(criterion.Condition).Value!, exchange));
                return context is null ? None : Values(context, wanted ? Samples(pattern, context) : [context.Kind == PlaceKind.Status ? 418 : "-", null]);
            case "simple":
                return ConditionParser.Parse(criterion.Condition).Value is { } condition ? Ways(condition, wanted, null) : None;
            default:
                return None;
        }
    }

    private IReadOnlyList<IReadOnlyList<Assignment>> Ways(Condition condition, bool wanted, Place? context) => condition switch
    {
        NotCondition negated => Ways(negated.Operand, !wanted, context),
        AndCondition every => wanted ? All(every.Operands, wanted, context) : Any(every.Operands, wanted, context),
        OrCondition either => wanted ? Any(either.Operands, wanted, context) : All(either.Operands, wanted, context),
        ComparisonCondition comparison => Ways(comparison, wanted, context),
        OperandCondition { Operand: var operand } => Target(operand, context) is { } place ? Values(place, wanted ? [true, "x", 1] : [false, null, "", 0]) : None,
        InCondition one => Target(one.Operand, context) is { } place ? Values(place, wanted ? one.Values.Select(value => Constant(value)) : ["-", 418]) : None,
        EmptyCondition empty => Target(empty.Operand, context) is { } place ? Emptiness(place, empty.IsEmpty == wanted) : None,
        _ => None,
    };

    private static IEnumerable<JsonNode?> Samples(string pattern, Place place) =>
        Schemas.PatternSample.Make(pattern) is not { } sample ? [] : [place.Kind == PlaceKind.Status && Json.Parse(sample) is { } number ? Json.Number(number) : sample];

    private static IReadOnlyList<IReadOnlyList<Assignment>> Emptiness(Place place, bool wanted)
    {
        if (wanted)
        {
            return [[new Assignment(place, AssignmentKind.Resize, 0)], [new Assignment(place, AssignmentKind.Remove)], [Set(place, "")]];
        }
        return [[new Assignment(place, AssignmentKind.Resize, 1)], [Set(place, "x")]];
    }

    private IReadOnlyList<IReadOnlyList<Assignment>> Any(IEnumerable<Condition> operands, bool wanted, Place? context) => [.. operands.SelectMany(operand => Ways(operand, wanted, context))];

    /// <summary>The ways of all together: one of each, the first ones first.</summary>
    private IReadOnlyList<IReadOnlyList<Assignment>> All(IEnumerable<Condition> operands, bool wanted, Place? context)
    {
        IEnumerable<IReadOnlyList<Assignment>> ways = [[]];
        foreach (var operand in operands)
        {
            var own = Ways(operand, wanted, context);
            ways = own.Count == 0 ? ways : ways.SelectMany(way => own.Select(next => (IReadOnlyList<Assignment>)[.. way, .. next]));
        }
        return [.. ways.Take(64)];
    }

    private IReadOnlyList<IReadOnlyList<Assignment>> Ways(ComparisonCondition comparison, bool wanted, Place? context)
    {
        var (left, right) = (Target(comparison.Left, context), Target(comparison.Right, context));
        var @operator = wanted ? comparison.Operator : Opposite(comparison.Operator);
        if (comparison.Left is LengthOperand { Query: { IsSingular: false } query } && context is not null && Json.Number(Constant(comparison.Right)) is { } matches)
        {
            return Existence(query, matches > 0 ? @operator is not (ComparisonOperator.Less or ComparisonOperator.NotEqual) : @operator is ComparisonOperator.Greater or ComparisonOperator.NotEqual, context);
        }
        if (comparison.Left is LengthOperand length && Target(length.Query, context) is { } list && Json.Number(Constant(comparison.Right)) is { } count)
        {
            return [.. Numbers(@operator, count).Where(static number => number is >= 0 and < 50).Select(number => (IReadOnlyList<Assignment>)[new Assignment(list, AssignmentKind.Resize, number)])];
        }
        return
        [
            .. left is null ? None : Values(left, Candidates(@operator, Constant(comparison.Right))),
            .. right is null ? None : Values(right, Candidates(Mirrored(@operator), Constant(comparison.Left))),
        ];
    }

    private static IEnumerable<JsonNode?> Candidates(ComparisonOperator @operator, JsonNode? constant)
    {
        if (@operator == ComparisonOperator.Equal)
        {
            return [constant];
        }
        if (@operator == ComparisonOperator.NotEqual)
        {
            return constant is null ? ["x", 1, new JsonArray("x"), new JsonObject { ["x"] = "x" }] : [Different(constant), null];
        }
        return (Json.Number(constant) ?? Json.Parse(Json.Print(constant))) is { } limit ? Numbers(@operator, (int)limit).Select(static number => (JsonNode?)number) : [];
    }

    private static JsonNode? Different(JsonNode constant) => Json.Number(constant) is { } number ? Json.Number(number + 1)
        : Json.Text(constant) is { } text ? text + "-other" : !Json.IsTrue(constant);

    private static IEnumerable<int> Numbers(ComparisonOperator @operator, double limit) => @operator switch
    {
        ComparisonOperator.Equal or ComparisonOperator.GreaterOrEqual or ComparisonOperator.LessOrEqual => [(int)limit],
        ComparisonOperator.Less => [(int)limit - 1],
        ComparisonOperator.Greater => [(int)limit + 1],
        _ => [(int)limit + 1, (int)limit - 1],
    };

    private static ComparisonOperator Opposite(ComparisonOperator @operator) => @operator switch
    {
        ComparisonOperator.Equal => ComparisonOperator.NotEqual,
        ComparisonOperator.NotEqual => ComparisonOperator.Equal,
        ComparisonOperator.Less => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.LessOrEqual => ComparisonOperator.Greater,
        ComparisonOperator.Greater => ComparisonOperator.LessOrEqual,
        _ => ComparisonOperator.Less,
    };

    private static ComparisonOperator Mirrored(ComparisonOperator @operator) => @operator switch
    {
        ComparisonOperator.Less => ComparisonOperator.Greater,
        ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.Greater => ComparisonOperator.Less,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
        _ => @operator,
    };

    private static IReadOnlyList<IReadOnlyList<Assignment>> Values(Place place, IEnumerable<JsonNode?> values) =>
        [.. values.Select(value => (IReadOnlyList<Assignment>)[value is null ? new Assignment(place, AssignmentKind.Remove) : Set(place, value)])];

    private static Assignment Set(Place place, JsonNode? value) => new(place, AssignmentKind.Set, value);

    private Place? Target(Operand operand, Place? context) => operand switch
    {
        ExpressionOperand expression => Of(expression.Expression),
        QueryOperand query => Target(query.Query, context),
        LengthOperand length => Target(length.Query, context),
        _ => null,
    };

    /// <summary>The status of a step that calls a workflow is that of the last answer in there.</summary>
    private Place? Of(RuntimeExpression expression) => expression is StatusCodeExpression && exchange.Call is { } call
        ? call.LastStep is null ? null : new Place(PlaceKind.Status, call.LastStep, "")
        : Place.Of(scope, step, expression);

    private JsonNode? Constant(Operand operand) => operand switch
    {
        LiteralOperand literal => JsonPathOracle.Value(literal.Literal),
        ExpressionOperand expression => state.Value(expression.Expression, exchange),
        TemplateOperand template => state.Value(template.Template, exchange),
        _ => null,
    };

    private IReadOnlyList<IReadOnlyList<Assignment>> Existence(JsonPathQuery query, bool wanted, Place context)
    {
        var place = context;
        for (var index = 0; index < query.Segments.Count; index++)
        {
            var selector = query.Segments[index].Selectors[0];
            if (selector is FilterSelector filter)
            {
                var child = place.Append([FirstChild(place)]);
                if (wanted)
                {
                    return [.. Filter(filter.Expression, true, child, context)];
                }
                return [[new Assignment(place, AssignmentKind.Resize, 0)], .. Filter(filter.Expression, false, child, context), [new Assignment(place, AssignmentKind.Remove)]];
            }
            place = Step(place, selector);
        }
        return Values(place, wanted ? ["x", 1, true, new JsonArray("x"), new JsonObject()] : [null]);
    }

    private Place? Target(JsonPathQuery query, Place? context) => context is null ? null : query.Segments.Aggregate(context, (place, segment) => Step(place, segment.Selectors[0]));

    private Place Step(Place place, JsonPathSelector selector) => selector switch
    {
        NameSelector name => place.Append([name.Name]),
        IndexSelector index => place.Append([Math.Max(0, index.Index).ToString(System.Globalization.CultureInfo.InvariantCulture)]),
        EmbeddedSelector embedded => place.Append([Json.Print(state.Value(embedded.Template, exchange))]),
        _ => place.Append([FirstChild(place)]),
    };

    private string FirstChild(Place place) => Json.At(exchange.Answer.Body, place.Tokens) is JsonObject { Count: > 0 } members ? members.First().Key : "0";

    private IEnumerable<IReadOnlyList<Assignment>> Filter(FilterExpression expression, bool wanted, Place child, Place root)
    {
        switch (expression)
        {
            case FilterNot negated:
                return Filter(negated.Operand, !wanted, child, root);
            case FilterAnd every when wanted:
                return Together(every.Operands);
            case FilterOr either when !wanted:
                return Together(either.Operands);
            case FilterAnd every:
                return every.Operands.SelectMany(operand => Filter(operand, wanted, child, root));
            case FilterOr either:
                return either.Operands.SelectMany(operand => Filter(operand, wanted, child, root));
            case FilterExistence existence:
                return Existence(existence.Query, wanted, existence.Query.IsRelative ? child : root);
            case FilterComparison { Left: FilterQuery query } comparison:
                var @operator = wanted ? comparison.Operator : Opposite(comparison.Operator);
                var constant = comparison.Right switch
                {
                    FilterLiteral literal => JsonPathOracle.Value(literal.Literal),
                    FilterTemplate template => state.Value(template.Template, exchange),
                    _ => null,
                };
                return Target(query.Query, query.Query.IsRelative ? child : root) is { } place ? Values(place, Candidates(@operator, constant)) : None;
            default:
                return None;
        }

        IEnumerable<IReadOnlyList<Assignment>> Together(IEnumerable<FilterExpression> operands) => operands.Aggregate(
            (IEnumerable<IReadOnlyList<Assignment>>)[[]],
            (ways, operand) => ways.SelectMany(way => Filter(operand, wanted, child, root).Select(next => (IReadOnlyList<Assignment>)[.. way, .. next])));
    }
}
