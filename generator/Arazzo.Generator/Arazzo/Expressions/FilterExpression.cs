using Arazzo.Generator.Model;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>The logical expression of a filter selector (RFC 9535, section 2.3.5). Well typed. Strings compare by case.</summary>
internal abstract record FilterExpression;

/// <summary><c>||</c> between two or more.</summary>
internal sealed record FilterOr(EquatableArray<FilterExpression> Operands) : FilterExpression;

/// <summary><c>&amp;&amp;</c> between two or more.</summary>
internal sealed record FilterAnd(EquatableArray<FilterExpression> Operands) : FilterExpression;

internal sealed record FilterNot(FilterExpression Operand) : FilterExpression;

/// <summary>Queries on either side are singular, functions give a value.</summary>
internal sealed record FilterComparison(FilterOperand Left, ComparisonOperator Operator, FilterOperand Right) : FilterExpression;

/// <summary>Holds when the query selects anything.</summary>
internal sealed record FilterExistence(JsonPathQuery Query) : FilterExpression;

/// <summary><c>match</c> or <c>search</c>.</summary>
internal sealed record FilterFunctionTest(JsonPathFunctionCall Call) : FilterExpression;

/// <summary>A side of a comparison or an argument of a function.</summary>
internal abstract record FilterOperand;

internal sealed record FilterLiteral(Literal Literal) : FilterOperand;

internal sealed record FilterQuery(JsonPathQuery Query) : FilterOperand;

internal sealed record FilterFunction(JsonPathFunctionCall Call) : FilterOperand;

/// <summary><c>{$inputs.x}</c> (the value with its type) or <c>'a {$inputs.x}'</c> (a string) in place of a literal (Arazzo).</summary>
internal sealed record FilterTemplate(Template Template) : FilterOperand;

/// <summary>A call of a function extension (section 2.4).</summary>
internal sealed record JsonPathFunctionCall(JsonPathFunction Function, EquatableArray<FilterOperand> Arguments);

internal enum JsonPathFunction
{
    /// <summary>Value to number or nothing.</summary>
    Length,

    /// <summary>Nodes to number.</summary>
    Count,

    /// <summary>I-Regexp against the whole string.</summary>
    Match,

    /// <summary>I-Regexp anywhere in the string.</summary>
    Search,

    /// <summary>Nodes to the only value or nothing.</summary>
    Value,
}
