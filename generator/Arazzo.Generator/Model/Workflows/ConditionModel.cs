namespace Arazzo.Generator.Model.Workflows;

/// <summary>A C# condition in a workflow.</summary>
internal abstract record ConditionModel;

/// <summary>All hold.</summary>
internal sealed record AllCondition(EquatableArray<ConditionModel> Operands) : ConditionModel;

/// <summary>One holds.</summary>
internal sealed record AnyCondition(EquatableArray<ConditionModel> Operands) : ConditionModel;

/// <summary>It does not hold.</summary>
internal sealed record NoCondition(ConditionModel Operand) : ConditionModel;

/// <summary>Two values compare.</summary>
internal sealed record CompareCondition(ValueModel Left, string Operator, ValueModel Right, ComparisonKind Kind) : ConditionModel;

internal enum ComparisonKind
{
    /// <summary>With C#'s operator.</summary>
    Typed,

    /// <summary>Two strings, or two values of an open enum, without case, equal or not.</summary>
    Text,

    /// <summary>By the rules of Arazzo at run time.</summary>
    Untyped,
}

/// <summary>A value is null or not there.</summary>
internal sealed record NullCondition(ValueModel Value, bool IsNull) : ConditionModel;

/// <summary>A value by itself holds.</summary>
internal sealed record TruthCondition(ValueModel Value) : ConditionModel;

/// <summary>Untyped JSON is there, null included.</summary>
internal sealed record ExistsCondition(ValueModel Value) : ConditionModel;

/// <summary>A JSONPath query selects something.</summary>
internal sealed record SelectsCondition(PathModel Path) : ConditionModel;

/// <summary>A text fits a regular expression.</summary>
/// <param name="Text">A string; null never fits.</param>
/// <param name="Pattern">A <see cref="PatternValue"/>, or a string that is the pattern.</param>
internal sealed record FitsCondition(ValueModel Text, ValueModel Pattern) : ConditionModel;

/// <summary>A value is null, missing, or an empty text, array or object.</summary>
internal sealed record BlankCondition(ValueModel Value) : ConditionModel;

/// <summary>An XPath holds.</summary>
/// <param name="Xml">XML as a string, or as bytes when it is the answer's own.</param>
/// <param name="Path">The expression, a string.</param>
internal sealed record XPathCondition(ValueModel Xml, ValueModel Path) : ConditionModel;
