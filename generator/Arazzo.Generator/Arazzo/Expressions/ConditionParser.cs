namespace Arazzo.Generator.Arazzo.Expressions;

/// <summary>Parses a simple condition.</summary>
internal static class ConditionParser
{
    public static ParseResult<Condition> Parse(string text) => throw new NotSupportedException();
}
