namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>Parses the condition of a criterion of type <c>jsonpath</c>: a query, or else a comparison of the dialect.</summary>
internal static class JsonPathConditionParser
{
    public static ParseResult<JsonPathCriterion> Parse(string text)
    {
        var query = JsonPathParser.ParseQuery(text, compat: true);
        if (query.Value is not null)
        {
            return new ParseResult<JsonPathCriterion>(new JsonPathCriterion(query.Value, null), null, query.Dialect);
        }
        var condition = ConditionParser.ParseJsonPathDialect(text);
        if (condition.Value is not null)
        {
            return new ParseResult<JsonPathCriterion>(
                new JsonPathCriterion(null, condition.Value), null, [new DialectUse(DialectForm.JsonPathComparison, 0), .. condition.Dialect]);
        }
        // The reading that came further is the one that was meant.
        return ParseResult<JsonPathCriterion>.Failure(condition.Error!.Offset > query.Error!.Offset ? condition.Error : query.Error);
    }
}
