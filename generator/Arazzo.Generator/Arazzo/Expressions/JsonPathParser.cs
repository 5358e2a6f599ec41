namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>Parses a JSONPath query of RFC 9535, with <c>{$...}</c> embedded.</summary>
internal static class JsonPathParser
{
    public static ParseResult<JsonPathQuery> ParseQuery(string text) => throw new NotSupportedException();
}
