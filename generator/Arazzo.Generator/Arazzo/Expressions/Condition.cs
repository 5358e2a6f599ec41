using Arazzo.Generator.Model;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>A simple condition, or a JSONPath criterion of the dialect. Strings compare without case (section Criterion Object).</summary>
internal abstract record Condition;

/// <summary><c>||</c> between two or more.</summary>
internal sealed record OrCondition(EquatableArray<Condition> Operands) : Condition;

/// <summary><c>&amp;&amp;</c> between two or more.</summary>
internal sealed record AndCondition(EquatableArray<Condition> Operands) : Condition;

/// <summary><c>!</c>.</summary>
internal sealed record NotCondition(Condition Operand) : Condition;

/// <summary><c>left operator right</c>.</summary>
internal sealed record ComparisonCondition(Operand Left, ComparisonOperator Operator, Operand Right) : Condition;

/// <summary>An operand by itself: holds when it is true.</summary>
internal sealed record OperandCondition(Operand Operand) : Condition;

/// <summary><c>operand in ['a', 'b']</c> (dialect): equal to one of them.</summary>
internal sealed record InCondition(Operand Operand, EquatableArray<Operand> Values) : Condition;

/// <summary><c>operand empty true</c> (dialect): an empty array, object or string, null or missing.</summary>
internal sealed record EmptyCondition(Operand Operand, bool IsEmpty) : Condition;

internal enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>A value in a condition.</summary>
internal abstract record Operand;

internal sealed record LiteralOperand(Literal Literal) : Operand;

/// <summary>A runtime expression, with or without braces.</summary>
internal sealed record ExpressionOperand(RuntimeExpression Expression) : Operand;

/// <summary>A quoted string with <c>{$...}</c> in it.</summary>
internal sealed record TemplateOperand(Template Template) : Operand;

/// <summary>A condition in parentheses or after <c>!</c> that is compared: true or false.</summary>
internal sealed record ConditionOperand(Condition Condition) : Operand;

/// <summary>A JSONPath on the criterion's context (dialect): the value it selects, missing when none.</summary>
internal sealed record QueryOperand(JsonPathQuery Query) : Operand;

/// <summary><c>$.a.length</c> (dialect): of the array or string at <paramref name="Query"/>; where that is an object, its property <c>length</c>.</summary>
internal sealed record LengthOperand(JsonPathQuery Query) : Operand;
