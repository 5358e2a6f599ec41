namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>Parses a whole value that is a runtime expression, as outputs and contexts are.</summary>
internal static class RuntimeExpressionParser
{
    public static ParseResult<RuntimeExpression> Parse(string text) => throw new NotSupportedException();
}
