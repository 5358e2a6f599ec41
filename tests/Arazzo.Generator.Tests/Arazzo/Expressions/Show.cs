using Arazzo.Generator.Arazzo.Expressions;
using Arazzo.Generator.Model;

namespace Arazzo.Generator.Tests.Expressions;

/// <summary>Syntax trees as text, so that a table can say what is expected. An error is <c>error at n</c>.</summary>
internal static class Show
{
    public static string Result<T>(ParseResult<T> result)
        where T : class =>
        result.Error is { } error ? $"error at {error.Offset}"
        : Tree(result.Value!) + string.Concat(result.Dialect.Select(static use => $" ~{use.Form}@{use.Offset}"));

    private static string Tree(object tree) => tree switch
    {
        RuntimeExpression expression => Expression(expression),
        Template template => Parts(template),
        Condition condition => Of(condition),
        JsonPathQuery query => Query(query),
        JsonPathCriterion { Query: { } query } => "query " + Query(query),
        JsonPathCriterion { Condition: { } condition } => "condition " + Of(condition),
        OperationPath path => $"{path.SourceName} {path.Pointer}",
        _ => throw new ArgumentException(tree.GetType().Name),
    };

    private static string Expression(RuntimeExpression expression) => expression switch
    {
        UrlExpression => "url",
        MethodExpression => "method",
        StatusCodeExpression => "statusCode",
        SelfExpression => "self",
        InputsExpression => "inputs",
        OutputsExpression => "outputs",
        StepOutputsExpression step => $"step({step.StepId}).outputs",
        FieldExpression field => $"{field.Message}.{field.Location}({field.Name})",
        BodyExpression body => $"{body.Message}.Body{Value(body.Value)}",
        InputExpression input => "input" + Value(input.Value),
        OutputExpression output => "output" + Value(output.Value),
        StepOutputExpression step => $"step({step.StepId}){Value(step.Value)}",
        WorkflowInputExpression input => $"workflow({input.WorkflowId}).input{Value(input.Value)}",
        WorkflowOutputExpression output => $"workflow({output.WorkflowId}).output{Value(output.Value)}",
        WorkflowStepExpression step => $"workflow({step.WorkflowId}).step({step.StepId})",
        SourceDescriptionExpression source => $"source({source.SourceName})({source.Reference})",
        ComponentExpression component => $"{component.Kind}({component.Key})",
        _ => throw new ArgumentException(expression.GetType().Name),
    };

    private static string Value(ValueReference value) =>
        $"({value.Path})"
        + (value.Navigation is { } segments ? string.Concat(segments.Select(static segment => segment switch
        {
            MemberSegment member => $"<{member.Offset}:{member.Name}>",
            ElementSegment element => $"<{element.Offset}:[{element.Index}]>",
            _ => "?",
        })) : "<name>")
        + (value.Pointer is null ? "" : $"#{value.Pointer}");

    private static string Parts(Template template) =>
        (template.IsWhole ? "whole " : "") + string.Join(" + ", template.Parts.Select(static part => part switch
        {
            LiteralPart literal => $"'{literal.Text}'",
            ExpressionPart { Expression: var expression } => Expression(expression),
            _ => "?",
        }));

    private static string Of(Condition condition) => condition switch
    {
        OrCondition or => $"({string.Join(" || ", or.Operands.Select(Of))})",
        AndCondition and => $"({string.Join(" && ", and.Operands.Select(Of))})",
        NotCondition not => $"!{Of(not.Operand)}",
        ComparisonCondition comparison => $"[{Of(comparison.Left)} {comparison.Operator} {Of(comparison.Right)}]",
        OperandCondition operand => Of(operand.Operand),
        InCondition list => $"[{Of(list.Operand)} In {string.Join(",", list.Values.Select(Of))}]",
        EmptyCondition empty => $"[{Of(empty.Operand)} Empty {empty.IsEmpty}]",
        _ => throw new ArgumentException(condition.GetType().Name),
    };

    private static string Of(Operand operand) => operand switch
    {
        LiteralOperand literal => Of(literal.Literal),
        ExpressionOperand { Expression: var expression } => Expression(expression),
        TemplateOperand { Template: var template } => $"template({Parts(template)})",
        ConditionOperand { Condition: var condition } => Of(condition),
        QueryOperand { Query: var query } => Query(query),
        LengthOperand { Query: var query } => $"length({Query(query)})",
        _ => throw new ArgumentException(operand.GetType().Name),
    };

    private static string Of(Literal literal) => literal.Kind == LiteralKind.String ? $"'{literal.Text}'" : literal.Text;

    private static string Query(JsonPathQuery query) =>
        (query.IsRelative ? "@" : "$")
        + string.Concat(query.Segments.Select(static segment => (segment.IsDescendant ? ".." : "") + $"[{string.Join(",", segment.Selectors.Select(Selector))}]"));

    private static string Selector(JsonPathSelector selector) => selector switch
    {
        NameSelector name => $"'{name.Name}'",
        WildcardSelector => "*",
        IndexSelector index => $"{index.Index}",
        SliceSelector slice => $"{slice.Start}:{slice.End}:{slice.Step}",
        EmbeddedSelector embedded => $"{{{Parts(embedded.Template)}}}",
        FilterSelector filter => "?" + Filter(filter.Expression),
        _ => throw new ArgumentException(selector.GetType().Name),
    };

    private static string Filter(FilterExpression filter) => filter switch
    {
        FilterOr or => Join(or.Operands, " || "),
        FilterAnd and => Join(and.Operands, " && "),
        FilterNot not => $"!{Filter(not.Operand)}",
        FilterComparison comparison => $"({Of(comparison.Left)} {comparison.Operator} {Of(comparison.Right)})",
        FilterExistence existence => Query(existence.Query),
        FilterFunctionTest test => Call(test.Call),
        _ => throw new ArgumentException(filter.GetType().Name),
    };

    private static string Join(EquatableArray<FilterExpression> operands, string separator) => $"({string.Join(separator, operands.Select(Filter))})";

    private static string Of(FilterOperand operand) => operand switch
    {
        FilterLiteral literal => Of(literal.Literal),
        FilterQuery query => Query(query.Query),
        FilterFunction function => Call(function.Call),
        FilterTemplate template => $"{{{Parts(template.Template)}}}",
        _ => throw new ArgumentException(operand.GetType().Name),
    };

    private static string Call(JsonPathFunctionCall call) => $"{call.Function}({string.Join(",", call.Arguments.Select(Of))})";
}
