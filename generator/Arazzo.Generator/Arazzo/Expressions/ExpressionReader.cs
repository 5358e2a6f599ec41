using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>
/// Parses the expressions of one document and reports what is wrong with them, and what is dialect, at its place. Each method answers null after an error.
/// </summary>
internal sealed class ExpressionReader(Dialect dialect, DiagnosticBag diagnostics)
{
    public Dialect Dialect { get; } = dialect;

    public DiagnosticBag Diagnostics { get; } = diagnostics;

    /// <summary>A value that must be a runtime expression: an output, a context, a reference.</summary>
    public RuntimeExpression? ReadExpression(ScalarNode scalar) => throw new NotSupportedException();

    /// <summary>A string that may hold expressions: a parameter's value, a string of a payload.</summary>
    public Template? ReadTemplate(ScalarNode scalar) => throw new NotSupportedException();

    /// <summary>The condition of a criterion of type <c>simple</c>.</summary>
    public Condition? ReadCondition(ScalarNode scalar) => throw new NotSupportedException();

    /// <summary>The condition of a criterion of type <c>jsonpath</c>.</summary>
    public JsonPathCriterion? ReadJsonPathCriterion(ScalarNode scalar) => throw new NotSupportedException();

    /// <summary>The selector of a Selector Object or payload replacement of type <c>jsonpath</c>.</summary>
    public JsonPathQuery? ReadJsonPath(ScalarNode scalar) => throw new NotSupportedException();

    /// <summary>The selector or target of type <c>jsonpointer</c>.</summary>
    public JsonPointer? ReadJsonPointer(ScalarNode scalar) => throw new NotSupportedException();
}
