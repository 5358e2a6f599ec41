namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>Parses the condition of a criterion of type <c>jsonpath</c>: a query, or a comparison of the dialect.</summary>
internal static class JsonPathConditionParser
{
    public static ParseResult<JsonPathCriterion> Parse(string text) => throw new NotSupportedException();
}
