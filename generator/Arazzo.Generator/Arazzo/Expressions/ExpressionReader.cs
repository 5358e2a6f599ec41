using Arazzo.Generator.Diagnostics;
using Arazzo.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>
/// Parses the expressions of one document and reports what is wrong with them, and what is dialect, at its place.
/// Each method answers null after an error; so does what is dialect under <see cref="Dialect.Strict"/>.
/// </summary>
internal sealed class ExpressionReader(Dialect dialect, DiagnosticBag diagnostics)
{
    /// <summary>A value that must be a runtime expression: an output, a context, a reference.</summary>
    public RuntimeExpression? ReadExpression(ScalarNode scalar) =>
        Report(scalar, RuntimeExpressionParser.Parse(scalar.Text), DiagnosticDescriptors.InvalidRuntimeExpression);

    /// <summary>A string that may hold expressions: a parameter's value, a string of a payload.</summary>
    public Template? ReadTemplate(ScalarNode scalar) =>
        Report(scalar, TemplateParser.Parse(scalar.Text), DiagnosticDescriptors.InvalidTemplate);

    /// <summary>The condition of a criterion of type <c>simple</c>.</summary>
    public Condition? ReadCondition(ScalarNode scalar) =>
        Report(scalar, ConditionParser.Parse(scalar.Text), DiagnosticDescriptors.InvalidCondition);

    /// <summary>The condition of a criterion of type <c>jsonpath</c>.</summary>
    public JsonPathCriterion? ReadJsonPathCriterion(ScalarNode scalar) =>
        Report(scalar, JsonPathConditionParser.Parse(scalar.Text), DiagnosticDescriptors.InvalidJsonPath);

    /// <summary>The selector of a Selector Object or the target of a replacement of type <c>jsonpath</c>.</summary>
    public JsonPathQuery? ReadJsonPath(ScalarNode scalar) =>
        Report(scalar, JsonPathParser.ParseQuery(scalar.Text, compat: true), DiagnosticDescriptors.InvalidJsonPath);

    /// <summary>A selector or target of type <c>jsonpointer</c>.</summary>
    public JsonPointer? ReadJsonPointer(ScalarNode scalar)
    {
        if (JsonPointer.TryParse(scalar.Text, out var pointer))
        {
            return pointer;
        }
        diagnostics.Report(DiagnosticDescriptors.InvalidJsonPointer, RangeFrom(scalar, 0), scalar.Text);
        return null;
    }

    /// <summary>The condition of a criterion of type <c>regex</c>; the pattern is checked with its embedded expressions left out.</summary>
    public Template? ReadRegex(ScalarNode scalar) => ReadPattern(scalar, PatternChecker.CheckRegex, DiagnosticDescriptors.InvalidRegex);

    /// <summary>A condition, selector or target of type <c>xpath</c>; only XPath 1.0 passes.</summary>
    public Template? ReadXPath(ScalarNode scalar) => ReadPattern(scalar, PatternChecker.CheckXPath, DiagnosticDescriptors.InvalidXPath);

    /// <summary>Reports that a text is dialect that only its context shows; false when that is an error.</summary>
    public bool Accept(ScalarNode scalar, DialectForm form)
    {
        diagnostics.Report(
            dialect == Dialect.Strict ? DiagnosticDescriptors.ExpressionDialectForbidden : DiagnosticDescriptors.ExpressionDialect,
            RangeFrom(scalar, 0), DialectForms.Describe(form));
        return dialect != Dialect.Strict;
    }

    /// <summary>The value of <c>operationPath</c>.</summary>
    public OperationPath? ReadOperationPath(ScalarNode scalar) =>
        Report(scalar, OperationPathParser.Parse(scalar.Text), DiagnosticDescriptors.InvalidOperationPath);

    private Template? ReadPattern(ScalarNode scalar, Func<Template, string?> check, DiagnosticDescriptor descriptor)
    {
        var template = ReadTemplate(scalar);
        if (template is null || check(template) is not { } fault)
        {
            return template;
        }
        diagnostics.Report(descriptor, RangeFrom(scalar, 0), scalar.Text, fault);
        return null;
    }

    private static TextRange RangeFrom(ScalarNode scalar, int offset) => scalar.RangeOf(offset, Math.Max(1, scalar.Text.Length - offset));

    private T? Report<T>(ScalarNode scalar, ParseResult<T> result, DiagnosticDescriptor descriptor)
        where T : class
    {
        if (result.Error is { } error)
        {
            diagnostics.Report(descriptor, RangeFrom(scalar, error.Offset), scalar.Text, error.Message);
            return null;
        }
        foreach (var use in result.Dialect)
        {
            diagnostics.Report(
                dialect == Dialect.Strict ? DiagnosticDescriptors.ExpressionDialectForbidden : DiagnosticDescriptors.ExpressionDialect,
                RangeFrom(scalar, use.Offset), DialectForms.Describe(use.Form));
        }
        return dialect == Dialect.Strict && !result.Dialect.IsEmpty ? null : result.Value;
    }
}
